using System.Text;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>A filter as SQL, as far as columns tell; it lets through at least what the filter does, which judges each candidate again.</summary>
internal sealed class FilterQuery
{
    private readonly Statement _statement;
    private readonly object?[] _values;

    private FilterQuery(Statement statement, object?[] values) => (_statement, _values) = (statement, values);

    public static FilterQuery Of(Filter filter, ReadConnection connection)
    {
        var sql = new StringBuilder("SELECT d.id, d.sequence FROM ");
        List<object?> values = [null, null];
        if (Index(filter, connection) is var (property, indexed))
        {
            // CROSS JOIN keeps the order of the two: SQLite would have to guess which is shorter.
            values.AddRange([property, indexed]);
            sql.Append("metadata m CROSS JOIN documents d ON d.id = m.document WHERE m.property = ?3 AND m.value = ?4 AND m.document > ?1");
        }
        else
        {
            // SQLite would rather go through all in order of id, which the answer is in.
            var byDue = filter.Comparisons.Any(comparison => comparison is { Field: ColumnField { Column: Column.Due } } && Condition(Column.Due, comparison) is not null);
            sql.Append(byDue ? "documents d INDEXED BY documents_due WHERE d.id > ?1" : "documents d WHERE d.id > ?1");
        }

        sql.Append(" AND d.deleted = 0");
        foreach (var comparison in filter.Comparisons)
        {
            if (comparison.Field is not ColumnField { Column: var column } || Condition(column, comparison) is not var (condition, value)) continue;
            sql.Append(" AND d.").Append(condition);
            if (value is null) continue;
            values.Add(value);
            sql.Append(FormattableString.Invariant($" ?{values.Count}"));
        }

        sql.Append(" ORDER BY 1 LIMIT ?2");
        return new(connection.Query(sql.ToString()), [.. values]);
    }

    /// <summary>The next candidates after an id, with their sequences.</summary>
    public List<(long Id, long Sequence)> After(long id, int most)
    {
        (_values[0], _values[1]) = (id, most);
        return _statement.All(row => (row.Integer(0), row.Integer(1)), _values);
    }

    /// <summary>The first equality that the index of metadata answers, as property and value; null where there is none.</summary>
    private static (string Property, string Value)? Index(Filter filter, ReadConnection connection)
    {
        foreach (var comparison in filter.Comparisons)
        {
            if (comparison is { Field: MetadataField { Property: var property }, Operator: ComparisonOperator.Equal }
                && IndexedValue.Of(comparison.Value) is { } value
                && connection.Indexed.First(row => row.Integer(0), property) == 1)
                return (property, value);
        }

        return null;
    }

    /// <summary>The condition with the value to its right (null: none), or null where SQL can't tell. SQL compares text by bytes, which is the language's order for keys only.</summary>
    private static (string Sql, object? Value)? Condition(Column column, Comparison comparison) => (column, comparison.Value) switch
    {
        (Column.Id, IntegerValue integer) => ("id " + Sign(comparison.Operator), integer.Integer),
        (Column.Key, TextValue text) when text.Text.All(char.IsAscii) => ("key " + Sign(comparison.Operator), text.Text),
        (Column.Type, TextValue text) when comparison.Operator is ComparisonOperator.Equal => ("type =", text.Text),
        (Column.Title, TextValue text) when comparison.Operator is ComparisonOperator.Equal => ("title =", TitleColumn.Of(text.Text)),
        (Column.Published, BooleanValue boolean) when Equality(comparison.Operator) is { } equal =>
            (boolean.Boolean == equal ? "published IS NOT NULL" : "published IS NULL", null),
        (Column.Updated, var value) when Instant(value) is { } ticks => ("updated " + Sign(comparison.Operator), ticks),
        (Column.Due, var value) when comparison.Operator is not ComparisonOperator.NotEqual && Instant(value) is { } ticks => ("due " + Sign(comparison.Operator), ticks),
        (Column.Created, var value) when Instant(value) is { } ticks => ("created " + Sign(comparison.Operator), ticks),
        _ => null,
    };

    private static bool? Equality(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => true,
        ComparisonOperator.NotEqual => false,
        _ => null,
    };

    private static long? Instant(Value value) => value switch
    {
        DateValue date => Ticks.Of(date.Instant),
        TextValue text when DateValue.TryParse(text.Text, out var date) => Ticks.Of(date.Instant),
        _ => null,
    };

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
