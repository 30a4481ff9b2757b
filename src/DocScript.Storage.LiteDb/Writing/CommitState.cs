using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>What validation sees while nobody else is in the database: the file, and what earlier members of the group did.</summary>
internal sealed class CommitState(Tables tables, StoredDocuments documents) : ICommitState
{
    private readonly Dictionary<long, DocumentRow?> _rows = [];
    private readonly Dictionary<long, Document> _written = [];

    /// <summary>The documents that the group wrote, as they are now.</summary>
    public IEnumerable<Document> Written => _written.Values;

    /// <summary>Forgets everything: others may be in the database.</summary>
    public void Clear()
    {
        _rows.Clear();
        _written.Clear();
    }

    public void Wrote(Document document, DocumentRow row)
    {
        _rows[document.Id] = row;
        _written[document.Id] = document;
    }

    public DocumentRow? Row(long document) => _rows.TryGetValue(document, out var known) ? known : _rows[document] = documents.Row(document);

    public long Sequence(long document) => Row(document)?.Sequence ?? 0;

    public long? FindKey(string key) => documents.FindKey(key);

    public Document? Load(long id)
    {
        if (_written.TryGetValue(id, out var written)) return written;
        return Row(id) is { } row ? documents.Newest(row) : null;
    }

    public IEnumerable<long> ChangedAfter(long position) =>
        documents.TransactionsAfter(position, long.MaxValue).SelectMany(StoredDocuments.DocumentsOf).Distinct().ToList();

    public IEnumerable<JournalRow> RowsAfter(long document, long position) =>
        documents.RowsAfter(document, documents.HeaderAt(document, position)?.Sequence ?? 0);

    public Header? HeaderAt(long document, long position) => documents.HeaderAt(document, position);

    /// <summary>The result kept under a key.</summary>
    public KeptResult? Result(string actor, string key) => tables.Results.Find(StoredResults.Id(actor, key)) is { } row ? StoredResults.Read(row, documents.Stored).Kept : null;
}
