using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;

namespace DocScript.Engine.Events;

/// <summary>The cursors of hooks in a store: finds, makes and moves them, all by its commit. Safe for several threads.</summary>
internal sealed class HookCursors(IStore store, TimeProvider clock, IIdSource ids)
{
    private const string Prefix = "$hook:after:";

    // Ids are given once and stay.
    private readonly ConcurrentDictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>The cursors of all hooks that ever ran with the store, also of such that are gone, with event and name.</summary>
    public static IEnumerable<(DocumentEvents Event, string Name, HookCursor Cursor)> All(IStoreReader reader)
    {
        for (var id = SystemDocuments.FirstHookCursor; reader.Load(id) is { } document; id--)
        {
            var parts = document.Header.Key[Prefix.Length..].Split(':', 2);
            if (EventNames.Find(parts[0]) is { } single) yield return (single, parts[1], HookCursor.Of(document));
        }
    }

    /// <summary>The id of a hook's cursor, or null where it has none yet.</summary>
    public long? IdOf(IStoreReader reader, EventHook hook)
    {
        var key = KeyOf(hook);
        if (_ids.TryGetValue(key, out var known)) return known;
        return reader.FindKey(key) is { } id ? _ids[key] = id : null;
    }

    /// <summary>A hook's cursor, or null where it has none yet.</summary>
    public HookCursor? Find(IStoreReader reader, EventHook hook) => IdOf(reader, hook) is { } id ? HookCursor.Of(reader.Load(id)!) : null;

    /// <summary>Makes the cursors of hooks that have none: from the journal's end on they are run.</summary>
    public async Task PrepareAsync(IReadOnlyList<EventHook> hooks, CancellationToken cancellation)
    {
        foreach (var hook in hooks)
            while (!await PrepareAsync(hook, cancellation).ConfigureAwait(false)) { }
    }

    /// <summary>Changes a hook's cursor; answers whether it did. Asked again when another changed it meanwhile.</summary>
    /// <param name="change">The cursor to be, or null to leave it as it is.</param>
    public async Task<bool> ChangeAsync(EventHook hook, Func<HookCursor, HookCursor?> change, CancellationToken cancellation)
    {
        while (true)
        {
            Transaction transaction;
            using (var reader = store.Read())
            {
                if (IdOf(reader, hook) is not { } id) return false;
                var document = reader.Load(id)!;
                if (change(HookCursor.Of(document)) is not { } after) return false;
                var changes = after.From(document).ToImmutableArray();
                if (changes.IsEmpty) return true;
                transaction = Of(reader, hook, id, document, changes);
            }

            if (await store.CommitAsync(transaction, cancellation).ConfigureAwait(false) is Committed) return true;
        }
    }

    internal static string KeyOf(EventHook hook) => $"{Prefix}{EventNames.Of(hook.Event)}:{hook.Name}";

    private async Task<bool> PrepareAsync(EventHook hook, CancellationToken cancellation)
    {
        if (_ids.ContainsKey(KeyOf(hook))) return true;
        Transaction transaction;
        using (var reader = store.Read())
        {
            if (IdOf(reader, hook) is not null) return true;
            var id = SystemDocuments.FirstHookCursor;
            while (reader.Load(id) is not null) id--;
            var last = reader.Position == 0 ? null : reader.Journal(reader.Position - 1).Last().Transaction as Guid?;
            transaction = Of(reader, hook, id, null, [new HookCursor(new HookPlace(last, null)).Make(id, KeyOf(hook))]);
        }

        return await store.CommitAsync(transaction, cancellation).ConfigureAwait(false) is Committed;
    }

    private Transaction Of(IStoreReader reader, EventHook hook, long id, Document? before, ImmutableArray<Change> changes)
    {
        var (instant, expected) = (Instants.Now(clock), before?.Header.Sequence ?? 0);
        return new()
        {
            Id = ids.Transaction(instant),
            Actor = EventHook.Actor,
            Instant = instant,
            Script = string.Create(CultureInfo.InvariantCulture, $"# how far after {EventNames.Of(hook.Event)}: {hook.Name}"),
            ReadAt = reader.Position,
            Reads = ReadSet.Empty with { Documents = ReadDocuments.Of([KeyValuePair.Create(id, expected)]) },
            Documents = [new DocumentChanges(expected, changes, Document.Commit(before, changes, instant))],
        };
    }
}
