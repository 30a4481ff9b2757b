using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>
/// A view of the store at one position. It holds nothing open in LiteDB: each question finds the rows of then among those of now, since the journal keeps them all. What a purge
/// takes meanwhile is left to it in memory. Lists are read in pages.
/// </summary>
internal sealed class LiteDbReader : IStoreReader
{
    private const int Page = 256;

    private readonly Shelf _shelf;
    private readonly State _state;
    private volatile List<Past> _pasts = [];
    private volatile bool _disposed;

    public LiteDbReader(Shelf shelf)
    {
        _shelf = shelf;
        shelf.Readers.Add(this);
        // Only now: what a purge takes from here on is left to this reader.
        _state = shelf.State;
        Moved = new Moved(shelf, _state.Position);
    }

    public long Position => State.Position;

    /// <summary>A cache whose documents it may answer from.</summary>
    public DocumentCache Cache { get; init; } = new(0);

    /// <summary>What changed since its position.</summary>
    public Moved Moved { get; }

    private State State
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _state;
        }
    }

    private Tables Tables => _shelf.Tables;

    private StoredDocuments Documents => field ??= new StoredDocuments(Tables, Cache, _shelf.Database.Errors);

    /// <summary>Leaves it what a purge is about to take.</summary>
    public void Leave(Past past) => _pasts = [.. _pasts, past];

    public long LastId(IdKind kind) => kind is IdKind.Document ? State.Document : State.Publication;

    public Document? Load(long id)
    {
        var position = State.Position;
        // Inside, since what a purge takes is left before anybody sees it gone.
        var document = Ask(() => _pasts.Find(past => past.Rows.ContainsKey(id)) is { } past ? past.At(id, position) : Documents.At(id, position));
        if (document is not null) Cache.Add(document);
        return document;
    }

    public long? FindKey(string key) => Ask(() => Documents.FindKey(key, State.Position));

    public IEnumerable<Document> Find(Filter filter, Ordering? order) => new Search(filter, order, this, _shelf, Documents).Found();

    /// <summary>Asks the database something, alone in it.</summary>
    internal T Ask<T>(Func<T> question)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _shelf.Database.Ask(question);
    }

    public IEnumerable<JournalRow> History(long document)
    {
        long last = 0;
        while (true)
        {
            var page = Ask(() => Documents.RowsAfter(document, last, Page));
            foreach (var row in page)
            {
                if (row.Position > State.Position) yield break;
                yield return _pasts.Find(past => past.Rows.ContainsKey(document))?.Before(row) ?? row;
                last = row.Header.Sequence;
            }

            if (page.Count < Page) yield break;
        }
    }

    public Publication? Publication(long publication)
    {
        var position = State.Position;
        if (_pasts.Find(past => past.Publications.ContainsKey(publication)) is { } past)
            return past.Publications[publication];
        return Ask(() => Tables.Publications.Find(publication) is { } row && row.Integer("position") <= position ? Documents.Publication(row) : null);
    }

    public JournalEntry? Transaction(Guid id) => Ask(() =>
    {
        var prefix = IndexEntry.Transaction(id.ToByteArray(bigEndian: true));
        return Tables.Entries(prefix, 0, 1) is [var position] && position <= State.Position ? Entry(Tables.Transactions.Find(position)!.Value) : null;
    });

    public KeptResult? Result(string actor, string key)
    {
        var (id, group) = (StoredResults.Id(actor, key), State.Group);
        var found = Ask(() => Tables.Results.Find(id) is { } row && row.Integer("group") <= group ? StoredResults.Read(row, Documents.Stored).Kept : null);
        if (found is null || found.IsOver(_shelf.Clock.GetUtcNow())) return null;
        return _pasts.Find(past => past.Results.ContainsKey(id))?.Results[id] ?? found;
    }

    public IEnumerable<StoredResult> Results()
    {
        var group = State.Group;
        var ids = Ask(() => Tables.Results.Range(LiteDB.BsonValue.MinValue, LiteDB.BsonValue.MaxValue)
            .Where(row => row.Integer("group") <= group).OrderBy(row => row.Integer("order")).Select(row => row.Id).ToList());
        foreach (var id in ids)
        {
            var found = Ask(() => Tables.Results.Find(id) is { } row && row.Integer("group") <= group ? StoredResults.Read(row, Documents.Stored) : null);
            if (found is not null) yield return found with { Kept = _pasts.Find(past => past.Results.ContainsKey(id))?.Results[id] ?? found.Kept };
        }
    }

    public IEnumerable<JournalEntry> Journal(long after)
    {
        var last = after;
        while (true)
        {
            var page = Ask(() => Documents.TransactionsAfter(last, State.Position, Page).ConvertAll(Entry));
            foreach (var entry in page)
            {
                yield return entry;
                last = entry.Position;
            }

            if (page.Count < Page) yield break;
        }
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        _shelf.Readers.Remove(this);
    }

    private JournalEntry Entry(Row row)
    {
        var entry = Documents.Transaction(row) with { Rows = [.. Documents.RowsOf(row)] };
        // The earliest purge knows best what was before.
        return Enumerable.Reverse(_pasts).Aggregate(entry, (now, past) => past.Before(now));
    }
}
