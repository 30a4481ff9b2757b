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

    private const string Asker = "for each document";

    public void Run(ForEachDocumentStatement loop)
    {
        foreach (var id in Find(loop))
        {
            interpreter.CheckTime(loop.Span);
            if (State.Workspace.Find(id) is null) continue;
            interpreter.RunIn(loop.Body, id, loop.Variable?.Text, loop.Variable is null ? null : new DocumentReference(id));
        }
    }

    /// <summary>The ids of the documents that the loop is for, in its order.</summary>
    public List<long> Find(ForEachDocumentStatement loop)
    {
        var query = DocumentQuery.Of(loop, interpreter.Evaluator);
        return First(loop, query) ?? All(loop, query);
    }

    /// <summary>
    /// The ids of a loop that wants the first few, of which no others are read; null where all must be: to count them, to sort them, or because one that is not read could fail.
    /// </summary>
    private List<long>? First(ForEachDocumentStatement loop, DocumentQuery query)
    {
        var workspace = State.Workspace;
        if (loop.Expect is not null || query is not { IsWhole: true, Order: { } order } || !QueryPlan.IsKept(order.Field, workspace.Indexed)) return null;
        if (LimitOf(loop) is not { } limit || limit == 0 || workspace.First(query.Filter, order, limit, candidate => IsSelected(loop, candidate)) is not { } found) return null;
        workspace.Queries.Add(QueryText.OfFirst(Asker, query, order, limit, workspace.Indexed));
        return found;
    }

    private List<long> All(ForEachDocumentStatement loop, DocumentQuery query)
    {
        var candidates = State.Workspace.Query(query.Filter).Where(candidate => IsSelected(loop, candidate));
        List<long> ids = loop.OrderBy is { } key
            ? Ordered(loop, [.. candidates.Select(candidate => (candidate.Id, With(candidate, loop, key, interpreter.Evaluator.EvaluatePlain)))])
            : [.. candidates.Select(candidate => candidate.Id)];
        if (loop.Expect is not null && interpreter.Whole(loop.Expect, "'expect'") is var expected && expected != ids.Count)
            throw new ScriptFault(EngineCodes.ExpectFailed, $"expected {Counted.Of(expected, "document")}, found {ids.Count}", loop.Expect.Span, help: "look at what it finds with 'docscript plan'");
        long? limit = loop.Limit is null ? null : interpreter.Whole(loop.Limit, "'limit'");
        var sorted = loop.OrderBy is null ? null : query.Order is { Field: var field } ? QueryText.Name(field) : "what 'order by' says";
        State.Workspace.Queries.Add(QueryText.OfAll(Asker, query, sorted, limit, State.Workspace.Indexed));
        return limit < ids.Count ? ids[..(int)limit] : ids;
    }

    /// <summary>The limit, or null where there is none, or where it fails: then it does so in its turn, after the condition and the order.</summary>
    private long? LimitOf(ForEachDocumentStatement loop)
    {
        try
        {
            return loop.Limit is null ? null : interpreter.Whole(loop.Limit, "'limit'");
        }
        catch (ScriptFault)
        {
            return null;
        }
    }

    private bool IsSelected(ForEachDocumentStatement loop, Document candidate)
    {
        interpreter.CheckTime(loop.Span);
        return loop.Where is null || With(candidate, loop, loop.Where, interpreter.Evaluator.Condition);
    }

    /// <summary>Evaluates something of a candidate, which is current there and seen as everyone sees it.</summary>
    private T With<T>(Document candidate, ForEachDocumentStatement loop, Expression expression, Func<Expression, T> evaluate)
    {
        var (scope, current) = (State.Scope, State.CurrentId);
        (State.Scope, State.CurrentId, State.Workspace.SeesPublicOnly) = (new Scope(scope), candidate.Id, true);
        if (loop.Variable is { Text: var variable }) State.Scope.Declare(variable, new DocumentReference(candidate.Id));
        var value = evaluate(expression);
        (State.Scope, State.CurrentId, State.Workspace.SeesPublicOnly) = (scope, current, false);
        return value;
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
