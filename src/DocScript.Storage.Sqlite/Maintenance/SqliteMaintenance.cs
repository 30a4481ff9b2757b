using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

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
            var found = new List<string>();
            try
            {
                using var reader = new SqliteReader(readers, new DocumentCache(0), file.Clock);
                foreach (var wrong in FileVerification.Of(reader, cancellation)) found.Add(wrong);
            }
            catch (StoreException error) when (error.Problem is StoreProblem.Corrupt)
            {
                // So much is damaged that not all of it can be looked at.
                found.Add(error.Message);
            }

            return found;
        },
        cancellation);
}
