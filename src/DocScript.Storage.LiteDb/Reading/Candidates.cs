using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>The ids among which a filter finds, in order: by an index where there is one for one of its comparisons, else all.</summary>
internal sealed class Candidates
{
    private readonly Tables _tables;
    private readonly IndexEntry.Prefix? _prefix;
    private readonly (IndexEntry.Prefix From, IndexEntry.Prefix To)? _range;
    private List<long>? _ofRange;

    private Candidates(Tables tables, IndexEntry.Prefix? prefix, (IndexEntry.Prefix From, IndexEntry.Prefix To)? range) =>
        (_tables, _prefix, _range) = (tables, prefix, range);

    /// <param name="indexed">The properties whose metadata is indexed.</param>
    public static Candidates Of(Filter filter, Tables tables, IReadOnlySet<string> indexed)
    {
        var prefixes = filter.Comparisons.Select(comparison => (Comparison: comparison, Prefix: Prefix(comparison, indexed))).Where(each => each.Prefix is not null).ToList();
        // A type is shared by many documents; whatever else there is leads to fewer.
        if (prefixes.OrderBy(each => each.Comparison.Field is ColumnField { Column: Column.Type }).FirstOrDefault().Prefix is { } prefix
            && !prefixes.TrueForAll(each => each.Comparison.Field is ColumnField { Column: Column.Type }))
            return new(tables, prefix, null);
        var range = filter.Comparisons.Select(Range).FirstOrDefault(each => each is not null);
        return new(tables, range is null && prefixes.Count > 0 ? prefixes[0].Prefix : null, range);
    }

    /// <summary>The next ids after one.</summary>
    public List<long> After(long id, int most)
    {
        if (_prefix is { } prefix) return _tables.Entries(prefix, id, most);
        if (_range is not var (from, to)) return _tables.Documents.Range(id + 1, long.MaxValue, most).ConvertAll(row => row.Id.AsInt64);
        // In order of time, so that all are needed to put them in order of id; what is due or changed in a span is few.
        _ofRange ??= [.. _tables.Entries(from.To(long.MinValue), to.To(long.MaxValue)).Order()];
        return [.. _ofRange.SkipWhile(each => each <= id).Take(most)];
    }

    private static IndexEntry.Prefix? Prefix(Comparison comparison, IReadOnlySet<string> indexed) => comparison switch
    {
        { Operator: not ComparisonOperator.Equal } => null,
        { Field: MetadataField { Property: var property } } when indexed.Contains(property) && IndexedValue.Of(comparison.Value) is { } value => IndexEntry.Metadata(property, value),
        { Field: ColumnField { Column: Column.Key }, Value: TextValue text } => IndexEntry.Key(text.Text),
        { Field: ColumnField { Column: Column.Type }, Value: TextValue text } => IndexEntry.Type(text.Text),
        _ => null,
    };

    private static (IndexEntry.Prefix From, IndexEntry.Prefix To)? Range(Comparison comparison)
    {
        if (comparison is not { Field: ColumnField { Column: var column and (Column.Due or Column.Updated) }, Operator: not ComparisonOperator.NotEqual }) return null;
        if (Instant(comparison.Value) is not { } ticks) return null;
        var (from, to) = comparison.Operator switch
        {
            ComparisonOperator.Equal => (ticks, ticks),
            ComparisonOperator.Less or ComparisonOperator.LessOrEqual => (0, ticks),
            _ => (ticks, long.MaxValue),
        };
        return column is Column.Due ? (IndexEntry.Due(from), IndexEntry.Due(to)) : (IndexEntry.Updated(from), IndexEntry.Updated(to));
    }

    private static long? Instant(Value value) => value switch
    {
        DateValue date => Ticks.Of(date.Instant),
        TextValue text when DateValue.TryParse(text.Text, out var date) => Ticks.Of(date.Instant),
        _ => null,
    };
}
