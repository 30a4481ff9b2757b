using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Storage;
using DocScript.Language.Tree;

namespace DocScript.Engine.Execution;

/// <summary><c>for each document</c>: which documents, in which order, fixed before the body runs the first time.</summary>
internal sealed class DocumentLoop(Interpreter interpreter)
{
    private RunState State => interpreter.State;

    public void Run(ForEachDocumentStatement loop)
    {
        var variable = loop.Variable?.Text;
        var filter = FilterExtraction.Of(loop.Where, variable, interpreter.Evaluator);
        State.Workspace.Queries.Add(FilterExtraction.Describe("for each document", filter, State.Workspace.Design));
        var ids = Select(loop, variable, State.Workspace.Query(filter));
        if (loop.Expect is not null && interpreter.Whole(loop.Expect, "'expect'") is var expected && expected != ids.Count)
            throw new ScriptFault(EngineCodes.ExpectFailed, $"expected {Counted.Of(expected, "document")}, found {ids.Count}", loop.Expect.Span, help: "look at what it finds with 'docscript plan'");
        var limit = loop.Limit is null ? long.MaxValue : interpreter.Whole(loop.Limit, "'limit'");
        foreach (var id in ids)
        {
            if (limit-- <= 0) break;
            interpreter.CheckTime(loop.Span);
            if (State.Workspace.Find(id) is null) continue;
            interpreter.RunIn(loop.Body, id, variable, new DocumentReference(id));
        }
    }

    private List<long> Select(ForEachDocumentStatement loop, string? variable, List<Document> candidates)
    {
        if (loop.Where is null && loop.OrderBy is null) return [.. candidates.Select(document => document.Id)];
        var (scope, current) = (State.Scope, State.CurrentId);
        State.Workspace.SeesPublicOnly = true;
        var selected = new List<(long Id, Value Key)>();
        foreach (var candidate in candidates)
        {
            interpreter.CheckTime(loop.Span);
            State.Scope = new Scope(scope);
            State.CurrentId = candidate.Id;
            if (variable is not null) State.Scope.Declare(variable, new DocumentReference(candidate.Id));
            if (loop.Where is not null && !interpreter.Evaluator.Condition(loop.Where)) continue;
            selected.Add((candidate.Id, loop.OrderBy is null ? Value.Null : interpreter.Evaluator.EvaluatePlain(loop.OrderBy)));
        }

        (State.Scope, State.CurrentId) = (scope, current);
        State.Workspace.SeesPublicOnly = false;
        return loop.OrderBy is null ? [.. selected.Select(pair => pair.Id)] : Ordered(loop, selected);
    }

    // Stable, null after all values, as SQL orders.
    private static List<long> Ordered(ForEachDocumentStatement loop, List<(long Id, Value Key)> selected)
    {
        if (selected.Find(pair => pair.Key is not NullValue) is { Key: { } first } && selected.Find(pair => pair.Key is not NullValue && Comparing.Order(first, pair.Key) is null) is { Key: { } other })
            throw new ScriptFault(EngineCodes.WrongKind, $"can't order by {Kinds.WithArticle(first)} and {Kinds.WithArticle(other)}", loop.OrderBy!.Span);
        var ordered = loop.Descending ? selected.OrderByDescending(pair => pair.Key, FieldOrder.Instance) : selected.OrderBy(pair => pair.Key, FieldOrder.Instance);
        return [.. ordered.Select(pair => pair.Id)];
    }
}
