using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>What the file holds of a document, copied out of it: to be decoded wherever there is time, for the connection has no part in that.</summary>
internal sealed record DocumentBytes(long Id, long Sequence, SnapshotBytes? Snapshot, List<JournalBytes> Rows)
{
    /// <exception cref="StoreException">A hash is wrong, a row is missing, or one is of a newer format.</exception>
    public Document Decode(StoredRows stored) =>
        stored.Replay(Id, Sequence, Snapshot is null ? null : stored.Snapshot(Id, Snapshot.Sequence, Snapshot.Hash, Snapshot.Content), Rows);
}

/// <summary>A snapshot as the file holds it.</summary>
internal sealed record SnapshotBytes(long Sequence, byte[] Hash, byte[] Content);
