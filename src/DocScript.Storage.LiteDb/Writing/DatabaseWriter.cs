using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using DocScript.Storage.LiteDb.Maintenance;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>What the store's one writer does to the database: groups, what their members do, and what is done between them.</summary>
internal sealed class DatabaseWriter : IWriteTarget
{
    /// <summary>The pages of the log (32 MB) from which it is moved into the data file, between two groups.</summary>
    private const int LongLog = 4096;

    private readonly Shelf _shelf;
    private readonly StoreFile _file;
    private readonly DocumentCache _cache;
    private readonly Group _group;
    private readonly CommitState _state;
    private readonly RowWriter _rows;
    private readonly ResultWriter _results;
    private readonly Redaction _redaction;
    private bool _mustErase;
    private int _checkpointAt = LongLog;

    public DatabaseWriter(Shelf shelf, DocumentCache cache, StoreFile file)
    {
        (_shelf, _cache, _file) = (shelf, cache, file);
        var documents = new StoredDocuments(shelf.Tables, cache, shelf.Database.Errors);
        _group = new Group(shelf);
        _state = new CommitState(shelf.Tables, documents);
        _rows = new RowWriter(shelf.Tables, _group, _state);
        _results = new ResultWriter(shelf.Tables, _group);
        _redaction = new Redaction(shelf.Tables, documents);
    }

    public bool CheckpointIsDue => _shelf.Database.LogLength >= _checkpointAt;

    public void Begin()
    {
        _group.Begin();
        _state.Clear();
    }

    public void End()
    {
        if (!_group.End()) return;
        foreach (var document in _state.Written) _cache.Add(document);
    }

    public void TakeBack() => _group.TakeBack();

    public void RunCheckpoint()
    {
        try
        {
            if (_shelf.Database.Checkpoint(_mustErase)) _mustErase = false;
        }
        catch (StoreException)
        {
            // The log keeps everything; the next commit meets the same disk and says what is wrong with it.
        }

        _checkpointAt = _shelf.Database.LogLength + LongLog;
    }

    public long Reserve(IdKind kind, int count) => Ask(() =>
    {
        var last = kind is IdKind.Document ? _group.Now.Document : _group.Now.Publication;
        _group.Use(kind, last + count);
        return last + 1;
    });

    public CommitResult Commit(EncodedTransaction encoded) => Ask(() =>
    {
        var transaction = encoded.Transaction;
        var now = _shelf.Clock.GetUtcNow();
        if (transaction.Key is { } key && _state.Result(transaction.Actor, key.Key) is { } earlier && !earlier.IsOver(now)) return earlier.Answer(key);
        if (CommitValidation.Validate(transaction, _state) is { } conflict) return conflict;
        if (!transaction.Documents.IsEmpty && !_rows.Write(encoded)) return Conflict.CommittedBefore(transaction.Id);
        if (transaction.Key is { } used)
        {
            _results.Keep(new StoredResult(transaction.Actor, used.Key, KeptResult.Of(transaction, used, now)));
            _results.Expire(2, now);
        }

        return new Committed(_group.Now.Position);
    });

    public CommitResult Purge(Purge purge)
    {
        var result = this.Alone(() => Ask(() => purge.Refuse(_state.Load(purge.Document)) ?? Clear(purge)));
        if (result is not Committed) return result;
        _mustErase = true;
        RunCheckpoint();
        return result;
    }

    public void Fill(StoreContent content, CancellationToken cancellation)
    {
        this.Alone(() => Append(content, cancellation));
        RunCheckpoint();
    }

    public void Compact(CancellationToken cancellation)
    {
        this.Alone(() => Ask(() =>
        {
            _results.Expire(int.MaxValue, _shelf.Clock.GetUtcNow());
            return true;
        }));
        Compaction.Run(_shelf, _file, cancellation);
        _mustErase = false;
    }

    public void Dispose()
    {
        RunCheckpoint();
        _shelf.Readers.End();
    }

    /// <summary>What goes wrong inside is said as a problem of the store; the group is taken back then.</summary>
    private T Ask<T>(Func<T> work) => _shelf.Database.Ask(work);

    private bool Append(StoreContent content, CancellationToken cancellation)
    {
        var errors = _shelf.Database.Errors;
        var now = _group.Now;
        if (now.Position > 0 || now.Document > 0 || now.Publication > 0 || Ask(() => _shelf.Tables.Results.Range(BsonValue.MinValue, BsonValue.MaxValue, 1).Count) > 0) throw errors.NotEmpty();
        foreach (var copied in content.Journal)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Ask(() => _rows.Write(new EncodedTransaction(copied.On(_state.Load), copied.Publications)))) throw errors.Twice(copied.Entry.Transaction);
            // What was written is read from the file again when it is needed; memory would not hold it all.
            _state.Clear();
        }

        return Ask(() =>
        {
            foreach (var result in content.Results) _results.Keep(result);
            foreach (var (kind, last) in content.LastIds) _group.Use(kind, last);
            return true;
        });
    }

    /// <summary>Takes a document out of the past.</summary>
    private CommitResult Clear(Purge purge)
    {
        List<Document> documents = [.. _redaction.With(purge).Select(id => _state.Load(id)!)];
        var encoded = new EncodedTransaction(purge.On(documents, _group.Now.Position));
        if (_rows.IsCommitted(encoded)) return Conflict.CommittedBefore(purge.Transaction);
        _group.Write();
        _redaction.Clear([.. documents.Select(document => document.Id)], purge, _shelf.Readers.Open());
        _rows.Write(encoded);
        return new Committed(_group.Now.Position);
    }
}
