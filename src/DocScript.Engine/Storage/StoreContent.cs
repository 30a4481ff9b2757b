using System.Collections.Immutable;
using DocScript.Documents.Changes;

namespace DocScript.Engine.Storage;

/// <summary>All that a store holds at one position, read lazily and once: what another store is filled with (<see cref="IStoreMaintenance.FillAsync"/>).</summary>
/// <param name="Journal">Every transaction in commit order.</param>
/// <param name="Results">The kept results, oldest first.</param>
/// <param name="LastIds">The highest id of each kind that was committed or reserved.</param>
public sealed record StoreContent(IEnumerable<CopiedTransaction> Journal, IEnumerable<StoredResult> Results, ImmutableDictionary<IdKind, long> LastIds)
{
    /// <summary>What a reader sees, without the kept results that are over at an instant. It can be enumerated until the reader is disposed.</summary>
    public static StoreContent Of(IStoreReader reader, DateTimeOffset asOf) => new(
        reader.Journal(0).Select(entry => CopiedTransaction.Of(entry, reader)),
        reader.Results().Where(result => !result.Kept.IsOver(asOf)),
        Enum.GetValues<IdKind>().ToImmutableDictionary(kind => kind, reader.LastId));
}

/// <summary>A committed transaction on its way into another store.</summary>
/// <param name="Publications">What it made public and is still kept; a purge took the others.</param>
public sealed record CopiedTransaction(JournalEntry Entry, ImmutableArray<Publication> Publications)
{
    /// <summary>An entry of a store's journal with its publications.</summary>
    public static CopiedTransaction Of(JournalEntry entry, IStoreReader reader) => new(entry, [.. PublicationsOf(entry.Rows).Select(reader.Publication).OfType<Publication>()]);

    /// <summary>The ids under which rows of the journal published, in their order, also those that a purge took.</summary>
    public static IEnumerable<long> PublicationsOf(IEnumerable<JournalRow> rows) => rows.SelectMany(row => row.Changes).OfType<Published>().Select(published => published.Publication);

    /// <summary>The transaction to append to a store in which everything before it stands. Nothing is computed anew: headers are those of the journal.</summary>
    /// <param name="load">The store's documents so far.</param>
    /// <exception cref="StoreException">Corrupt: a row does not fit the ones before it.</exception>
    public Transaction On(Func<long, Document?> load) => new()
    {
        Id = Entry.Transaction,
        Actor = Entry.Actor,
        Instant = Entry.Instant,
        Script = Entry.Script,
        Parameters = Entry.Parameters,
        Undoes = Entry.Undoes,
        ReadAt = Entry.Position,
        Reads = ReadSet.Empty,
        Documents = [.. Entry.Rows.Select(row => After(load(row.Document), row))],
    };

    private static DocumentChanges After(Document? before, JournalRow row)
    {
        var expected = row.Header.Sequence - 1;
        try
        {
            if ((before?.Header.Sequence ?? 0) == expected)
                return new DocumentChanges(expected, row.Changes, Document.Commit(before, row.Changes, row.Instant) with { Header = row.Header });
        }
        catch (InvalidOperationException)
        {
            // Said below, in the same words.
        }

        throw new StoreException(
            StoreProblem.Corrupt,
            FormattableString.Invariant($"the journal row of document {row.Document} at sequence {row.Header.Sequence} does not fit the one before"),
            "see what else 'docscript verify' says of the store that is copied, and restore a backup of it");
    }
}
