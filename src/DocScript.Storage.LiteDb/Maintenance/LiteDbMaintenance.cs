using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Files;
using DocScript.Storage.LiteDb.Reading;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Maintenance of a store's file: what writes goes through the one writer.</summary>
internal sealed class LiteDbMaintenance(Shelf shelf, Writer writer, Disk disk) : IStoreMaintenance
{
    public Task BackupAsync(string target, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var errors = new Errors(target, TimeSpan.Zero);
            BackupFile.Write(target, errors, disk, partial =>
            {
                using var copy = disk.Open(partial);
                shelf.Database.Copy(page => copy.Write(copy.Length, page));
            });
        },
        cancellation);

    public Task FillAsync(StoreContent content, CancellationToken cancellation) => writer.Enqueue(new FillWork(content, cancellation));

    public Task CompactAsync(CancellationToken cancellation) => writer.Enqueue(new CompactWork(cancellation));

    public Task<CommitResult> PurgeAsync(Purge purge, CancellationToken cancellation) => writer.Enqueue(new PurgeWork(purge, cancellation));

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation) => Task.Run<IReadOnlyList<string>>(
        () =>
        {
            var found = new List<string>();
            try
            {
                using var reader = new LiteDbReader(shelf);
                foreach (var wrong in new FileVerification(shelf, reader, cancellation).All()) found.Add(wrong);
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
