using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Files;
using DocScript.Storage.LiteDb.Maintenance;
using DocScript.Storage.LiteDb.Reading;
using DocScript.Storage.LiteDb.Writing;

namespace DocScript.Storage.LiteDb;

/// <summary>The embedded store in one LiteDB file: for one process at a time, one writer with group commit, durable by a log of its own under LiteDB (README, "The full feed").</summary>
public sealed class LiteDbStore : IStore
{
    private readonly DocumentCache _cache;
    private readonly Shelf _shelf;
    private readonly Writer _writer;
    private int _disposed;

    private LiteDbStore(StoreFile file, LiteDbStoreOptions options)
    {
        _cache = new DocumentCache(options.CachedDocuments);
        var database = new Database(file);
        try
        {
            _shelf = new Shelf(database, options.Clock);
        }
        catch
        {
            database.Dispose();
            throw;
        }

        _writer = new Writer(new DatabaseWriter(_shelf, _cache, file), file.Errors);
        Maintenance = new LiteDbMaintenance(_shelf, _writer, file.Disk);
    }

    /// <summary>Whether this build has LiteDB stores. A constant, so that nobody loads this assembly to ask.</summary>
    public const bool IsAvailable = true;

    /// <summary>Opens a store, or makes it where the file does not exist. It is this process's alone until it is disposed.</summary>
    /// <exception cref="StoreException">Locked, corrupt, of a newer format, full, or not to be opened.</exception>
    public static IStore Open(string path, LiteDbStoreOptions? options = null)
    {
        options ??= LiteDbStoreOptions.Default;
        return Open(new StoreFile(path, options), options);
    }

    internal static IStore Open(StoreFile file, LiteDbStoreOptions options) => new LiteDbStore(file, options);

    /// <summary>
    /// Puts a backup in a store's place, durably and at one stroke: whatever dies meanwhile, the store is as it was or the backup. The backup itself is only read.
    /// </summary>
    /// <param name="backup">A file that <see cref="IStoreMaintenance.BackupAsync"/> wrote.</param>
    /// <param name="replace">Whether a store that is there is given up for it.</param>
    /// <param name="accept">Judges the backup, opened as a store of its own; what it throws ends the restore.</param>
    /// <exception cref="StoreException">Unavailable: the store exists and is not to be replaced, or a file can't be read or written; locked: somebody has the store open; corrupt: the backup is no store. The store is as it was.</exception>
    public static Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept, LiteDbStoreOptions? options = null, CancellationToken cancellation = default) =>
        new LiteDbRestore(backup, path, options ?? LiteDbStoreOptions.Default).RunAsync(replace, accept, cancellation);

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance { get; }

    /// <inheritdoc/>
    public IStoreReader Read()
    {
        ThrowIfDisposed();
        _shelf.Database.RequireFile();
        return new LiteDbReader(_shelf) { Cache = _cache };
    }

    /// <inheritdoc/>
    public Task<CommitResult> CommitAsync(Transaction transaction, CancellationToken cancellation = default)
    {
        ThrowIfDisposed();
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<CommitResult>(cancellation);
        CommitValidation.EnsureWellFormed(transaction);
        return _writer.Enqueue(new CommitWork(new EncodedTransaction(transaction), cancellation));
    }

    /// <inheritdoc/>
    public Task<long> ReserveIdsAsync(IdKind kind, int count, CancellationToken cancellation = default)
    {
        ThrowIfDisposed();
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<long>(cancellation);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return _writer.Enqueue(new ReserveWork(kind, count, cancellation));
    }

    /// <summary>Commits what waits, moves the log into the file and closes it. Readers that are still open stay usable, and hold the file, until they are disposed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _writer.EndAsync();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
