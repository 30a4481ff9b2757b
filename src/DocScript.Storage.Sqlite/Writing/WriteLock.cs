using DocScript.Storage.Sqlite.File;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>The right to write the file, which one connection of all processes has at a time, for one SQLite transaction.</summary>
internal sealed class WriteLock(SqliteConnection connection, Errors errors, TimeSpan busyTimeout)
{
    private const int Busy = 5;

    private readonly Patience _patience = new(busyTimeout);

    /// <summary>Takes it, waiting for other processes.</summary>
    /// <exception cref="Engine.Storage.StoreException">Locked: they did not let go in time.</exception>
    public void Take()
    {
        var code = raw.SQLITE_OK;
        _patience.Try(() => ((code = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE")) & 0xff) != Busy);
        if (code != raw.SQLITE_OK) throw errors.Of(new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xff, code));
    }

    /// <summary>Undoes what was not committed and lets go, where SQLite did not do so by itself.</summary>
    public void GiveUp()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0) raw.sqlite3_exec(connection.Handle, "ROLLBACK");
    }
}
