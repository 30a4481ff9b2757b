using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Storage.LiteDb.Data;
using LiteDB;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>
/// The engine's plan carried out: the rows that it leads to as they are now, in pages. Each page is to be asked for by who is in the database. The first ones are short, so that
/// whoever wants few documents gets them at once.
/// </summary>
internal sealed class Walk(Filter filter, Ordering? order, IndexedMetadata indexed, Tables tables, StoredDocuments documents)
{
    private const int FirstPage = 4, LongestPage = 256;

    private readonly QueryPlan _plan = QueryPlan.Of(filter, order, indexed);

    /// <summary>The index that is walked; null: that of ids.</summary>
    public FilterField? By => _plan.By is ColumnField { Column: Column.Id } ? null : _plan.By;

    /// <summary>Whether rows come in the order asked for.</summary>
    public bool IsOrdered => _plan.IsOrdered && (By is null || order is not null || IsEquality);

    private bool IsEquality => _plan.Search is [{ Operator: ComparisonOperator.Equal }];

    private bool IsByIdDescending => order is { Descending: true, Field: ColumnField { Column: Column.Id } };

    public IEnumerable<List<DocumentRow>> Pages()
    {
        if (By is null) return ById(_ => true);
        var entries = EntrySpan.Of(_plan);
        var found = (IsEquality, order) switch
        {
            (true, _) when IsByIdDescending => Entries(entries, descending: true),
            (false, { Descending: true }) when IsOrdered => Down(entries),
            _ => Entries(entries, descending: false),
        };
        var rows = found.Select(page => page.ConvertAll(entry => documents.Row(IndexEntry.Prefix.Number(entry))).OfType<DocumentRow>().ToList());
        if (!_plan.Search.IsEmpty || By is not MetadataField field || filter.Comparisons.Contains(Comparison.IsSet(field))) return rows;
        // The index does not have documents without the property.
        var start = IndexEntry.Start(field);
        var unset = ById(row => !row.Entries.Any(entry => entry.AsBinary.AsSpan().StartsWith(start)));
        return order!.Descending ? unset.Concat(rows) : rows.Concat(unset);
    }

    private IEnumerable<List<DocumentRow>> ById(Func<DocumentRow, bool> isWanted)
    {
        var (from, to) = (1L, long.MaxValue);
        foreach (var comparison in _plan.Search)
        {
            var id = ((IntegerValue)comparison.Value).Integer;
            if (comparison.Operator is not (ComparisonOperator.Less or ComparisonOperator.LessOrEqual)) from = Math.Max(from, id);
            if (comparison.Operator is not (ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual)) to = Math.Min(to, id);
        }

        foreach (var page in Pages(tables.Documents, from, to, IsByIdDescending, id => id.AsInt64 + (IsByIdDescending ? -1 : 1)))
        {
            List<DocumentRow> rows = [.. page.Select(DocumentRow.Of).Where(isWanted)];
            if (rows.Count > 0) yield return rows;
        }
    }

    private IEnumerable<List<BsonValue>> Entries(EntrySpan span, bool descending) =>
        // No entry ends where another goes on, so that one byte more or less is between the two.
        Pages(tables.Index, span.From, span.To, descending, last => descending ? Before(last) : new([.. last.AsBinary, 0])).Select(page => page.ConvertAll(row => row.Id));

    /// <summary>The greatest value first, the entries of each in order.</summary>
    private IEnumerable<List<BsonValue>> Down(EntrySpan span)
    {
        for (var (to, most) = (span.To, FirstPage); ; most = Math.Min(most * 4, LongestPage))
        {
            var page = tables.Index.Range(span.From, to, most, descending: true).ConvertAll(row => row.Id);
            var isLast = page.Count < most;
            var last = isLast ? default : IndexEntry.Prefix.Of(page[^1]);
            List<BsonValue> whole = [.. page.Where(entry => isLast || entry < last.Before || entry > last.Last)
                .GroupBy(entry => IndexEntry.Prefix.Of(entry).Before, IndexEntry.Same).SelectMany(Enumerable.Reverse)];
            if (whole.Count > 0) yield return whole;
            if (isLast) yield break;
            // A value's entries may go on before the page.
            foreach (var more in Entries(new(last.First, last.Last), descending: false)) yield return more;
            to = last.Before;
        }
    }

    private static IEnumerable<List<Row>> Pages(Table table, BsonValue from, BsonValue to, bool descending, Func<BsonValue, BsonValue> next)
    {
        for (var most = FirstPage; ; most = Math.Min(most * 4, LongestPage))
        {
            var page = table.Range(from, to, most, descending);
            if (page.Count > 0) yield return page;
            if (page.Count < most) yield break;
            if (descending) to = next(page[^1].Id);
            else from = next(page[^1].Id);
        }
    }

    /// <summary>The entry of the same value that leads to the number before.</summary>
    private static BsonValue Before(BsonValue entry) => IndexEntry.Prefix.Of(entry).To(IndexEntry.Prefix.Number(entry) - 1);
}
