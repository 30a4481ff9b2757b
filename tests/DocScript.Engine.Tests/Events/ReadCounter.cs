using DocScript.Documents;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Tests.Events;

/// <summary>A store that counts how many journal entries and system documents are read of it.</summary>
internal sealed class ReadCounter(IStore store) : IStore
{
    public int Entries { get; set; }

    public int SystemDocuments { get; set; }

    public IStoreMaintenance Maintenance => store.Maintenance;

    public IStoreReader Read() => new Reader(store.Read(), this);

    public Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default) => store.CommitAsync(transaction, cancellation);

    public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default) => store.ReserveIdsAsync(kind, count, cancellation);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private sealed class Reader(IStoreReader reader, ReadCounter counter) : IStoreReader
    {
        public long Position => reader.Position;

        public long LastId(IdKind kind) => reader.LastId(kind);

        public Document? Load(long id)
        {
            if (id < Engine.Storage.SystemDocuments.Settings) counter.SystemDocuments++;
            return reader.Load(id);
        }

        public long? FindKey(string key) => reader.FindKey(key);

        public IEnumerable<Document> Find(Filter filter, Ordering? order) => reader.Find(filter, order);

        public IEnumerable<JournalRow> History(long document) => reader.History(document);

        public Publication? Publication(long publication) => reader.Publication(publication);

        public JournalEntry? Transaction(Guid id) => reader.Transaction(id);

        public KeptResult? Result(string actor, string key) => reader.Result(actor, key);

        public IEnumerable<StoredResult> Results() => reader.Results();

        public IEnumerable<JournalEntry> Journal(long after)
        {
            foreach (var entry in reader.Journal(after))
            {
                counter.Entries++;
                yield return entry;
            }
        }

        public void Dispose() => reader.Dispose();
    }
}
