using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>A view of the file at one position: a read transaction of a connection of its own. Lists are read in pages, so that no statement stays open between two items.</summary>
internal sealed class SqliteReader : IStoreReader
{
    private const int Page = 256;

    private readonly ReadPool _pool;
    private readonly DocumentCache _cache;
    private readonly TimeProvider _clock;
    private readonly long _position;
    private ReadConnection? _connection;

    public SqliteReader(ReadPool pool, DocumentCache cache, TimeProvider clock)
    {
        (_pool, _cache, _clock) = (pool, cache, clock);
        (_connection, _position) = pool.Take();
    }

    /// <summary>The connection it reads by, for more questions of the same state.</summary>
    internal ReadConnection Connection => _connection ?? throw new ObjectDisposedException(nameof(SqliteReader));

    public long Position => Connection is not null ? _position : 0;

    public long LastId(IdKind kind) => Connection.LastId.First(row => row.Integer(0), (long)kind);

    public Document? Load(long id)
    {
        var sequence = Connection.Sequence.First(row => row.Integer(0), id);
        return sequence == 0 ? null : Load(id, sequence);
    }

    public long? FindKey(string key) => Connection.Key.First(row => (long?)row.Integer(0), key);

    public IEnumerable<Document> Find(Filter filter, Ordering? order) => order is null ? Find(filter) : order.Sort(Find(filter));

    public IEnumerable<JournalRow> History(long document)
    {
        long last = 0;
        while (true)
        {
            var page = Connection.Documents.RowsAfter(document, last, Page);
            foreach (var row in page)
            {
                yield return row;
                last = row.Header.Sequence;
            }

            if (page.Count < Page) yield break;
        }
    }

    public Publication? Publication(long publication) => Connection.Publication.First(
        row => Connection.Documents.Stored.Publication(publication, row.Integer(0), row.Integer(1), row.Bytes(2), row.Bytes(3)),
        publication);

    public JournalEntry? Transaction(Guid id) => Connection.Transaction.First(Entry.Of, id.ToByteArray(bigEndian: true))?.With(Connection.Documents);

    public KeptResult? Result(string actor, string key) => Connection.Result.First(Results.Read, actor, key) is { } kept && !kept.IsOver(_clock.GetUtcNow()) ? kept : null;

    public IEnumerable<JournalEntry> Journal(long after)
    {
        var last = after;
        while (true)
        {
            var page = Connection.Journal.Most(Page, Entry.Of, last);
            foreach (var entry in page)
            {
                yield return entry.With(Connection.Documents);
                last = entry.Position;
            }

            if (page.Count < Page) yield break;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _connection, null) is { } connection) _pool.Return(connection);
    }

    private IEnumerable<Document> Find(Filter filter)
    {
        var query = FilterQuery.Of(filter, Connection);
        long last = 0;
        while (true)
        {
            // What is gone through once must not drive out what is used again and again.
            var isFirst = last == 0;
            var page = query.After(last, Page);
            foreach (var (id, sequence) in page)
            {
                var document = Load(id, sequence, keep: isFirst);
                if (filter.Matches(document)) yield return document;
                last = id;
            }

            if (page.Count < Page) yield break;
        }
    }

    private Document Load(long id, long sequence, bool keep = true)
    {
        if (_cache.TryFind(id, sequence, out var cached)) return cached;
        var document = Connection.Documents.Replay(id, sequence);
        if (keep) _cache.Add(document);
        return document;
    }

    /// <summary>A transaction as read, still without its rows.</summary>
    private sealed record Entry(long Position, long Rows, Guid Id, string Actor, DateTimeOffset Instant, Guid? Undoes, string Script, string Parameters)
    {
        public static Entry Of(Row row) => new(
            row.Integer(0),
            row.Integer(1),
            new Guid(row.Bytes(2), bigEndian: true),
            row.Text(3),
            Ticks.Read(row.Integer(4)),
            row.IsNull(5) ? null : new Guid(row.Bytes(5), bigEndian: true),
            row.Text(6),
            row.Text(7));

        public JournalEntry With(StoredDocuments documents) =>
            new(Position, Id, Actor, Instant, Script, Parameters, Undoes, [.. documents.RowsOf(Position, Rows)]);
    }
}
