using System.Text;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using DocScript.Storage.LiteDb.Maintenance;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>Writes groups: what one member does to the tables, and one transaction of LiteDB for all of them, on one thread from its beginning to its end.</summary>
internal sealed class DatabaseWriter : IWriteTarget
{
    /// <summary>Changes of fewer bytes never cause a snapshot.</summary>
    private const long SnapshotFrom = 4096;

    /// <summary>The pages of the log (32 MB) from which it is moved into the data file, between two groups.</summary>
    private const int LongLog = 4096;

    private const int Page = 256;

    private readonly Shelf _shelf;
    private readonly StoreFile _file;
    private readonly Tables _tables;
    private readonly DocumentCache _cache;
    private readonly CommitState _state;
    private readonly Redaction _redaction;
    private State _now;
    private IndexedMetadata _indexed = IndexedMetadata.None;
    private bool _isIn;
    private bool _hasWritten;
    private bool _mustErase;
    private int _checkpointAt = LongLog;

    public DatabaseWriter(Shelf shelf, DocumentCache cache, StoreFile file)
    {
        _file = file;
        (_shelf, _tables, _cache, _now) = (shelf, shelf.Tables, cache, shelf.State);
        var documents = new StoredDocuments(_tables, cache, shelf.Database.Errors);
        _state = new CommitState(_tables, documents);
        _redaction = new Redaction(_tables, documents);
    }

    public bool CheckpointIsDue => _shelf.Database.LogLength >= _checkpointAt;

    public void Begin()
    {
        _shelf.Database.RequireFile();
        _shelf.Database.Enter();
        _isIn = true;
        _state.Clear();
        _now = _shelf.State;
        _indexed = _shelf.Database.Ask(_shelf.Indexed);
    }

    public void End()
    {
        if (_hasWritten)
        {
            // Last of all, so that every transaction ends with a page that is changed: LiteDB would forget one whose pages it had all written before.
            Asked(() =>
            {
                _tables.Store.Replace(_now.ToRow(_indexed));
                return _shelf.Database.Engine.Commit();
            });
        }

        Leave();
        if (!_hasWritten) return;
        _shelf.Database.Flush();
        _hasWritten = false;
        _shelf.State = _now;
        foreach (var document in _state.Written) _cache.Add(document);
    }

    public void TakeBack()
    {
        if (_hasWritten) _shelf.Database.TakeBack();
        _hasWritten = false;
        if (_isIn) Leave();
    }

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

    public long Reserve(IdKind kind, int count) => Asked(() =>
    {
        Write();
        var first = (kind is IdKind.Document ? _now.Document : _now.Publication) + 1;
        Use(kind, first + count - 1);
        return first;
    });

    public CommitResult Commit(EncodedTransaction encoded) => Asked(() =>
    {
        var transaction = encoded.Transaction;
        var now = _shelf.Clock.GetUtcNow();
        if (transaction.Key is { } key && _state.Result(transaction.Actor, key.Key) is { } earlier && !earlier.IsOver(now)) return earlier.Answer(key);
        if (CommitValidation.Validate(transaction, _state) is { } conflict) return conflict;
        if (!transaction.Documents.IsEmpty && !Write(encoded)) return Conflict.CommittedBefore(transaction.Id);
        if (transaction.Key is { } used)
        {
            Keep(KeptResult.Of(transaction, used, now), transaction.Actor, used.Key);
            Expire(2, now);
        }

        return new Committed(_now.Position);
    });

    public CommitResult Purge(Purge purge)
    {
        Begin();
        try
        {
            var refusal = Asked(() => purge.Refuse(_state.Load(purge.Document)) ?? Clear(purge));
            if (refusal is not null)
            {
                TakeBack();
                return refusal;
            }

            End();
        }
        catch
        {
            TakeBack();
            throw;
        }

        _mustErase = true;
        RunCheckpoint();
        return new Committed(_now.Position);
    }

    public void Fill(StoreContent content, CancellationToken cancellation)
    {
        Begin();
        try
        {
            Append(content, cancellation);
            End();
        }
        catch
        {
            TakeBack();
            throw;
        }

        RunCheckpoint();
    }

