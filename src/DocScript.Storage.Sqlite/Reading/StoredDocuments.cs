using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Rows;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Reads documents and their journal rows through one connection, at whatever state that connection sees; every row's hash is checked.</summary>
internal sealed class StoredDocuments : IDisposable
{
    private const string Columns =
        "j.position, t.id, t.at, j.document, j.sequence, j.hash, j.header, j.changes FROM journal j JOIN transactions t ON t.position = j.position";

    private readonly Errors _errors;
    private readonly Statement _snapshot;
    private readonly Statement _rows;
    private readonly Statement _rowsOfTransaction;
    private readonly Statement _header;

    public StoredDocuments(Connection connection)
    {
        _errors = connection.Errors;
        _snapshot = new(connection, "SELECT sequence, hash, content FROM snapshots WHERE document = ?1");
        _rows = new(connection, $"SELECT {Columns} WHERE j.document = ?1 AND j.sequence > ?2 ORDER BY j.sequence");
        _rowsOfTransaction = new(connection, $"SELECT {Columns} WHERE j.row > ?1 AND j.row <= ?2 ORDER BY j.row");
        _header = new(connection, "SELECT header FROM journal WHERE document = ?1 AND row <= ?2 ORDER BY sequence DESC LIMIT 1");
    }

    /// <summary>The document at the sequence that the file has for it: its snapshot and the changes after.</summary>
    public Document Replay(long id, long sequence)
    {
        var document = _snapshot.First(row => Snapshot(id, row), id);
        foreach (var row in RowsAfter(id, document?.Header.Sequence ?? 0))
        {
            var expected = (document?.Header.Sequence ?? 0) + 1;
            if (row.Header.Sequence != expected) throw _errors.Corrupt($"the journal row of document {Text(id)} at sequence {Text(expected)} is missing");
            document = Apply(document, row);
        }

        return document is not null && document.Header.Sequence == sequence
            ? document
            : throw _errors.Corrupt($"document {Text(id)} ends at sequence {Text(document?.Header.Sequence ?? 0)} of its journal, not {Text(sequence)}");
    }

    /// <summary>The rows of a document after a sequence, oldest first.</summary>
    public List<JournalRow> RowsAfter(long document, long sequence, int most = int.MaxValue) => _rows.Most(most, Row, document, sequence);

    /// <summary>The rows of the transaction whose last row is at a position.</summary>
    public List<JournalRow> RowsOf(long position, long count) => _rowsOfTransaction.All(Row, position - count, position);

    /// <summary>The header of a document as it was at a position; null if it did not exist.</summary>
    public Header? HeaderAt(long document, long position) =>
        _header.First(row => row.Bytes(0), document, position) is { } bytes ? Known("a header", bytes, Content.ReadHeader) : null;

    public void Dispose()
    {
        _snapshot.Dispose();
        _rows.Dispose();
        _rowsOfTransaction.Dispose();
        _header.Dispose();
    }

    /// <summary>Reads bytes whose hash is right.</summary>
    public T Known<T>(string what, byte[] bytes, Func<byte[], T> read)
    {
        try
        {
            return read(bytes);
        }
        catch (FormatException error)
        {
            throw _errors.NewerContent(what, error);
        }
    }

    private JournalRow Row(Row row)
    {
        var transaction = row.Bytes(1);
        var (document, sequence) = (row.Integer(3), row.Integer(4));
        var (header, changes) = (row.Bytes(6), row.Bytes(7));
        if (!row.Bytes(5).AsSpan().SequenceEqual(RowHash.OfJournal(transaction, document, sequence, header, changes)))
            throw _errors.Corrupt($"the journal row of document {Text(document)} at sequence {Text(sequence)} does not have its hash");
        return new JournalRow(
            row.Integer(0),
            new Guid(transaction, bigEndian: true),
            Ticks.Read(row.Integer(2)),
            document,
            Known("a header", header, Content.ReadHeader),
            Known("changes", changes, Content.ReadChanges));
    }

    private Document Snapshot(long id, Row row)
    {
        var content = row.Bytes(2);
        if (!row.Bytes(1).AsSpan().SequenceEqual(RowHash.OfContent(id, row.Integer(0), content)))
            throw _errors.Corrupt($"the snapshot of document {Text(id)} does not have its hash");
        return Known("a snapshot", content, Content.ReadDocument);
    }

    /// <summary>The row's header is taken as it is stored: counters are never computed anew from old history.</summary>
    private Document Apply(Document? before, JournalRow row)
    {
        try
        {
            return Document.Commit(before, row.Changes, row.Instant) with { Header = row.Header };
        }
        catch (InvalidOperationException error)
        {
            throw _errors.Corrupt($"the journal row of document {Text(row.Document)} at sequence {Text(row.Header.Sequence)} does not fit the one before", error);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
