namespace DocScript.Engine.Storage;

/// <summary>A view of an in-memory store: a reference to one of its states.</summary>
internal sealed class MemoryReader(MemoryState state, TimeProvider clock) : IStoreReader
{
    private bool _disposed;

    private MemoryState State
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return state;
        }
    }

    public long Position => State.Position;

    public long LastId(IdKind kind) => State.LastId(kind);

    public Document? Load(long id) => State.Load(id);

    public long? FindKey(string key) => State.FindKey(key);

    public IEnumerable<Document> Find(Filter filter, Ordering? order)
    {
        var found = State.Documents.Values.Where(filter.Matches);
        return order is null ? found : order.Sort(found);
    }

    public IEnumerable<JournalRow> History(long document) => State.History(document);

    public Publication? Publication(long publication) => State.Publications.GetValueOrDefault(publication);

    public JournalEntry? Transaction(Guid id) => State.Transactions.GetValueOrDefault(id);

    public KeptResult? Result(string actor, string key) => State.Results.Find(actor, key, clock.GetUtcNow());

    public IEnumerable<StoredResult> Results() => State.Results.All;

    public IEnumerable<JournalEntry> Journal(long after) => State.EntriesAfter(after);

    public void Dispose() => _disposed = true;
}
