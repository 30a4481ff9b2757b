using System.Globalization;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Execution;

/// <summary>How a query is done, in words for plans: by which index or by reading all, what is judged after, and what is sorted.</summary>
internal static class QueryText
{
    /// <summary>A query of all documents that a filter lets through.</summary>
    public static string Of(string asker, Filter filter, IndexedMetadata indexed) => Found(asker, filter, QueryPlan.Of(filter, null, indexed), isWhole: true);

    /// <summary>A loop's query.</summary>
    /// <param name="sorted">What its documents are sorted by, or null.</param>
    /// <param name="limit">How many of them are wanted, or null.</param>
    public static string OfAll(string asker, DocumentQuery query, string? sorted, long? limit, IndexedMetadata indexed) =>
        Found(asker, query.Filter, QueryPlan.Of(query.Filter, null, indexed), query.IsWhole)
        + (sorted is null ? null : "; sorted by " + sorted)
        + (limit is null ? null : "; all read before the limit of " + Text(limit.Value));

    /// <summary>A loop's query of which no more is read than is wanted.</summary>
    public static string OfFirst(string asker, DocumentQuery query, Ordering order, long limit, IndexedMetadata indexed)
    {
        var plan = QueryPlan.Of(query.Filter, order, indexed);
        var by = plan.IsOrdered ? $"in order of {Name(order.Field)}" : $"sorted by {Name(order.Field)} without reading them";
        return $"{Found(asker, query.Filter, plan, query.IsWhole)}; {by}; first {Text(limit)}";
    }

    private static string Found(string asker, Filter filter, QueryPlan plan, bool isWhole)
    {
        var rest = filter.Comparisons.Except(plan.Search).Select(comparison => comparison.Field).Distinct().ToList();
        var columns = Names(rest.OfType<ColumnField>());
        var content = Names(rest.OfType<MetadataField>().Select(Name).Concat(isWhole ? [] : ["the rest of 'where'"]));
        var by = (plan.By, columns) switch
        {
            ({ } index, null) => $"by index of {Name(index)}",
            ({ } index, _) => $"by index of {Name(index)}, then by {columns}",
            (null, null) => "scan of all documents",
            _ => $"by {columns} in a scan of headers",
        };
        return $"{asker}: {by}{(content is null ? null : ", each read for " + content)}";
    }

    public static string Name(FilterField field) => field switch
    {
        ColumnField { Column: var column } => column.ToString().ToLowerInvariant(),
        MetadataField { Property: var property } => "meta." + property,
        _ => throw new ArgumentException($"a field without a name: {field}", nameof(field)),
    };

    private static string? Names(IEnumerable<FilterField> fields) => Names(fields.Select(Name));

    private static string? Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } joined ? joined : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
