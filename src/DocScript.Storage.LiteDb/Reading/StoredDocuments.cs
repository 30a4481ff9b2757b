using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using LiteDB;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>Reads documents and their journal rows as they were at any position; only who is in the database may use it.</summary>
internal sealed class StoredDocuments(Tables tables, DocumentCache cache, Errors errors)
{
    /// <summary>The bytes of a journal row's id: document and sequence.</summary>
    public const int JournalIdLength = 16;

    /// <summary>What the bytes of rows are.</summary>
    public StoredRows Stored { get; } = new(errors);

    public DocumentRow? Row(long id) => tables.Documents.Find(id) is { } row ? DocumentRow.Of(row) : null;

    /// <summary>The document at the sequence that its row has.</summary>
    public Document Newest(DocumentRow row)
    {
        if (cache.TryFind(row.Id, row.Sequence, out var cached)) return cached;
        var snapshot = tables.Snapshots.Find(row.Id) is { } found
            ? Stored.Snapshot(row.Id, found.Integer("sequence"), found.Bytes("hash"), found.Bytes("content"))
            : null;
        return Stored.Replay(row.Id, row.Sequence, snapshot, Range(row.Id, snapshot?.Header.Sequence ?? 0, int.MaxValue).ConvertAll(BytesOf));
    }

    /// <summary>The document as it was at a position; null if it did not exist. What came after is taken back by the inverses of its changes.</summary>
    public Document? At(long id, long position)
    {
        if (Row(id) is not { } row || row.Born > position) return null;
        if (row.Position <= position) return Newest(row);
        var header = HeaderAt(id, position) ?? throw errors.Corrupt(FormattableString.Invariant($"document {id} has no journal row at its beginning"));
        if (cache.TryFind(id, header.Sequence, out var cached)) return cached;
        var document = Newest(row);
        foreach (var after in Enumerable.Reverse(RowsAfter(id, header.Sequence)))
            for (var i = after.Changes.Length - 1; i >= 0; i--) document = after.Changes[i].Invert().Apply(document);
        return document with { Header = header };
    }

    /// <summary>The rows of a document after a sequence, oldest first.</summary>
    public List<JournalRow> RowsAfter(long document, long sequence, int most = int.MaxValue) => Range(document, sequence, most).ConvertAll(Journal);

    /// <summary>A transaction, still without its rows.</summary>
    public JournalEntry Transaction(Row row) => Stored.Transaction(
        row.Id.AsInt64,
        row.Bytes("rows").Length / JournalIdLength,
        row.Bytes("transaction"),
        row.Text("actor"),
        row.Integer("at"),
        row.IsNull("undoes") ? null : row.Bytes("undoes"),
        row.Text("script"),
        row.Text("parameters"),
        row.Bytes("seal"));

    public Publication Publication(Row row) =>
        Stored.Publication(row.Id.AsInt64, row.Integer("document"), row.Integer("at"), row.Bytes("hash"), row.Bytes("content"));

    /// <summary>The rows of a transaction.</summary>
    public IEnumerable<JournalRow> RowsOf(Row transaction)
    {
        var rows = transaction.Bytes("rows");
        for (var at = 0; at < rows.Length; at += JournalIdLength)
        {
            BsonValue id = rows[at..(at + JournalIdLength)];
            yield return Journal(tables.Journal.Find(id) ?? throw errors.Corrupt(FormattableString.Invariant($"the transaction at position {transaction.Id.AsInt64} has lost journal rows")));
        }
    }

    /// <summary>The documents of a transaction.</summary>
    public static IEnumerable<long> DocumentsOf(Row transaction)
    {
        var rows = transaction.Bytes("rows");
        for (var at = 0; at < rows.Length; at += JournalIdLength) yield return IndexEntry.Number(rows.AsSpan(at, 8));
    }

    /// <summary>The header of a document as it was at a position; null if it did not exist.</summary>
    public Header? HeaderAt(long document, long position)
    {
        var last = long.MaxValue;
        while (tables.Journal.Range(JournalId(document, 0), JournalId(document, last), most: 1, descending: true) is [var row])
        {
            if (row.Integer("position") <= position) return Stored.Header(row.Bytes("header"));
            last = IndexEntry.Number(row.Id.AsBinary.AsSpan(8)) - 1;
        }

        return null;
    }

    /// <summary>The id of the document that a key was given to up to a position.</summary>
    public long? FindKey(string key, long position = long.MaxValue)
    {
        var prefix = IndexEntry.Key(key);
        foreach (var id in tables.Entries(prefix.First, prefix.Last))
            if (Row(id) is { } row && row.Born <= position && Stored.Header(row.Header).Key == key) return id;
        return null;
    }

    /// <summary>The transactions after a position.</summary>
    public List<Row> TransactionsAfter(long position, long last, int most = int.MaxValue) => tables.Transactions.Range(position + 1, last, most);

    public static BsonValue JournalId(long document, long sequence) => new([.. IndexEntry.Number(document), .. IndexEntry.Number(sequence)]);

    private List<Row> Range(long document, long sequence, int most) => tables.Journal.Range(JournalId(document, sequence + 1), JournalId(document, long.MaxValue), most);

    private JournalRow Journal(Row row) => Stored.Journal(BytesOf(row));

    private static JournalBytes BytesOf(Row row)
    {
        var id = row.Id.AsBinary;
        return new(
            row.Integer("position"), row.Bytes("transaction"), row.Integer("at"), IndexEntry.Number(id), IndexEntry.Number(id.AsSpan(8)),
            row.Bytes("hash"), row.Bytes("header"), row.Bytes("changes"));
    }
}
