using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Reads documents and their journal rows through one connection, at whatever state that connection sees; every row's hash is checked.</summary>
internal sealed class StoredDocuments : IDisposable
{
    private const string Columns =
        "j.position, t.id, t.at, j.document, j.sequence, j.hash, j.header, j.changes FROM journal j JOIN transactions t ON t.position = j.position";

    private readonly Statement _snapshot;
    private readonly Statement _rows;
    private readonly Statement _rowsOfTransaction;
    private readonly Statement _header;

    public StoredDocuments(Connection connection)
    {
        Stored = new StoredRows(connection.Errors);
        _snapshot = new(connection, "SELECT sequence, hash, content FROM snapshots WHERE document = ?1");
        _rows = new(connection, $"SELECT {Columns} WHERE j.document = ?1 AND j.sequence > ?2 ORDER BY j.sequence");
        _rowsOfTransaction = new(connection, $"SELECT {Columns} WHERE j.row > ?1 AND j.row <= ?2 ORDER BY j.row");
        _header = new(connection, "SELECT header FROM journal WHERE document = ?1 AND row <= ?2 ORDER BY sequence DESC LIMIT 1");
    }

    /// <summary>What the bytes of rows are.</summary>
    public StoredRows Stored { get; }

    /// <summary>The document at the sequence that the file has for it: its snapshot and the changes after.</summary>
    public Document Replay(long id, long sequence) => Read(id, sequence, BytesOf).Decode(Stored);

    /// <summary>What a document is made of, as bytes.</summary>
    /// <param name="read">Reads a journal row, with what the document keeps of it where it is to be.</param>
    public DocumentBytes Read(long id, long sequence, Func<Row, JournalBytes> read)
    {
        // What was only made has no snapshot.
        var snapshot = sequence == 1 ? null : _snapshot.First(row => new SnapshotBytes(row.Integer(0), row.Bytes(1), row.Bytes(2)), id);
        return new DocumentBytes(id, sequence, snapshot, _rows.All(read, id, snapshot?.Sequence ?? 0));
    }

    /// <summary>The rows of a document after a sequence, oldest first.</summary>
    public List<JournalRow> RowsAfter(long document, long sequence, int most = int.MaxValue) => _rows.Most(most, Row, document, sequence);

    /// <summary>The rows of the transaction whose last row is at a position.</summary>
    public List<JournalRow> RowsOf(long position, long count) => _rowsOfTransaction.All(Row, position - count, position);

    /// <summary>The header of a document as it was at a position; null if it did not exist.</summary>
    public Header? HeaderAt(long document, long position) =>
        _header.First(row => row.Bytes(0), document, position) is { } bytes ? Stored.Header(bytes) : null;

    public void Dispose()
    {
        _snapshot.Dispose();
        _rows.Dispose();
        _rowsOfTransaction.Dispose();
        _header.Dispose();
    }

    private JournalRow Row(Row row) => Stored.Journal(BytesOf(row));

    private static JournalBytes BytesOf(Row row) => BytesOf(row, row.Bytes(7));

    /// <summary>A journal row whose changes lie somewhere.</summary>
    public static JournalBytes BytesOf(Row row, ArraySegment<byte> changes) =>
        new(row.Integer(0), row.Bytes(1), row.Integer(2), row.Integer(3), row.Integer(4), row.Bytes(5), row.Bytes(6), changes);
}
