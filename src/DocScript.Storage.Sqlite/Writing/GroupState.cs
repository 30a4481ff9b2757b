using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>A document's sequence, the bytes a load starts from, and those of the changes after.</summary>
internal readonly record struct StoredSize(long Sequence, long Weight, long Grown);

/// <summary>What validation sees while the write lock is held: the file, and what earlier members of the group did.</summary>
internal sealed class GroupState : ICommitState, IDisposable
{
    private readonly DocumentCache _cache;
    private readonly Statement _size;
    private readonly Statement _key;
    private readonly Statement _changed;
    private readonly StoredDocuments _documents;
    private readonly Dictionary<long, StoredSize> _sizes = [];
    private readonly Dictionary<long, Document> _written = [];

    public GroupState(Connection connection, DocumentCache cache)
    {
        _cache = cache;
        _size = new(connection, "SELECT sequence, weight, grown FROM documents WHERE id = ?1");
        _key = new(connection, "SELECT id FROM documents WHERE key = ?1");
        _changed = new(connection, "SELECT DISTINCT document FROM journal WHERE row > ?1");
        _documents = new(connection);
    }

    /// <summary>The documents that the group wrote, as they are now.</summary>
    public IReadOnlyCollection<Document> Written => _written.Values;

    /// <summary>Forgets everything: the lock is let go.</summary>
    public void Clear()
    {
        _sizes.Clear();
        _written.Clear();
    }

    public void Wrote(Document document, StoredSize size)
    {
        _sizes[document.Id] = size;
        _written[document.Id] = document;
    }

    public StoredSize Size(long document)
    {
        if (_sizes.TryGetValue(document, out var known)) return known;
        return _sizes[document] = _size.First(row => new StoredSize(row.Integer(0), row.Integer(1), row.Integer(2)), document);
    }

    public long Sequence(long document) => Size(document).Sequence;

    public long? FindKey(string key) => _key.First(row => (long?)row.Integer(0), key);

    public Document? Load(long id)
    {
        if (_written.TryGetValue(id, out var written)) return written;
        var sequence = Sequence(id);
        if (sequence == 0) return null;
        return _cache.TryFind(id, sequence, out var cached) ? cached : _documents.Replay(id, sequence);
    }

    public IEnumerable<long> ChangedAfter(long position) => _changed.All(row => row.Integer(0), position);

    public IEnumerable<JournalRow> RowsAfter(long document, long position) =>
        _documents.RowsAfter(document, _documents.HeaderAt(document, position)?.Sequence ?? 0);

    public Header? HeaderAt(long document, long position) => _documents.HeaderAt(document, position);

    public void Dispose()
    {
        _size.Dispose();
        _key.Dispose();
        _changed.Dispose();
        _documents.Dispose();
    }
}
