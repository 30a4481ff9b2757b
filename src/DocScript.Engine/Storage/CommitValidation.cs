using System.Collections.Immutable;
using System.Globalization;

namespace DocScript.Engine.Storage;

/// <summary>
/// Judges whether everything a transaction read still holds: the one place where serializability is decided, shared by every store.
/// It runs inside the store's commit, when nothing else can commit.
/// </summary>
public static class CommitValidation
{
    /// <summary>
    /// The conflict, or null. Documents read or written are at their sequence; absent ids and keys still are; no change after
    /// <see cref="Transaction.ReadAt"/> put a document into one of its filters or took one out (the state before is the current one taken back by the inverses of the rows).
    /// </summary>
    public static Conflict? Validate(Transaction transaction, ICommitState state) =>
        Written(transaction.Documents, state)
        ?? Read(transaction.Reads, state)
        ?? Keys(transaction, state)
        ?? Filters(transaction, state);

    /// <summary>Refuses a transaction that no store can keep. Stores call it before anything else.</summary>
    /// <exception cref="ArgumentException">Its documents are not each there once in order of id, change nothing, or are not stamped with the sequence after the expected one: a bug of the caller.</exception>
    public static void EnsureWellFormed(Transaction transaction)
    {
        long? previous = null;
        foreach (var document in transaction.Documents)
        {
            if (document.Id <= previous) throw Wrong($"document {Text(document.Id)} does not stand after document {Text(previous.Value)}");
            if (document.Changes.IsEmpty) throw Wrong($"document {Text(document.Id)} has no changes");
            if (document.After.Header.Sequence != document.Expected + 1)
                throw Wrong($"document {Text(document.Id)} is stamped with sequence {Text(document.After.Header.Sequence)}, not {Text(document.Expected + 1)}");
            previous = document.Id;
        }

        ArgumentException Wrong(string what) => new(what, nameof(transaction));
    }

    private static Conflict? Written(ImmutableArray<DocumentChanges> documents, ICommitState state)
    {
        foreach (var document in documents)
            if (Moved(document.Id, document.Expected, state) is { } conflict) return conflict;
        return null;
    }

    private static Conflict? Read(ReadSet reads, ICommitState state)
    {
        foreach (var (id, sequence) in reads.Documents)
            if (Moved(id, sequence, state) is { } conflict) return conflict;
        return null;
    }

    private static Conflict? Moved(long id, long expected, ICommitState state)
    {
        var now = state.Sequence(id);
        if (now == expected) return null;
        return new(expected == 0 ? $"document {Text(id)} exists meanwhile" : $"document {Text(id)} is at sequence {Text(now)}, not {Text(expected)}");
    }

    private static Conflict? Keys(Transaction transaction, ICommitState state)
    {
        foreach (var key in transaction.Reads.AbsentKeys)
            if (state.FindKey(key) is { } id) return new($"key '{key}' names document {Text(id)} meanwhile");

        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in transaction.Documents)
        {
            if (document.Expected != 0) continue;
            var key = document.After.Header.Key;
            if (state.FindKey(key) is { } id) return new($"key '{key}' of document {Text(document.Id)} names document {Text(id)}");
            if (!given.Add(key)) return new($"key '{key}' of document {Text(document.Id)} is given twice");
        }

        return null;
    }

    private static Conflict? Filters(Transaction transaction, ICommitState state)
    {
        if (transaction.Reads.Filters.IsEmpty) return null;
        foreach (var id in state.ChangedAfter(transaction.ReadAt))
            if (id > 0 && Crossed(id, transaction, state) is { } conflict) return conflict;
        return null;
    }

    /// <summary>The conflict when a changed document came into or went out of a filter since the transaction read.</summary>
    private static Conflict? Crossed(long id, Transaction transaction, ICommitState state)
    {
        var before = state.HeaderAt(id, transaction.ReadAt);
        var after = state.HeaderAt(id, long.MaxValue);
        // The purge took what the inverses would bring back. Nothing is missed: what a filter let through was read, and its sequence has moved on.
        if (after is { Purged: true }) return null;

        (Document? Before, Document After)? both = null;
        foreach (var filter in transaction.Reads.Filters)
        {
            var beforeCan = before is not null && filter.CanMatch(before);
            var afterCan = after is not null && filter.CanMatch(after);
            if (!beforeCan && !afterCan) continue;

            both ??= Load(id, before, transaction.ReadAt, state);
            var was = beforeCan && filter.Matches(both.Value.Before!);
            var now = afterCan && filter.Matches(both.Value.After);
            if (was != now) return new($"document {Text(id)} {(now ? "came into" : "went out of")} a query meanwhile");
        }

        return null;
    }

    private static (Document? Before, Document After) Load(long id, Header? header, long position, ICommitState state)
    {
        var after = state.Load(id) ?? throw new InvalidOperationException($"document {Text(id)} has journal rows but no state");
        if (header is null) return (null, after);
        var before = after;
        foreach (var row in state.RowsAfter(id, position).Reverse())
            for (var i = row.Changes.Length - 1; i >= 0; i--) before = row.Changes[i].Invert().Apply(before);
        return (before with { Header = header }, after);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
