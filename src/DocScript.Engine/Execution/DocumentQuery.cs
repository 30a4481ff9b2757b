using DocScript.Engine.Evaluation;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary>What of a <c>for each document</c> a store can do.</summary>
/// <param name="Filter">What it can judge of the <c>where</c>.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
/// <param name="Order">The order by a field, by id where none is said; null where the order is by something else.</param>
internal sealed record DocumentQuery(Filter Filter, bool IsWhole, Ordering? Order)
{
    public static DocumentQuery Of(ForEachDocumentStatement loop, Evaluator evaluator)
    {
        var extraction = new FilterExtraction(loop.Variable?.Text, evaluator);
        var (filter, isWhole) = extraction.Of(loop.Where);
        var field = loop.OrderBy is null ? new ColumnField(Column.Id) : extraction.Field(loop.OrderBy);
        return new(filter, isWhole, field is null ? null : new Ordering(field, loop.OrderBy is not null && loop.Descending));
    }
}
