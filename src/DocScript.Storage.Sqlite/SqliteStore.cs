using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;
using DocScript.Storage.Sqlite.Maintenance;
using DocScript.Storage.Sqlite.Reading;
using DocScript.Storage.Sqlite.Writing;

namespace DocScript.Storage.Sqlite;

/// <summary>The embedded store in one SQLite file: WAL, <c>synchronous=FULL</c>, one writer with group commit, several processes on one file safely.</summary>
public sealed class SqliteStore : IStore
{
    private readonly TimeProvider _clock;
    private readonly DocumentCache _cache;
    private readonly ConnectionPool _connections;
    private readonly Writer _writer;
    private int _disposed;

    private SqliteStore(StoreFile file, SqliteStoreOptions options)
    {
        _clock = options.Clock;
        _cache = new DocumentCache(options.CachedDocuments);
        _connections = new ConnectionPool(file, file.OpenFirst(MetadataIndex.Make));
        _writer = new Writer(new SqliteWriter(_connections, _cache, _clock), file.Errors);
        Maintenance = new SqliteMaintenance(file, _connections, _writer);
    }

    /// <summary>Opens a store, or makes it where the file does not exist.</summary>
    /// <exception cref="StoreException">Locked, corrupt, of a newer format, full, or not to be opened.</exception>
    public static SqliteStore Open(string path, SqliteStoreOptions? options = null)
    {
        options ??= SqliteStoreOptions.Default;
        return Open(new StoreFile(path, options), options);
    }

    internal static SqliteStore Open(StoreFile file, SqliteStoreOptions options) => new(file, options);

    /// <summary>
    /// Puts a backup in a store's place, durably and at one stroke: whatever dies meanwhile, the store is as it was or the backup. The backup itself is only read.
    /// </summary>
    /// <param name="backup">A file that <see cref="IStoreMaintenance.BackupAsync"/> wrote, of this format or an older one.</param>
    /// <param name="replace">Whether a store that is there is given up for it.</param>
    /// <param name="accept">Judges the backup, opened as a store of its own; what it throws ends the restore.</param>
    /// <exception cref="StoreException">Unavailable: the store exists and is not to be replaced, or a file can't be read or written; locked: somebody has the store open; corrupt: the backup is no store. The store is as it was.</exception>
    public static Task RestoreAsync(string backup, string path, bool replace, Func<IStore, Task> accept, SqliteStoreOptions? options = null, CancellationToken cancellation = default) =>
        new SqliteRestore(backup, path, options ?? SqliteStoreOptions.Default).RunAsync(replace, accept, cancellation);

    /// <inheritdoc/>
    public IStoreMaintenance Maintenance { get; }

    /// <inheritdoc/>
    public IStoreReader Read()
    {
        ThrowIfDisposed();
        return new SqliteReader(_connections, _cache, _clock);
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

    /// <summary>Commits what waits, moves the log into the file and closes it. Readers that are still open stay usable until they are disposed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _connections.Close();
        await _writer.EndAsync();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
