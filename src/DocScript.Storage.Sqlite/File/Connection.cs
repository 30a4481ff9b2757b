using DocScript.Engine.Storage.Durable;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>An open SQLite connection. One thread uses it at a time, which is why it is opened without SQLite's own locks.</summary>
internal sealed class Connection : IDisposable
{
    private const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX;

    private readonly OpenFiles? _files;
    private readonly Dictionary<Type, IDisposable> _kept = [];

    /// <param name="create">Whether the file is made where there is none.</param>
    /// <exception cref="Engine.Storage.StoreException">The file can't be opened.</exception>
    public Connection(string path, Errors errors, TimeSpan busyTimeout, string vfs, bool create)
    {
        (Errors, Patience) = (errors, new Patience(busyTimeout));
        var code = raw.sqlite3_open_v2(path, out var handle, create ? Flags | raw.SQLITE_OPEN_CREATE : Flags, vfs);
        Handle = handle;
        // Without this SQLite may prepare a statement again for every new value of a parameter, which takes ten times as long as running it.
        if (code == raw.SQLITE_OK) code = raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        if (code == raw.SQLITE_OK)
        {
            _files = new OpenFiles(handle);
            SealFunction.Register(handle);
            return;
        }

        var error = Error(code);
        Dispose();
        throw error;
    }

    public sqlite3 Handle { get; }

    public Errors Errors { get; }

    /// <summary>How long a statement waits for other connections.</summary>
    public Patience Patience { get; }

    public bool IsReadOnly => raw.sqlite3_db_readonly(Handle, "main") == 1;

    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    /// <summary>Statements for one purpose, made when they are asked for first and kept as long as the connection.</summary>
    public T Kept<T>(Func<Connection, T> make)
        where T : class, IDisposable
    {
        if (!_kept.TryGetValue(typeof(T), out var statements)) _kept.Add(typeof(T), statements = make(this));
        return (T)statements;
    }

    /// <summary>Refuses to read a file that is no longer the store's.</summary>
    /// <exception cref="Engine.Storage.StoreException">It was removed, renamed or replaced.</exception>
    public void EnsureInPlace()
    {
        if (_files is { IsFileGone: true }) throw Errors.Gone();
    }

    /// <summary>Refuses to write what nobody would find again; once the connection has read something, so that all files are there.</summary>
    /// <exception cref="Engine.Storage.StoreException">The file was removed, renamed or replaced, or the log beside it was removed.</exception>
    public void EnsureWhole()
    {
        EnsureInPlace();
        if (_files?.Missing is { } missing) throw Errors.LogGone(missing);
    }

    /// <summary>Undoes what the transaction did, where SQLite did not do so by itself.</summary>
    public void RollBack()
    {
        if (IsInTransaction) raw.sqlite3_exec(Handle, "ROLLBACK");
    }

    /// <summary>Runs statements that answer nothing.</summary>
    /// <exception cref="Engine.Storage.StoreException">SQLite refused one.</exception>
    public void Run(string sql)
    {
        var code = raw.SQLITE_OK;
        Patience.Try(() => (code = raw.sqlite3_exec(Handle, sql)) != raw.SQLITE_BUSY);
        if (code != raw.SQLITE_OK) throw Error(code);
    }

    /// <summary>Does work of which every statement, however long it takes, ends as cancelled once the token is.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled. What was not committed did not happen.</exception>
    public T Interruptible<T>(Func<T> work, CancellationToken cancellation)
    {
        using var registration = cancellation.Register(() => raw.sqlite3_interrupt(Handle));
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return work();
        }
        catch (InterruptedException)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    /// <summary>What SQLite's newest answer stands for.</summary>
    public Exception Error(int code) =>
        (code & 0xff) == raw.SQLITE_INTERRUPT ? new InterruptedException() : Errors.Of(code, raw.sqlite3_errmsg(Handle).utf8_to_string());

    public void Dispose()
    {
        foreach (var statements in _kept.Values) statements.Dispose();
        _files?.LeaveLogIfGone();
        raw.sqlite3_close_v2(Handle);
    }
}

/// <summary>A statement was interrupted (<see cref="Connection.Interruptible"/>).</summary>
internal sealed class InterruptedException : Exception;
