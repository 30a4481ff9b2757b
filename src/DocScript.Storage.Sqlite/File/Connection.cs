using DocScript.Engine.Storage.Durable;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>An open SQLite connection. One thread uses it at a time, which is why it is opened without SQLite's own locks.</summary>
internal sealed class Connection : IDisposable
{
    private const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;

    /// <exception cref="Engine.Storage.StoreException">The file can't be opened.</exception>
    public Connection(string path, Errors errors, TimeSpan busyTimeout)
    {
        (Errors, Patience) = (errors, new Patience(busyTimeout));
        var code = raw.sqlite3_open_v2(path, out var handle, Flags, Vfs.Name);
        Handle = handle;
        if (code == raw.SQLITE_OK) return;
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

    /// <summary>What SQLite's newest answer stands for.</summary>
    public Exception Error(int code) => Errors.Of(code, raw.sqlite3_errmsg(Handle).utf8_to_string());

    public void Dispose() => raw.sqlite3_close_v2(Handle);
}
