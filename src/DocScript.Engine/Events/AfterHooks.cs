using System.Collections.Immutable;
using System.Security.Cryptography;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Events;

/// <summary>
/// Runs hooks after events, each in the order of the journal, until nothing is left: called by whoever committed something, and by whoever wants to see to what others left.
/// One hook is run by one engine at a time, which holds a lease on its cursor; another takes over when that is over. Nothing that goes wrong here is a failure of what was committed.
/// </summary>
internal sealed class AfterHooks(IStore store, CommitLoop commits, DesignCache designs, TimeProvider clock, IIdSource ids)
{
    private readonly string _owner = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private readonly HookCursors _cursors = new(store, clock, ids);
    private readonly JournalWatch _watch = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Commits with the hooks of a table: their cursors are there before, so that they are run for this too, and they are run after.</summary>
    public Task<RunResult> CommitAsync(Func<IStoreReader, Attempt> attempt, CommandTable table, CancellationToken cancellation) => table.Hooks.After.Count == 0
        ? commits.RunAsync(attempt, cancellation)
        : ThenRunAsync(() => commits.RunAsync(attempt, cancellation, () => PrepareAsync(table, cancellation)), table, cancellation);

    /// <summary>The same for a commit of another kind.</summary>
    public async Task<RunResult> CommitAsync(Func<Task<RunResult>> commit, CommandTable table, CancellationToken cancellation)
    {
        if (table.Hooks.After.Count == 0) return await commit().ConfigureAwait(false);
        await PrepareAsync(table, cancellation).ConfigureAwait(false);
        return await ThenRunAsync(commit, table, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the cursors of a table's hooks where they have none: what is committed from now on, they are run for.</summary>
    public Task PrepareAsync(CommandTable table, CancellationToken cancellation) => _cursors.PrepareAsync(table.Hooks.After, cancellation);

    /// <summary>Runs the hooks of a table for all that they were not run for yet. Answers what went wrong, as warnings.</summary>
    public async Task<ImmutableArray<Diagnostic>> DrainAsync(CommandTable table, CancellationToken cancellation)
    {
        if (table.Hooks.After.Count == 0) return [];
        var session = Open(table, cancellation);
        return await InTurnAsync(session, new HookDrain(store, _cursors, _watch, session, table.Hooks.After, cancellation).RunAsync, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs the hooks of a table again for what was set aside.</summary>
    public async Task<(ImmutableArray<RetriedHook> Retried, ImmutableArray<Diagnostic> Warnings)> RetryAsync(CommandTable table, CancellationToken cancellation)
    {
        var session = Open(table, cancellation);
        var retry = new HookRetry(store, session, table.Hooks.After);
        var warnings = await InTurnAsync(session, retry.RunAsync, cancellation).ConfigureAwait(false);
        return (retry.Retried, warnings);
    }

    private HookSession Open(CommandTable table, CancellationToken cancellation) => new(store, commits, designs, clock, ids, _cursors, _owner, table, cancellation);

    private async Task<RunResult> ThenRunAsync(Func<Task<RunResult>> commit, CommandTable table, CancellationToken cancellation)
    {
        var result = await commit().ConfigureAwait(false);
        if (result is not Done { Position: not null, Repeated: false } done) return result;
        var told = await DrainAsync(table, cancellation).ConfigureAwait(false);
        return told.IsEmpty ? done : done with { Warnings = done.Warnings.AddRange(told) };
    }

    // What was committed stands, whatever happens here: nothing is thrown, also when nobody waits any more.
    private async Task<ImmutableArray<Diagnostic>> InTurnAsync(HookSession session, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return [];
        }

        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever comes next goes on.
        }
        catch (StoreException problem)
        {
            session.Tell(EventCodes.NotRunNow, $"hooks after events could not be run now: {problem.Message}", problem.Help);
        }
        catch (FormatException damaged)
        {
            session.Tell(EventCodes.NotRunNow, $"hooks after events could not be run now: {damaged.Message}", "see what 'docscript verify' says");
        }
        finally
        {
            _turn.Release();
        }

        return session.Told;
    }
}
