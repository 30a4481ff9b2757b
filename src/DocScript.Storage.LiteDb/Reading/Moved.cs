using DocScript.Storage.LiteDb.Data;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>The documents that changed after a reader's position: what rows and entries say of them is not what it sees.</summary>
internal sealed class Moved(Shelf shelf, long position)
{
    private readonly HashSet<long> _documents = [];
    private long _to = position;

    /// <summary>All of them up to now; for who is in the database.</summary>
    public IReadOnlySet<long> Now()
    {
        // What is not durable yet may be taken back, and others given its positions.
        var durable = shelf.State.Position;
        foreach (var row in shelf.Tables.Transactions.Range(_to + 1, long.MaxValue)) _documents.UnionWith(StoredDocuments.DocumentsOf(row));
        _to = Math.Max(_to, durable);
        return _documents;
    }
}
