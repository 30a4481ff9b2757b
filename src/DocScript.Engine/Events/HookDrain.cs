using System.Collections.Immutable;
using System.Globalization;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Events;

/// <summary>One round of running hooks after events, until there is nothing left that can be done now.</summary>
internal sealed class HookDrain(
    IStore store, CommitLoop commits, DesignCache designs, TimeProvider clock, IIdSource ids, HookCursors cursors, JournalWatch watch, string owner, CommandTable table, CancellationToken cancellation)
{
    private static readonly SourceText Nowhere = new("hooks", "");

    private readonly HashSet<EventHook> _stopped = [];
    private readonly ImmutableArray<Diagnostic>.Builder _told = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What went wrong, as warnings.</summary>
    public ImmutableArray<Diagnostic> Told => _told.ToImmutable();

    /// <summary>Runs each hook for all that it was not run for yet; what they commit raises further events.</summary>
    public async Task RunAsync()
    {
        while (Look() is { Count: > 0 } found)
            foreach (var (hook, events) in found.OrderBy(each => each.Key.Name, StringComparer.Ordinal))
                await RunAsync(hook, events).ConfigureAwait(false);
        foreach (var hook in table.Hooks.After)
            if (watch.HasPassed(hook))
                await cursors.ChangeAsync(hook, cursor => !IsKeptOut(cursor) && watch.Passed(hook, cursor.Place) is { } passed ? cursor with { Place = passed } : null, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes the lease of a hook, or answers that another has it, or has moved the cursor meanwhile.</summary>
    public Task<bool> TakeAsync(EventHook hook, HookPlace? at = null) =>
        cursors.ChangeAsync(hook, cursor => IsKeptOut(cursor) || (at is not null && cursor.Place != at) ? null : cursor with { Lease = NewLease() }, cancellation);

    /// <summary>Lets others run a hook at once; also when nobody waits for this any more.</summary>
    public Task ReleaseAsync(EventHook hook) => cursors.ChangeAsync(hook, cursor => cursor.Lease?.Owner == owner ? cursor with { Lease = null } : null, CancellationToken.None);

    /// <summary>Runs a hook for one document; where it failed, nothing was changed.</summary>
    /// <param name="after">The cursor once it has run, or null where the hook is not to be run any more.</param>
    public async Task<(RunResult Result, HookRun Run)> CallAsync(EventHook hook, PendingEvents events, long document, Func<HookCursor, HookCursor?> after)
    {
        var allocator = new IdAllocator(ids, (kind, count) => store.ReserveIdsAsync(kind, count, cancellation).GetAwaiter().GetResult(), 1);
        var run = new HookRun(hook, events, document, owner, cursor => after(cursor) is { } then ? Renewed(then) : null, table, cursors, ids, allocator, clock);
        return (await commits.RunAsync(reader => run.Attempt(reader, designs.Of(reader), cancellation), cancellation).ConfigureAwait(false), run);
    }

    /// <summary>Changes the cursor of a hook whose lease is held here.</summary>
    public Task<bool> MoveAsync(EventHook hook, Func<HookCursor, HookCursor> change) =>
        cursors.ChangeAsync(hook, cursor => cursor.Lease?.Owner == owner ? change(cursor) : null, cancellation);

    /// <summary>Warns of something.</summary>
    public void Tell(DiagnosticCode code, string message, string? help, Location? at = null) =>
        _told.Add(new Diagnostic(code, Severity.Warning, message, at, Help: help, Note: "the transaction stands"));

    /// <summary>What a hook said when it failed, on one line.</summary>
    public static (string Message, Location? At) Said(ScriptFault fault)
    {
        var diagnostic = fault.ToDiagnostic(Nowhere, "");
        return (string.Concat(diagnostic.Message.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString())), diagnostic.Location);
    }

    /// <summary>Something set aside at this time.</summary>
    public SetAside SetAside(Guid transaction, long document, string message) => new(transaction, document, message.Length > 500 ? message[..500] : message, Instants.Now(clock));

    private Dictionary<EventHook, PendingEvents> Look()
    {
        using var reader = store.Read();
        return watch.First(reader, [.. from hook in table.Hooks.After where !_stopped.Contains(hook) let cursor = cursors.Find(reader, hook) where cursor is not null && !IsKeptOut(cursor) select KeyValuePair.Create(hook, cursor.Place)]);
    }

    private bool IsKeptOut(HookCursor cursor) => cursor.Lease?.KeepsOut(owner, clock.GetUtcNow()) == true;

    private HookCursor Renewed(HookCursor cursor) => cursor.Lease is null ? cursor : cursor with { Lease = NewLease() };

    private HookLease NewLease() => new(owner, clock.GetUtcNow() + HookLease.Lasts);

    private async Task RunAsync(EventHook hook, PendingEvents first)
    {
        if (!await TakeAsync(hook, first.From).ConfigureAwait(false)) return;
        try
        {
            for (PendingEvents? next = first, following = null; next is not null; next = following)
            {
                following = null;
                foreach (var document in next.Documents)
                {
                    var (isLast, place) = (document == next.Documents[^1], new HookPlace(next.Transaction, document));
                    if (isLast) (place, following) = Beyond(hook, next);
                    if (!await RunAsync(hook, next, document, place, isLast && following is null).ConfigureAwait(false)) return;
                }
            }
        }
        finally
        {
            await ReleaseAsync(hook).ConfigureAwait(false);
        }
    }

    private (HookPlace Place, PendingEvents? Following) Beyond(EventHook hook, PendingEvents events)
    {
        var place = watch.Done(hook, events);
        using var reader = store.Read();
        return (place, watch.First(reader, [KeyValuePair.Create(hook, place)]).GetValueOrDefault(hook));
    }

    // Whether to go on with the hook.
    private async Task<bool> RunAsync(EventHook hook, PendingEvents events, long document, HookPlace place, bool isEnd)
    {
        cancellation.ThrowIfCancellationRequested();
        if (events.Depth >= HookTransaction.MostDepth)
        {
            Tell(EventCodes.TooDeep, $"{Called(hook, document)} was not run: {events.Depth} hooks had raised the event one after another", "let the hook look whether there is anything to do, and commit nothing where there is not");
            return await MoveAsync(hook, After).ConfigureAwait(false) || Stop(hook);
        }

        var (result, run) = await CallAsync(hook, events, document, After).ConfigureAwait(false);
        if (run.IsLost) return Stop(hook);
        if (run.Failure is { } failure) return await FailedAsync(hook, events, document, place, failure).ConfigureAwait(false) || Stop(hook);
        if (result is Done) return true;
        Tell(EventCodes.NotRunNow, $"{Called(hook, document)} could not be run now: other transactions came between each time", "it is run later");
        return Stop(hook);

        HookCursor After(HookCursor cursor) => cursor with { Place = place, Failures = 0, Lease = isEnd ? null : cursor.Lease };
    }

    private bool Stop(EventHook hook)
    {
        _stopped.Add(hook);
        return false;
    }

    // Whether it was set aside, so that the hook goes on without.
    private async Task<bool> FailedAsync(EventHook hook, PendingEvents events, long document, HookPlace place, ScriptFault failure)
    {
        var (message, at) = Said(failure);
        var (failures, isSetAside) = (0, false);
        var isHeld = await MoveAsync(hook, cursor =>
        {
            failures = Math.Min(cursor.Failures + 1, HookCursor.MostFailures);
            isSetAside = failures == HookCursor.MostFailures && cursor.SetAside.Length < HookCursor.MostSetAside;
            return isSetAside
                ? cursor with { Place = place, Failures = 0, SetAside = cursor.SetAside.Add(SetAside(events.Transaction, document, message)) }
                : cursor with { Failures = failures };
        }).ConfigureAwait(false);
        if (!isHeld) return false;
        if (isSetAside)
            Tell(EventCodes.SetAside, $"{Called(hook, document)} failed {failures} times and was set aside: {message}", "mend it, then run it again with 'docscript commands failed --retry'", at);
        else
            Tell(EventCodes.AfterFailed, string.Create(CultureInfo.InvariantCulture, $"{Called(hook, document)} failed, tried {failures} of {HookCursor.MostFailures}: {message}"), failures == HookCursor.MostFailures ? "so much is set aside that it stands still: see 'docscript commands failed'" : "it is tried again after the next transaction, or by 'docscript tick'", at);
        return isSetAside;
    }

    private static string Called(EventHook hook, long document) => string.Create(CultureInfo.InvariantCulture, $"the hook '{hook.Name}' after {EventNames.Of(hook.Event)} of document {document}");
}
