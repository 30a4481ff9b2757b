using System.Collections.Immutable;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>Runs hooks again for what was set aside.</summary>
internal sealed class HookRetry(IStore store, HookSession session, IReadOnlyList<EventHook> hooks)
{
    private readonly ImmutableArray<RetriedHook>.Builder _retried = ImmutableArray.CreateBuilder<RetriedHook>();

    /// <summary>What became of each.</summary>
    public ImmutableArray<RetriedHook> Retried => _retried.ToImmutable();

    /// <summary>All that is set aside, by the hooks' names and events.</summary>
    public static IEnumerable<(FailedHook Told, SetAside Kept)> All(IStoreReader reader) =>
        from cursor in HookCursors.All(reader).OrderBy(cursor => cursor.Name, StringComparer.Ordinal).ThenBy(cursor => cursor.Event)
        from each in cursor.Cursor.SetAside
        select (new FailedHook(cursor.Name, cursor.Event, each.Document, each.Transaction, each.Message, each.At), each);

    /// <summary>Tries all, each once.</summary>
    public async Task RunAsync()
    {
        List<(FailedHook Told, SetAside Kept)> all;
        using (var reader = store.Read()) all = [.. All(reader)];
        foreach (var group in all.GroupBy(each => (each.Told.Hook, each.Told.Event)))
        {
            var hook = hooks.FirstOrDefault(hook => hook.Name == group.Key.Hook && hook.Event == group.Key.Event);
            if (hook is null) Add(group, "there is no such hook any more");
            else if (!await session.TakeAsync(hook).ConfigureAwait(false)) Add(group, "another process is running the hook; try again");
            else await RunAsync(hook, group).ConfigureAwait(false);
        }
    }

    private void Add(IEnumerable<(FailedHook Told, SetAside Kept)> group, string failure) => _retried.AddRange(group.Select(each => new RetriedHook(each.Told, failure)));

    private async Task RunAsync(EventHook hook, IEnumerable<(FailedHook Told, SetAside Kept)> group)
    {
        try
        {
            foreach (var (told, kept) in group) _retried.Add(new(told, await TryAsync(hook, kept).ConfigureAwait(false)));
        }
        finally
        {
            await session.ReleaseAsync(hook).ConfigureAwait(false);
        }
    }

    // Why it failed again, or null.
    private async Task<string?> TryAsync(EventHook hook, SetAside kept)
    {
        var (result, run) = await session.CallAsync(hook, EventsOf(kept), kept.Document, cursor => cursor.SetAside.Contains(kept) ? cursor with { SetAside = cursor.SetAside.Remove(kept) } : null).ConfigureAwait(false);
        if (run.IsLost) return "another process is running the hook; try again";
        if (run.Failure is not { } failure) return result is Done ? null : "other transactions came between each time; try again";
        var message = HookSession.Said(failure).Message;
        await session.MoveAsync(hook, cursor => cursor with { SetAside = cursor.SetAside.Replace(kept, session.SetAside(kept.Transaction, kept.Document, message)) }).ConfigureAwait(false);
        return message;
    }

    private PendingEvents EventsOf(SetAside kept)
    {
        using var reader = store.Read();
        var entry = reader.Transaction(kept.Transaction) ?? throw new StoreException(StoreProblem.Corrupt, $"the journal has lost transaction {kept.Transaction}", "see what else 'docscript verify' says, and restore a backup");
        return new PendingEvents(new HookPlace(entry.Transaction, null), entry.Transaction, entry.Position, entry.Actor, HookTransaction.DepthOf(entry), [kept.Document]);
    }
}
