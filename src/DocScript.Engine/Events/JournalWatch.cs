using System.Collections.Immutable;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>
/// Looks through the journal for what hooks are still to be run for, once for all hooks, and remembers how far there was nothing, so that a commit costs the look at its own entry.
/// Used by one thread at a time.
/// </summary>
internal sealed class JournalWatch
{
    /// <summary>How many transactions that do not concern a hook lie behind its cursor at most before it is moved: what another process has to look through again.</summary>
    public const int MostPassed = 100;

    private readonly Dictionary<string, Watched> _watched = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether there is nothing for any of these hooks, told without their cursors: of each it was known that there was nothing, and what was committed since concerns none. Cursors
    /// only go on, so that it still holds when another has moved them.
    /// </summary>
    public bool IsQuiet(IStoreReader reader, IReadOnlyList<EventHook> hooks)
    {
        var watched = hooks.Select(hook => _watched.GetValueOrDefault(HookCursors.KeyOf(hook))).OfType<Watched>().Where(each => each.IsAtEnd).ToList();
        if (watched.Count < hooks.Count) return false;
        var events = hooks.Aggregate(DocumentEvents.None, (all, hook) => all | hook.Event);
        var entries = reader.Journal(watched.Min(each => each.Position)).ToList();
        if (entries.Exists(entry => entry.Rows.Any(row => (RaisedEvents.Of(row) & events) is not DocumentEvents.None))) return false;
        foreach (var entry in entries)
            foreach (var each in watched)
                if (entry.Position > each.Position) each.Pass(entry);
        return true;
    }

    /// <summary>The first events after a place of each hook, for the hooks that have any.</summary>
    public Dictionary<EventHook, PendingEvents> First(IStoreReader reader, IReadOnlyCollection<KeyValuePair<EventHook, HookPlace>> places)
    {
        var found = new Dictionary<EventHook, PendingEvents>();
        var waiting = places.Select(each => (Hook: each.Key, Watched: At(reader, each.Key, each.Value))).ToList();
        if (waiting.Count == 0) return found;
        foreach (var entry in reader.Journal(waiting.Min(each => each.Watched.Position)))
        {
            var events = entry.Rows.Select(row => (row.Document, Events: RaisedEvents.Of(row))).Where(row => row.Events is not DocumentEvents.None).ToList();
            foreach (var each in waiting)
            {
                if (entry.Position <= each.Watched.Position) continue;
                var done = entry.Transaction == each.Watched.Place.Transaction ? each.Watched.Place.Document : null;
                var documents = events.Where(row => row.Events.HasFlag(each.Hook.Event) && !(row.Document <= done)).Select(row => row.Document).ToImmutableArray();
                if (documents.IsEmpty) each.Watched.Pass(entry);
                else found.Add(each.Hook, new PendingEvents(each.Watched.Place, entry.Transaction, entry.Position, entry.Actor, HookTransaction.DepthOf(entry), documents));
            }

            foreach (var each in waiting.Where(each => found.ContainsKey(each.Hook))) each.Watched.IsAtEnd = false;
            if (waiting.RemoveAll(each => found.ContainsKey(each.Hook)) > 0 && waiting.Count == 0) break;
        }

        foreach (var each in waiting) each.Watched.IsAtEnd = true;

        return found;
    }

    /// <summary>Says that a hook was run for all of a transaction's events.</summary>
    public HookPlace Done(EventHook hook, PendingEvents events)
    {
        var place = new HookPlace(events.Transaction, null);
        _watched[HookCursors.KeyOf(hook)] = new Watched(place, events.Position);
        return place;
    }

    /// <summary>What is known of a hook may not hold.</summary>
    public void Forget(EventHook hook) => _watched.Remove(HookCursors.KeyOf(hook));

    /// <summary>Whether enough was passed that does not concern a hook to move its cursor.</summary>
    public bool HasPassed(EventHook hook) => _watched.GetValueOrDefault(HookCursors.KeyOf(hook)) is { Passed: >= MostPassed };

    /// <summary>Where a hook's cursor may be moved to, because enough was passed that does not concern it; null where it is not worth it.</summary>
    public HookPlace? Passed(EventHook hook, HookPlace place) => _watched.GetValueOrDefault(HookCursors.KeyOf(hook)) is { Passed: >= MostPassed, Last: { } last } known && known.Place == place ? new HookPlace(last, null) : null;

    /// <summary>Says that a hook's cursor was moved to where it had <see cref="Passed"/>.</summary>
    public void Moved(EventHook hook)
    {
        var known = _watched[HookCursors.KeyOf(hook)];
        _watched[HookCursors.KeyOf(hook)] = new Watched(new HookPlace(known.Last, null), known.Position) { IsAtEnd = known.IsAtEnd };
    }

    // What was passed holds for as long as nobody moved the cursor.
    private Watched At(IStoreReader reader, EventHook hook, HookPlace place)
    {
        if (_watched.GetValueOrDefault(HookCursors.KeyOf(hook)) is { } known && known.Place == place) return known;
        return _watched[HookCursors.KeyOf(hook)] = new Watched(place, PositionOf(reader, place));
    }

    private static long PositionOf(IStoreReader reader, HookPlace place)
    {
        if (place.Transaction is not { } id) return 0;
        var entry = reader.Transaction(id) ?? throw new StoreException(StoreProblem.Corrupt, $"the journal has lost transaction {id}, up to which a hook was run", "see what else 'docscript verify' says, and restore a backup");
        return place.Document is null ? entry.Position : entry.Position - 1;
    }

    private sealed class Watched(HookPlace place, long position)
    {
        /// <summary>The place of the cursor.</summary>
        public HookPlace Place { get; } = place;

        /// <summary>The position up to which there is nothing.</summary>
        public long Position { get; private set; } = position;

        /// <summary>Whether the journal ended there when it was looked at last.</summary>
        public bool IsAtEnd { get; set; }

        /// <summary>How many transactions were passed since the place.</summary>
        public int Passed { get; private set; }

        /// <summary>The last one passed.</summary>
        public Guid? Last { get; private set; }

        public void Pass(JournalEntry entry) => (Position, Last, Passed) = (entry.Position, entry.Transaction, Passed + 1);
    }
}
