using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>The prepared statements by which a connection writes: what one member of a group does to the tables.</summary>
internal sealed class WriteStatements : IDisposable
{
    /// <summary>Changes of fewer bytes never cause a snapshot.</summary>
    private const long SnapshotFrom = 4096;

    private readonly Connection _connection;
    private readonly DocumentCache _cache;
    private readonly TimeProvider _clock;
    private readonly GroupState _state;
    private readonly MetadataIndex _index;
    private readonly Checkpoint _checkpoint;
    private readonly Redaction _redaction;
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _position;
    private readonly Statement _transaction;
    private readonly Statement _journal;
    private readonly Statement _create;
    private readonly Statement _update;
    private readonly Statement _snapshot;
    private readonly Statement _publication;
    private readonly Statement _result;
    private readonly Statement _keep;
    private readonly Statement _forget;
    private readonly Statement _reserve;
    private readonly Statement _used;
    private readonly Statement _isUsed;
    private readonly Statement _expire;
    private readonly Statement _vacuum;

    private long _at;

    public WriteStatements(Connection connection, DocumentCache cache, TimeProvider clock, Checkpoint checkpoint)
    {
        (_connection, _cache, _clock, _checkpoint) = (connection, cache, clock, checkpoint);
        _state = new GroupState(_connection, cache);
        _index = new MetadataIndex(_connection, _state);
        _redaction = new Redaction(_connection);
        _begin = Prepare("BEGIN IMMEDIATE");
        _end = Prepare("COMMIT");
        _position = Prepare("SELECT ifnull(max(position), 0) FROM transactions");
        _transaction = Prepare("INSERT OR IGNORE INTO transactions (position, id, rows, actor, at, undoes, script, parameters, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        _journal = Prepare("INSERT INTO journal (row, position, document, sequence, hash, header, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _create = Prepare(
            "INSERT INTO documents (id, key, type, title, published, created, updated, due, deleted, sequence, weight, grown) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0)");
        _update = Prepare("UPDATE documents SET title = ?2, published = ?3, updated = ?4, due = ?5, deleted = ?6, sequence = ?7, weight = ?8, grown = ?9 WHERE id = ?1");
        _snapshot = Prepare("INSERT OR REPLACE INTO snapshots (document, sequence, hash, content) VALUES (?1, ?2, ?3, ?4)");
        _publication = Prepare("INSERT INTO publications (id, document, at, hash, content) VALUES (?1, ?2, ?3, ?4, ?5)");
        _result = Prepare($"SELECT {Results.Columns} FROM results WHERE actor = ?1 AND key = ?2");
        _keep = Prepare("INSERT OR REPLACE INTO results (actor, key, \"transaction\", hash, result, at, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _forget = Prepare("DELETE FROM results WHERE rowid IN (SELECT rowid FROM results ORDER BY rowid LIMIT 2) AND at < ?1");
        _reserve = Prepare("UPDATE counters SET last = last + ?2 WHERE kind = ?1 RETURNING last");
        _used = Prepare("UPDATE counters SET last = ?2 WHERE kind = ?1 AND last < ?2");
        _isUsed = Prepare("SELECT EXISTS (SELECT 1 FROM transactions) OR EXISTS (SELECT 1 FROM results) OR EXISTS (SELECT 1 FROM counters WHERE last > 0)");
        _expire = Prepare("DELETE FROM results WHERE at < ?1");
        _vacuum = Prepare("VACUUM");

        Statement Prepare(string sql) => new(_connection, sql);
    }

    /// <summary>Takes the file's write lock, waiting for other processes, and sees what they committed.</summary>
    public void Begin()
    {
        _state.Clear();
        _index.Clear();
        _begin.Run();
        _connection.EnsureWhole();
        _at = _position.First(row => row.Integer(0));
    }

    /// <summary>Makes the group durable; only then are its documents known to readers.</summary>
    public void End()
    {
        _end.Run();
        _cache.Add(_state.Written);
    }

    /// <summary>Undoes what was not made durable.</summary>
    public void TakeBack()
    {
        _connection.RollBack();
        _state.Clear();
        _index.Clear();
    }

    /// <summary>Reserves ids; answers the first.</summary>
    public long Reserve(IdKind kind, int count) => _reserve.First(row => row.Integer(0), (long)kind, count) - count + 1;

    /// <summary>Commits a member of the group.</summary>
    public CommitResult Commit(EncodedTransaction encoded)
    {
        var transaction = encoded.Transaction;
        var now = _clock.GetUtcNow();
        if (transaction.Key is { } key && _result.First(row => Results.Read(row, _connection.Errors), transaction.Actor, key.Key)?.Kept is { } earlier && !earlier.IsOver(now)) return earlier.Answer(key);
        _state.Expect(transaction.Documents.Length);
        if (CommitValidation.Validate(transaction, _state) is { } conflict) return conflict;
        if (transaction.Documents.Length > 0 && !Write(encoded)) return Conflict.CommittedBefore(transaction.Id);
        if (transaction.Key is { } used)
        {
            Keep(new StoredResult(transaction.Actor, used.Key, KeptResult.Of(transaction, used, now)));
            _forget.Run(Ticks.Of(now - KeptResult.Lifetime));
        }

        return new Committed(_at);
    }

    /// <summary>Purges a document, as the only member of the group; nothing of what it held is left then, but in the log while a reader of an older state is open.</summary>
    public CommitResult Purge(Purge purge)
    {
        if (purge.Refuse(_state.Load(purge.Document)) is { } refusal) return refusal;
        List<Document> documents = [.. _redaction.With(purge).Select(id => _state.Load(id)!)];
        foreach (var document in documents) _redaction.Clear(document.Id, purge);
        return Write(new EncodedTransaction(purge.On(documents, _at))) ? new Committed(_at) : Conflict.CommittedBefore(purge.Transaction);
    }

    /// <summary>Fills an empty store with what another holds, as the only member of the group.</summary>
    public bool Fill(StoreContent content, CancellationToken cancellation)
    {
        if (_isUsed.First(row => row.Integer(0)) != 0) throw _connection.Errors.NotEmpty();
        foreach (var copied in content.Journal)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Write(new EncodedTransaction(copied.On(_state.Load), copied.Publications))) throw _connection.Errors.Twice(copied.Entry.Transaction);
            // What was written is read from the file again when it is needed; memory would not hold it all.
            _state.Clear();
        }

        foreach (var result in content.Results) Keep(result);
        foreach (var (kind, last) in content.LastIds) _used.Run((long)kind, last);
        return true;
    }

    /// <summary>Gives space back, outside of a transaction.</summary>
    public void Compact(CancellationToken cancellation)
    {
        _connection.EnsureWhole();
        _expire.Run(Ticks.Of(_clock.GetUtcNow() - KeptResult.Lifetime));
        _connection.Interruptible(() => _vacuum.Run(), cancellation);
    }

    /// <summary>Writes all rows; false, and none written, when the transaction's id was committed before.</summary>
    private bool Write(EncodedTransaction encoded)
    {
        var transaction = encoded.Transaction;
        var (row, position) = (_at, _at + transaction.Documents.Length);
        var isNew = _transaction.Run(
            position, encoded.Id, transaction.Documents.Length, transaction.Actor, Ticks.Of(transaction.Instant),
            encoded.Undoes, transaction.Script, transaction.Parameters, encoded.Seal) > 0;
        if (!isNew) return false;
        _at = position;
        long bytes = 0;
        foreach (var document in encoded.Documents)
        {
            var (changes, header) = (document.Document, document.Document.After.Header);
            _journal.Run(++row, _at, changes.Id, header.Sequence, document.Hash, document.Header, document.Changes);
            _state.Wrote(changes.After, changes.Expected == 0 ? Create(document, header) : Update(document, header));
            _index.Wrote(changes);
            bytes += document.Changes.Length;
        }

        foreach (var each in encoded.Publications)
        {
            _publication.Run(each.Publication.Id, each.Publication.Document, Ticks.Of(each.Publication.At), each.Hash, each.Content);
            _used.Run((long)IdKind.Publication, each.Publication.Id);
            bytes += each.Content.Length;
        }

        _checkpoint.Wrote(transaction.Documents.Length, bytes);
        return true;
    }

    private StoredSize Create(EncodedDocument document, Header header)
    {
        var weight = document.Changes.Length;
        _create.Run(
            header.Id, header.Key, header.ContentType, TitleColumn.Of(document.Document.After.Title), header.Publication,
            Ticks.Of(header.Created), Ticks.Of(header.Updated), Due(header), header.Deleted ? 1 : 0, header.Sequence, weight);
        if (header.IsPublic) _used.Run((long)IdKind.Document, header.Id);
        return new StoredSize(header.Sequence, weight, 0);
    }

    private StoredSize Update(EncodedDocument document, Header header)
    {
        var before = _state.Size(header.Id);
        var grown = before.Grown + document.Changes.Length;
        // What is before a purge is no longer a document to start from.
        var size = header.Purged || grown > Math.Max(SnapshotFrom, before.Weight)
            ? new StoredSize(header.Sequence, Snapshot(document.Document.After), 0)
            : new StoredSize(header.Sequence, before.Weight, grown);
        _update.Run(
            header.Id, TitleColumn.Of(document.Document.After.Title), header.Publication, Ticks.Of(header.Updated), Due(header), header.Deleted ? 1 : 0,
            header.Sequence, size.Weight, size.Grown);
        return size;
    }

    private static Parameter Due(Header header) => header.Due is { } due ? Ticks.Of(due) : default(Parameter);

    private long Snapshot(Document document)
    {
        var (sequence, content) = (document.Header.Sequence, Content.Of(document));
        _snapshot.Run(document.Id, sequence, RowHash.OfContent(document.Id, sequence, content), content);
        return content.Length;
    }

    private void Keep(StoredResult result)
    {
        var (actor, key, kept) = result;
        _keep.Run(actor, key, kept.Transaction.ToByteArray(bigEndian: true), kept.Hash, kept.Result, Ticks.Of(kept.At), Seal.OfResult(actor, key, kept));
    }

    public void Dispose()
    {
        Statement[] all =
        [
            _begin, _end, _position, _transaction, _journal, _create, _update,
            _snapshot, _publication, _result, _keep, _forget, _reserve, _used, _isUsed, _expire, _vacuum,
        ];
        foreach (var statement in all) statement.Dispose();
        _index.Dispose();
        _redaction.Dispose();
        _state.Dispose();
    }
}
