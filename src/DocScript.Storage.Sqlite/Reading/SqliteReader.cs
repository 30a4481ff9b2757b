using System.Globalization;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>A view of the file at one position: a read transaction of a connection of its own. Lists are read in pages, so that no statement stays open between two items.</summary>
internal sealed class SqliteReader : IStoreReader
{
    private const int Page = 256;
    private const long FirstPage = 64;

    private readonly ConnectionPool _pool;
    private readonly DocumentCache _cache;
    private readonly TimeProvider _clock;
    private readonly long _position;
    private ReadStatements? _statements;
    private IndexedMetadata? _indexed;

    public SqliteReader(ConnectionPool pool, DocumentCache cache, TimeProvider clock)
    {
        (_pool, _cache, _clock) = (pool, cache, clock);
        pool.ThrowIfClosed();
        var connection = pool.Take();
        try
        {
            _statements = ReadStatements.Of(connection);
            _position = _statements.Begin();
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What it reads by, for more questions of the same state.</summary>
    internal ReadStatements Statements => _statements ?? throw new ObjectDisposedException(nameof(SqliteReader));

    public long Position => Statements is not null ? _position : 0;

    public long LastId(IdKind kind) => Statements.LastId.First(row => row.Integer(0), (long)kind);

    public Document? Load(long id)
    {
        var sequence = Statements.Sequence.First(row => row.Integer(0), id);
        return sequence == 0 ? null : Load(id, sequence);
    }

    public long? FindKey(string key) => Statements.Key.First(row => (long?)row.Integer(0), key);

    public IEnumerable<Document> Find(Filter filter, Ordering? order) =>
        order is null || QueryPlan.IsKept(order.Field, Indexed) ? Matching(filter, order) : order.Sort(Matching(filter, null));

    public IEnumerable<JournalRow> History(long document)
    {
        long last = 0;
        while (true)
        {
            var page = Statements.Documents.RowsAfter(document, last, Page);
            foreach (var row in page)
            {
                yield return row;
                last = row.Header.Sequence;
            }

            if (page.Count < Page) yield break;
        }
    }

    public Publication? Publication(long publication) => Statements.Publication.First(
        row => Statements.Documents.Stored.Publication(publication, row.Integer(0), row.Integer(1), row.Bytes(2), row.Bytes(3)),
        publication);

    public JournalEntry? Transaction(Guid id) => Statements.Transaction.First(EntryOf, id.ToByteArray(bigEndian: true))?.With(Statements.Documents);

    public KeptResult? Result(string actor, string key) => Statements.Result.First(StoredResultOf, actor, key)?.Kept is { } kept && !kept.IsOver(_clock.GetUtcNow()) ? kept : null;

    public IEnumerable<StoredResult> Results()
    {
        long last = 0;
        while (true)
        {
            var page = Statements.Results.All(row => (Result: StoredResultOf(row), Row: row.Integer(7)), last, Page);
            foreach (var (result, row) in page)
            {
                yield return result;
                last = row;
            }

            if (page.Count < Page) yield break;
        }
    }

    public IEnumerable<JournalEntry> Journal(long after)
    {
        var last = after;
        while (true)
        {
            var page = Statements.Journal.Most(Page, EntryOf, last);
            foreach (var entry in page)
            {
                yield return entry.With(Statements.Documents);
                last = entry.Position;
            }

            if (page.Count < Page) yield break;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _statements, null) is not { } ended) return;
        try
        {
            ended.End();
        }
        catch (StoreException)
        {
            // It is in doubt; the pool closes what is still in a transaction.
        }

        _pool.Return(ended.Connection);
    }

    private IndexedMetadata Indexed => _indexed ??= new(Statements.Indexed.All(row => KeyValuePair.Create(row.Text(0), row.Integer(1) == 1)));

    private IEnumerable<Document> Matching(Filter filter, Ordering? order)
    {
        var tied = new List<Document>();
        string? tie = null;
        foreach (var (candidate, loaded) in Loaded(Candidates(new FilterQuery(filter, order, Indexed))))
        {
            if (tied.Count > 0 && candidate.Tie != tie)
            {
                foreach (var document in order!.Sort(tied)) yield return document;
                tied.Clear();
            }

            if (!filter.Matches(loaded)) continue;
            tie = candidate.Tie;
            if (tie is null) yield return loaded;
            else tied.Add(loaded);
        }

        if (tied.Count == 0) yield break;
        foreach (var document in order!.Sort(tied)) yield return document;
    }

    private IEnumerable<Candidate> Candidates(FilterQuery query)
    {
        var answers = Pages(query);
        if (query.Unset is not { } unset) return answers;
        return query.UnsetFirst ? Pages(unset).Concat(answers) : answers.Concat(Pages(unset));
    }

    /// <summary>A query's answers. Each page is four times as long as the one before, so that few want the first ones found again and whoever wants one gets it at once.</summary>
    private IEnumerable<Candidate> Pages(FilterQuery query)
    {
        var (values, read) = (query.Values, 0L);
        for (var most = FirstPage; ; most *= 4)
        {
            (values[0], values[1]) = (read, most);
            var page = Statements.Query(query.Sql).All(row => new Candidate(row.Integer(0), row.Integer(1), query.Ties.Of(row, 2)), values);
            foreach (var candidate in page) yield return candidate;
            if (page.Count < most) yield break;
            read += most;
        }
    }

    /// <summary>A document that a filter may let through; its tie is what it has in common with neighbours whose order is not told yet.</summary>
    private readonly record struct Candidate(long Id, long Sequence, string? Tie);

    /// <summary>A candidate's document where it is in memory, and otherwise its bytes.</summary>
    private readonly record struct Found(Candidate Candidate, Document? Cached, DocumentBytes? Bytes);

    /// <summary>
    /// The documents of candidates: those of a first page one by one as they are asked for, and what comes after that, which whoever goes on wants all of, read ahead.
    /// What is gone through once must not drive out of the cache what is used again and again.
    /// </summary>
    private IEnumerable<(Candidate, Document)> Loaded(IEnumerable<Candidate> candidates)
    {
        using var left = candidates.GetEnumerator();
        for (var read = 0; read < Page; read++)
        {
            if (!left.MoveNext()) yield break;
            yield return (left.Current, Load(left.Current.Id, left.Current.Sequence));
        }

        var (stored, place) = (Statements.Documents.Stored, new SharedBytes());
        Func<Row, JournalBytes> toPlace = row => StoredDocuments.BytesOf(row, place.Copy(row.Span(7)));
        foreach (var loaded in Ahead.Select<Found, (Candidate, Document)>(Read(), () => found => (found.Candidate, found.Cached ?? found.Bytes!.Decode(stored)))) yield return loaded;

        IEnumerable<Found> Read()
        {
            while (left.MoveNext())
            {
                var candidate = left.Current;
                yield return _cache.TryFind(candidate.Id, candidate.Sequence, out var cached)
                    ? new Found(candidate, cached, null)
                    : new Found(candidate, null, Statements.Documents.Read(candidate.Id, candidate.Sequence, toPlace));
            }
        }
    }

    private Document Load(long id, long sequence)
    {
        if (_cache.TryFind(id, sequence, out var cached)) return cached;
        var document = Statements.Documents.Replay(id, sequence);
        _cache.Add(document);
        return document;
    }

    private StoredResult StoredResultOf(Row row) => Reading.Results.Read(row, Statements.Connection.Errors);

    private Entry EntryOf(Row row) => new(
        Statements.Documents.Stored.Transaction(
            row.Integer(0), row.Integer(1), row.Bytes(2), row.Text(3), row.Integer(4), row.IsNull(5) ? null : row.Bytes(5), row.Text(6), row.Text(7), row.Bytes(8)),
        row.Integer(1));

    /// <summary>A transaction as read, still without its rows.</summary>
    private sealed record Entry(JournalEntry Transaction, long Rows)
    {
        public long Position => Transaction.Position;

        public JournalEntry With(StoredDocuments documents) => Transaction with { Rows = [.. documents.RowsOf(Position, Rows)] };
    }
}
