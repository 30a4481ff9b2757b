using DocScript.Cli.Input;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;

namespace DocScript.Cli.Verbs;

/// <summary>
/// A store that is opened when something is to be written. Where there is no file yet, a script is tried on an empty store in memory first,
/// so that one that is wrong or changes nothing leaves no file behind.
/// </summary>
internal sealed class StoreSession(Invocation call, StoreLocation location) : IAsyncDisposable
{
    private IStore? _store;
    private ScriptEngine? _engine;

    /// <summary>The store if there is one, opened; else null.</summary>
    public IStore? Existing => _store ??= Stores.OpenExisting(location, call.Clock());

    /// <summary>The engine over the store, which is made if there is none.</summary>
    public ScriptEngine Engine => _engine ??= call.Engine(_store ??= Stores.OpenOrMake(location, call.Clock()));

    /// <summary>Runs a script; one that fails or changes nothing makes no store.</summary>
    public Task<RunResult> RunAsync(RunRequest request) => AnswerAsync(async () =>
        await TriedAsync(request, request.Key is null) ?? await Engine.RunAsync(request, call.Cancellation));

    /// <summary>Undoes a transaction.</summary>
    public Task<RunResult> UndoAsync(Guid transaction, string actor) => AnswerAsync(() => Engine.UndoAsync(transaction, actor, call.Cancellation));

    /// <summary>Plans a script; where there is no store, on an empty one in memory.</summary>
    public async Task<RunResult> PlanAsync(RunRequest request)
    {
        if (Existing is not null) return await Engine.PlanAsync(request, call.Cancellation);
        await using var empty = new MemoryStore();
        return await call.Engine(empty).PlanAsync(request, call.Cancellation);
    }

    /// <summary>Plans a script so that it can be applied; its ids are reserved in the store, which is made if there is none.</summary>
    public async Task<(RunResult Result, SavedPlan? Plan)> SavePlanAsync(RunRequest request)
    {
        if (await TriedAsync(request, isEnough: true) is { } tried) return (tried, null);
        return await Engine.SavePlanAsync(request, call.Cancellation);
    }

    /// <summary>Imports into the store, which is made if there is none; where there is none, an import makes one only if its outcome is one that <paramref name="makesStore"/>.</summary>
    /// <param name="import">The import.</param>
    /// <param name="makesStore">Whether an outcome is worth a store.</param>
    /// <param name="plan">What tells the outcome on an empty store, where the import itself does more than to commit to it.</param>
    public async Task<T> ImportAsync<T>(Func<IStore, Task<T>> import, Func<T, bool> makesStore, Func<IStore, Task<T>>? plan = null)
    {
        if (Existing is null)
        {
            await using var empty = new MemoryStore();
            var tried = await (plan ?? import)(empty);
            if (!makesStore(tried)) return tried;
        }

        return await import(_store ??= Stores.OpenOrMake(location, call.Clock()));
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? default;

    // What the store can't do is a result like others: what was committed before stands and is told.
    private static async Task<RunResult> AnswerAsync(Func<Task<RunResult>> run)
    {
        try
        {
            return await run();
        }
        catch (StoreException exception)
        {
            return new Failed([exception.ToDiagnostic("nothing was changed")]);
        }
    }

    // The answer of the empty store where there is none, if it is the last word: a failure, or (where that is enough) nothing to change.
    private async Task<RunResult?> TriedAsync(RunRequest request, bool isEnough)
    {
        if (Existing is not null) return null;
        var tried = await PlanAsync(request);
        return tried is not Done done || (isEnough && done.Documents.IsEmpty) ? tried : null;
    }
}
