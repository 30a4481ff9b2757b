using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>What the file holds of a document, copied out of it: to be decoded wherever there is time, for the connection has no part in that.</summary>
internal sealed record DocumentBytes(long Id, long Sequence, SnapshotBytes? Snapshot, List<JournalBytes> Rows)
{
    /// <exception cref="StoreException">A hash is wrong, a row is missing, or one is of a newer format.</exception>
    public Document Decode(StoredRows stored) =>
        stored.Replay(Id, Sequence, Snapshot is null ? null : stored.Snapshot(Id, Snapshot.Sequence, Snapshot.Hash, Snapshot.Content), Rows.Select(row => row.Decode(stored)));
}

/// <summary>A snapshot as the file holds it.</summary>
internal sealed record SnapshotBytes(long Sequence, byte[] Hash, byte[] Content);

/// <summary>A journal row as the file holds it.</summary>
internal readonly record struct JournalBytes(long Position, byte[] Transaction, long At, long Document, long Sequence, byte[] Hash, ArraySegment<byte> Header, ArraySegment<byte> Changes)
{
    public static JournalBytes Of(Row row) => Of(row, row.Bytes(7));

    /// <summary>A row of which what its document keeps is copied to a given place.</summary>
    public static JournalBytes Of(Row row, SharedBytes place) => Of(row, place.Copy(row.Span(7)));

    private static JournalBytes Of(Row row, ArraySegment<byte> changes) =>
        new(row.Integer(0), row.Bytes(1), row.Integer(2), row.Integer(3), row.Integer(4), row.Bytes(5), row.Bytes(6), changes);

    /// <exception cref="StoreException">The hash is wrong, or it is of a newer format.</exception>
    public JournalRow Decode(StoredRows stored) => stored.Journal(Position, Transaction, At, Document, Sequence, Hash, Header, Changes);
}
