using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Reading;

namespace DocScript.Storage.Sqlite.Maintenance;

/// <summary>Maintenance of a store's file: what writes goes through the one writer, what reads has a connection of its own.</summary>
internal sealed class SqliteMaintenance(StoreFile file, ConnectionPool connections, Writer writer) : IStoreMaintenance
{
    public Task BackupAsync(string target, CancellationToken cancellation)
    {
        connections.ThrowIfClosed();
        return Task.Run(() => Backup.Write(file, target, cancellation), cancellation);
    }

    // What the writer does at once it does on its caller's thread, and these may take long.
    public Task FillAsync(StoreContent content, CancellationToken cancellation) => Queue(() => new FillWork(content, cancellation), cancellation);

    public Task CompactAsync(CancellationToken cancellation) => Queue(() => new CompactWork(cancellation), cancellation);

    public Task<CommitResult> PurgeAsync(Purge purge, CancellationToken cancellation) => Queue(() => new PurgeWork(purge, cancellation), cancellation);

    public Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellation)
    {
        connections.ThrowIfClosed();
        return Task.Run<IReadOnlyList<string>>(() => Verify(cancellation), cancellation);
    }

    private Task<T> Queue<T>(Func<Work<T>> work, CancellationToken cancellation)
    {
        connections.ThrowIfClosed();
        return Task.Run(() => writer.Enqueue(work()), cancellation);
    }

    private List<string> Verify(CancellationToken cancellation)
    {
        var found = new List<string>();
        try
        {
            using var reader = new SqliteReader(connections, new DocumentCache(0), file.Clock);
            foreach (var wrong in FileVerification.Of(reader, cancellation)) found.Add(wrong);
        }
        catch (StoreException error) when (error.Problem is StoreProblem.Corrupt)
        {
            // So much is damaged that not all of it can be looked at.
            found.Add(error.Message);
        }

        return found;
    }
}
