using System.Globalization;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>Runs hooks after events until there is nothing left that can be done now.</summary>
internal sealed class HookDrain(IStore store, HookCursors cursors, JournalWatch watch, HookSession session, IReadOnlyList<EventHook> hooks, CancellationToken cancellation)
{
    private readonly HashSet<EventHook> _stopped = [];

    /// <summary>Runs each hook for all that it was not run for yet; what they commit raises further events.</summary>
    public async Task RunAsync()
    {
        while (Look() is { Count: > 0 } found)
            foreach (var (hook, events) in found.OrderBy(each => each.Key.Name, StringComparer.Ordinal))
                await RunAsync(hook, events).ConfigureAwait(false);
        foreach (var hook in hooks)
            if (watch.HasPassed(hook)) await PassAsync(hook).ConfigureAwait(false);
    }

    private async Task PassAsync(EventHook hook)
    {
        var isMoved = await session.PassAsync(hook, place => watch.Passed(hook, place)).ConfigureAwait(false);
        if (isMoved) watch.Moved(hook);
        else watch.Forget(hook);
    }

    private Dictionary<EventHook, PendingEvents> Look()
    {
        using var reader = store.Read();
        if (watch.IsQuiet(reader, hooks)) return [];
        return watch.First(reader, [.. from hook in hooks where !_stopped.Contains(hook) let cursor = cursors.Find(reader, hook) where cursor is not null && !session.IsKeptOut(cursor) select KeyValuePair.Create(hook, cursor.Place)]);
    }

    private async Task RunAsync(EventHook hook, PendingEvents first)
    {
        if (!await session.TakeAsync(hook, first.From).ConfigureAwait(false)) return;
        var isThrough = false;
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

            isThrough = true;
        }
        finally
        {
            // It looked beyond what it then did not do.
            if (!isThrough) watch.Forget(hook);
            await session.ReleaseAsync(hook).ConfigureAwait(false);
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
            session.Tell(EventCodes.TooDeep, $"{Called(hook, document)} was not run: {events.Depth} hooks had raised the event one after another", "let the hook look whether there is anything to do, and commit nothing where there is not");
            return await session.MoveAsync(hook, After).ConfigureAwait(false) || Stop(hook);
        }

        var (result, run) = await session.CallAsync(hook, events, document, After).ConfigureAwait(false);
        if (run.IsLost) return Stop(hook);
        if (run.Failure is { } failure) return await FailedAsync(hook, events, document, place, failure).ConfigureAwait(false) || Stop(hook);
        if (result is Done) return true;
        session.Tell(EventCodes.NotRunNow, $"{Called(hook, document)} could not be run now: other transactions came between each time", "it is run later");
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
        var (message, at) = HookSession.Said(failure);
        var (failures, isSetAside) = (0, false);
        var isHeld = await session.MoveAsync(hook, cursor =>
        {
            failures = Math.Min(cursor.Failures + 1, HookCursor.MostFailures);
            isSetAside = failures == HookCursor.MostFailures && cursor.SetAside.Length < HookCursor.MostSetAside;
            return isSetAside
                ? cursor with { Place = place, Failures = 0, SetAside = cursor.SetAside.Add(session.SetAside(events.Transaction, document, message)) }
                : cursor with { Failures = failures };
        }).ConfigureAwait(false);
        if (!isHeld) return false;
        if (isSetAside)
            session.Tell(EventCodes.SetAside, $"{Called(hook, document)} failed {failures} times and was set aside: {message}", "mend it, then run it again with 'docscript commands failed --retry'", at);
        else
            session.Tell(EventCodes.AfterFailed, string.Create(CultureInfo.InvariantCulture, $"{Called(hook, document)} failed, tried {failures} of {HookCursor.MostFailures}: {message}"), failures == HookCursor.MostFailures ? "so much is set aside that it stands still: see 'docscript commands failed'" : "it is tried again after the next transaction, or by 'docscript tick'", at);
        return isSetAside;
    }

    private static string Called(EventHook hook, long document) => string.Create(CultureInfo.InvariantCulture, $"the hook '{hook.Name}' after {EventNames.Of(hook.Event)} of document {document}");
}