    public void Compact(CancellationToken cancellation)
    {
        Begin();
        try
        {
            Asked(() =>
            {
                Expire(int.MaxValue, _shelf.Clock.GetUtcNow());
                return true;
            });
            End();
        }
        catch
        {
            TakeBack();
            throw;
        }

        Compaction.Run(_shelf, _file);
        _mustErase = false;
    }

    public void Dispose()
    {
        RunCheckpoint();
        _shelf.Readers.End();
    }

    /// <summary>What goes wrong inside is said as a problem of the store; the group is taken back then.</summary>
    private T Asked<T>(Func<T> work) => _shelf.Database.Ask(work);

    private void Leave()
    {
        _isIn = false;
        _shelf.Database.Exit();
    }

    /// <summary>Begins LiteDB's transaction at the first change of a group.</summary>
    private void Write()
    {
        if (_hasWritten) return;
        _hasWritten = true;
        _now = _now with { Group = _now.Group + 1 };
        _shelf.Database.Engine.BeginTrans();
    }

    private void Append(StoreContent content, CancellationToken cancellation)
    {
        var errors = _shelf.Database.Errors;
        if (_now.Position > 0 || _now.Document > 0 || _now.Publication > 0 || Asked(() => _tables.Results.Range(BsonValue.MinValue, BsonValue.MaxValue, 1).Count) > 0) throw errors.NotEmpty();
        foreach (var copied in content.Journal)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Asked(() => Write(new EncodedTransaction(copied.On(_state.Load), copied.Publications)))) throw errors.Twice(copied.Entry.Transaction);
            // What was written is read from the file again when it is needed; memory would not hold it all.
            _state.Clear();
        }

        foreach (var (actor, key, kept) in content.Results) Keep(kept, actor, key);
        Write();
        foreach (var (kind, last) in content.LastIds) Use(kind, last);
    }

    private void Use(IdKind kind, long id) => _now = kind is IdKind.Document
        ? _now with { Document = Math.Max(_now.Document, id) }
        : _now with { Publication = Math.Max(_now.Publication, id) };

    /// <summary>Takes a document out of the past; answers why not.</summary>
    private Conflict? Clear(Purge purge)
    {
        List<Document> documents = [.. _redaction.With(purge).Select(id => _state.Load(id)!)];
        var encoded = new EncodedTransaction(purge.On(documents, _now.Position));
        if (IsCommitted(encoded)) return Conflict.CommittedBefore(purge.Transaction);
        Write();
        _redaction.Clear([.. documents.Select(document => document.Id)], purge, _shelf.Readers.Open());
        Write(encoded);
        return null;
    }

    private bool IsCommitted(EncodedTransaction encoded) => _tables.Entries(IndexEntry.Transaction(encoded.Id), 0, 1).Count > 0;

    /// <summary>Writes all rows; false, and none written, when the transaction's id was committed before.</summary>
    private bool Write(EncodedTransaction encoded)
    {
        if (IsCommitted(encoded)) return false;
        Write();
        var transaction = encoded.Transaction;
        _now = _now with { Position = _now.Position + 1 };
        _tables.Transactions.Insert(new BsonDocument
        {
            ["_id"] = _now.Position,
            ["transaction"] = encoded.Id,
            ["actor"] = Encoding.UTF8.GetBytes(transaction.Actor),
            ["at"] = Ticks.Of(transaction.Instant),
            ["undoes"] = encoded.Undoes,
            ["script"] = Encoding.UTF8.GetBytes(transaction.Script),
            ["parameters"] = Encoding.UTF8.GetBytes(transaction.Parameters),
            ["seal"] = encoded.Seal,
            ["rows"] = transaction.Documents.SelectMany(each => StoredDocuments.JournalId(each.Id, each.After.Header.Sequence).AsBinary).ToArray(),
        });
        _tables.AddEntry(IndexEntry.Transaction(encoded.Id).To(_now.Position));
        foreach (var document in encoded.Documents) Write(encoded, document);
        foreach (var each in encoded.Publications) Write(each);
        return true;
    }

    private void Write(EncodedTransaction encoded, EncodedDocument document)
    {
        var after = document.Document.After;
        _tables.Journal.Insert(new BsonDocument
        {
            ["_id"] = StoredDocuments.JournalId(after.Id, after.Header.Sequence),
            ["position"] = _now.Position,
            ["transaction"] = encoded.Id,
            ["at"] = Ticks.Of(encoded.Transaction.Instant),
            ["hash"] = document.Hash,
            ["header"] = document.Header,
            ["changes"] = document.Changes,
        });
        var before = _state.Row(after.Id);
        var (title, entries) = DocumentRow.Of(after, _indexed);
        var row = new DocumentRow(after.Id, after.Header.Sequence, _now.Position, before?.Born ?? _now.Position, before?.Weight ?? document.Changes.Length, 0, document.Header, title, entries);
        if (before is not null) row = Grow(row, after, before.Grown + document.Changes.Length);
        Write(row, before);
        _state.Wrote(after, row);
        if (before is null && after.Header.IsPublic) Use(IdKind.Document, after.Id);
        if (after.Id == SystemDocuments.Design) Follow(IndexedMetadata.Of(after));
    }

    /// <summary>Gathers the changes in a snapshot when they outgrew what a load starts from; what is before a purge is no longer a document to start from.</summary>
    private DocumentRow Grow(DocumentRow row, Document after, long grown)
    {
        if (!after.Header.Purged && grown <= Math.Max(SnapshotFrom, row.Weight)) return row with { Grown = grown };
        var content = Content.Of(after);
        _tables.Snapshots.Replace(new BsonDocument { ["_id"] = row.Id, ["sequence"] = row.Sequence, ["hash"] = RowHash.OfContent(row.Id, row.Sequence, content), ["content"] = content });
        return row with { Weight = content.Length };
    }

    /// <summary>Writes a document's row and puts its entries in the place of those that it had.</summary>
    private void Write(DocumentRow row, DocumentRow? before)
    {
        foreach (var entry in before?.Entries.Except(row.Entries, IndexEntry.Same) ?? []) _tables.Index.Delete(entry);
        foreach (var entry in row.Entries.Except(before?.Entries ?? [], IndexEntry.Same)) _tables.AddEntry(entry);
        if (before is null) _tables.Documents.Insert(row.ToRow());
        else _tables.Documents.Replace(row.ToRow());
    }

    private void Write(EncodedPublication each)
    {
        _tables.Publications.Insert(new BsonDocument
        {
            ["_id"] = each.Publication.Id,
            ["document"] = each.Publication.Document,
            ["position"] = _now.Position,
            ["at"] = Ticks.Of(each.Publication.At),
            ["hash"] = each.Hash,
            ["content"] = each.Content,
        });
        _tables.AddEntry(IndexEntry.Publication(each.Publication.Document).To(each.Publication.Id));
        Use(IdKind.Publication, each.Publication.Id);
    }

    /// <summary>Makes the index that of another design.</summary>
    private void Follow(IndexedMetadata design)
    {
        if (_indexed.Properties.SequenceEqual(design.Properties)) return;
        _indexed = design;
        long last = 0;
        while (_tables.Documents.Range(last + 1, long.MaxValue, Page) is { Count: > 0 } page)
        {
            foreach (var row in page.ConvertAll(DocumentRow.Of))
            {
                Write(row with { Entries = DocumentRow.Of(_state.Load(row.Id)!, _indexed).Entries }, row);
                last = row.Id;
            }
        }
    }

    private void Keep(KeptResult kept, string actor, string key)
    {
        Write();
        _now = _now with { Kept = _now.Kept + 1 };
        var row = StoredResults.Row(kept, actor, key, _now.Group, _now.Kept);
        _tables.Results.Replace(row);
        _tables.Index.Replace(new BsonDocument { ["_id"] = IndexEntry.Kept(Ticks.Of(kept.At)).To(StoredResults.Number(row["_id"])) });
    }

    /// <summary>Forgets results that are over, the oldest first.</summary>
    private void Expire(int most, DateTimeOffset now)
    {
        var last = Ticks.Of(now - KeptResult.Lifetime) - 1;
        foreach (var entry in _tables.Index.Range(IndexEntry.Kept(0).To(long.MinValue), IndexEntry.Kept(last).To(long.MaxValue), most).ConvertAll(row => row.Id))
        {
            Write();
            _tables.Index.Delete(entry);
            var (from, to) = StoredResults.Ids(IndexEntry.Prefix.Number(entry));
            foreach (var row in _tables.Results.Range(from, to).Where(row => row.Integer("at") <= last).ToList()) _tables.Results.Delete(row.Id);
        }
    }
}
