using System.Collections.Immutable;
using DocScript.Documents.Values;

namespace DocScript.Engine.Storage;

/// <summary>
/// How a store with indexes finds documents: the one decision, which stores carry out and plans put into words. One index is used. An equality of an id, a key or metadata
/// comes before a range, a range before the index of the order, that before the type, which leaves most documents.
/// </summary>
/// <param name="By">The field whose index is walked, or null: all documents in order of id.</param>
/// <param name="Search">The comparisons that the index answers; empty where it is walked for its order.</param>
/// <param name="IsOrdered">Whether documents come in the order asked for, so that nothing is sorted.</param>
internal sealed record QueryPlan(FilterField? By, ImmutableArray<Comparison> Search, bool IsOrdered)
{
    private const int Equality = 0, Range = 10, Order = 20, Last = 30;

    private static readonly FilterField Id = new ColumnField(Column.Id);

    public static QueryPlan Of(Filter filter, Ordering? order, IndexedMetadata indexed)
    {
        var best = filter.Comparisons.Select(comparison => (Comparison: comparison, Rank: RankOf(comparison, indexed))).Where(each => each.Rank is not null).OrderBy(each => each.Rank).FirstOrDefault();
        if (best.Comparison is not { } first || (best.Rank > Order && HasOrder(order?.Field, indexed)))
            return HasOrder(order?.Field, indexed) ? new(order!.Field, [], IsOrdered: true) : new(null, [], order is null);

        var isEquality = first.Operator is ComparisonOperator.Equal;
        ImmutableArray<Comparison> search = isEquality
            ? [first]
            : [.. filter.Comparisons.Where(comparison => comparison.Field == first.Field && RankOf(comparison, indexed) is not null)];
        return new(first.Field, search, order is null || order.Field == first.Field || (isEquality && order.Field == Id));
    }

    /// <summary>Whether columns or an index tell the documents of a comparison from others, so that those need not be read.</summary>
    public static bool Narrows(FilterField field, ComparisonOperator comparison, IndexedMetadata indexed) => field switch
    {
        MetadataField metadata => comparison is not ComparisonOperator.NotEqual && indexed.Has(metadata),
        _ => true,
    };

    /// <summary>Whether a store reads no more documents than are asked for in the order of a field; others are read to be sorted.</summary>
    public static bool IsKept(FilterField field, IndexedMetadata indexed) => field is not MetadataField metadata || indexed.Has(metadata);

    /// <summary>The instant that a date is compared with; null where it is compared with something else.</summary>
    public static DateTimeOffset? Instant(Value value) => value switch
    {
        DateValue date => date.Instant,
        TextValue text when DateValue.TryParse(text.Text, out var date) => date.Instant,
        _ => null,
    };

    private static bool HasOrder(FilterField? field, IndexedMetadata indexed) => field switch
    {
        ColumnField { Column: Column.Id or Column.Key or Column.Updated } => true,
        MetadataField metadata => indexed.Has(metadata),
        _ => false,
    };

    /// <summary>The lower, the sooner; null where no index answers it.</summary>
    private static int? RankOf(Comparison comparison, IndexedMetadata indexed)
    {
        if (comparison.Operator is ComparisonOperator.NotEqual) return null;
        var use = comparison.Operator is ComparisonOperator.Equal ? Equality : Range;
        return (comparison.Field, comparison.Value) switch
        {
            (ColumnField { Column: Column.Id }, IntegerValue) => use + (use == Equality ? 0 : 5),
            (ColumnField { Column: Column.Key }, TextValue text) when text.Text.All(char.IsAscii) => use + (use == Equality ? 1 : 4),
            (MetadataField field, var value) when indexed.Has(field) && IsSearched(field, comparison.Operator, value) => use + 2,
            (ColumnField { Column: Column.Due }, var value) when Instant(value) is not null => Range + 1,
            (ColumnField { Column: Column.Updated }, var value) when Instant(value) is not null => Range + 3,
            (ColumnField { Column: Column.Type }, TextValue) when use == Equality => Last,
            _ => null,
        };
    }

    // Text that is no date stands among the dates as text, and a text compares with both.
    private static bool IsSearched(MetadataField field, ComparisonOperator comparison, Value value) => value switch
    {
        BooleanValue or NumberValue => true,
        DateValue => field.IsDate,
        TextValue => !field.IsDate || comparison is ComparisonOperator.Equal,
        _ => false,
    };
}
