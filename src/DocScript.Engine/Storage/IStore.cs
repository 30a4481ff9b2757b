namespace DocScript.Engine.Storage;

/// <summary>What ids are given for.</summary>
public enum IdKind
{
    /// <summary>Document ids, 1 … 2147483647.</summary>
    Document,

    /// <summary>Publication ids, from 1.</summary>
    Publication,
}

/// <summary>
/// A store is an atomic, conditional append (design.md, idea 3). All members may be called from several threads at once.
/// What goes wrong with disk or file is a <see cref="StoreException"/>.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>What keeps the store in order.</summary>
    IStoreMaintenance Maintenance { get; }

    /// <summary>A reader at the newest journal position. It sees that state, whatever is committed meanwhile, until it is disposed.</summary>
    IStoreReader Read();

    /// <summary>
    /// Appends the whole transaction, durably, or nothing. The idempotency key is looked up first, then everything the transaction read is validated
    /// (<see cref="CommitValidation"/>). A <see cref="Committed"/> answer means that it is flushed.
    /// </summary>
    Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default);

    /// <summary>Reserves <paramref name="count"/> ids and answers the first: never one that a commit has used, never one twice, also across processes and restarts.</summary>
    Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default);
}

/// <summary>A consistent view of a store at one journal position. Used by one thread at a time.</summary>
public interface IStoreReader : IDisposable
{
    /// <summary>The position of the last transaction this reader sees; 0 for an empty store.</summary>
    long Position { get; }

    /// <summary>The highest id ever committed or reserved of a kind, 0 for none; so a plan can show ids without reserving any.</summary>
    long LastId(IdKind kind);

    /// <summary>The document with an id, also a tombstone or a system document; null if there never was one.</summary>
    Document? Load(long id);

    /// <summary>The id that a key names, also of a tombstone; null if the key was never given.</summary>
    long? FindKey(string key);

    /// <summary>
    /// The public, undeleted documents that a filter lets through, header and content, in an order (null: by id); read lazily, so that whoever wants the first few stops there.
    /// </summary>
    IEnumerable<Document> Find(Filter filter, Ordering? order = null);

    /// <summary>The journal rows of one document, oldest first.</summary>
    IEnumerable<JournalRow> History(long document);

    /// <summary>A publication by its id, or null; what is public now is read without replay.</summary>
    Publication? Publication(long publication);

    /// <summary>A transaction with its rows by its id, or null.</summary>
    JournalEntry? Transaction(Guid id);

    /// <summary>The kept result of an idempotency key of an actor, or null; kept for 7 days.</summary>
    KeptResult? Result(string actor, string key);

    /// <summary>All kept results in the order in which they were kept, read lazily; some may be over (<see cref="KeptResult.IsOver"/>).</summary>
    IEnumerable<StoredResult> Results();

    /// <summary>The transactions after a position in commit order.</summary>
    IEnumerable<JournalEntry> Journal(long after);
}
