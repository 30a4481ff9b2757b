using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>Warns of a <c>where</c> that neither a header column nor an index narrows: each document of the store is read for it. A plan says how each query was done.</summary>
internal static class ScanningQueries
{
    public static void Check(ForEachDocumentStatement loop, CheckScope scope, Design? design, CheckContext context)
    {
        if (loop.Where is not { } where || design is null) return;
        var conjuncts = new FilterConjuncts(
            design,
            loop.Variable?.Text,
            scope.Has,
            name => scope.Find(name) is { Known: { IsDocument: false, ComponentType: null } });
        var indexed = IndexedMetadata.Of(design);
        if (!conjuncts.Of(where).OfType<FilterConjunct>().Any(conjunct => QueryPlan.Narrows(conjunct.Field, conjunct.Operator, indexed)))
            context.Warn(
                EngineCodes.ScanningQuery,
                "this condition reads every document",
                where.Span,
                "no column or index narrows it",
                "compare id, key, type, title, published, created, updated or indexed metadata with a value, and join the rest with 'and'");
    }
}
