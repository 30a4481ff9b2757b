using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;
using DocScript.Storage.Sqlite.Writing;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Maintenance of a store's file: what writes goes through the one writer, what reads has a connection of its own.</summary>
internal sealed class SqliteMaintenance(StoreFile file, ReadPool readers, Writer writer) : IStoreMaintenance
{
    public Task BackupAsync(string target, CancellationToken cancellation) => Task.Run(() => Backup.Write(file, target), cancellation);

    public Task CompactAsync(CancellationToken cancellation) => writer.Enqueue(new CompactWork(cancellation));

    public Task<CommitResult> PurgeAsync(Purge purge, CancellationToken cancellation) => writer.Enqueue(new PurgeWork(purge, cancellation));

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<string>>(
        () =>
        {
            using var reader = new SqliteReader(readers, new DocumentCache(0), file.Clock);
            return [.. FileVerification.Of(reader, cancellation)];
        },
        cancellation);
}
