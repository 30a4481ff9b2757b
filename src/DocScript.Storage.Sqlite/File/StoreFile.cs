using Microsoft.Data.Sqlite;

namespace DocScript.Storage.Sqlite.File;

/// <summary>Where a store lies: opens connections to it, and makes or checks it at the first.</summary>
internal sealed class StoreFile
{
    private readonly string _path;
    private readonly SqliteStoreOptions _options;

    public StoreFile(string path, SqliteStoreOptions options)
    {
        _path = Path.GetFullPath(path);
        _options = options;
        Errors = new Errors(path, options.BusyTimeout);
    }

    public Errors Errors { get; }

    public TimeProvider Clock => _options.Clock;

    public TimeSpan BusyTimeout => _options.BusyTimeout;

    /// <summary>The connection that writes, to a file that is one of ours and ready.</summary>
    public SqliteConnection OpenWriter()
    {
        if (Directory.Exists(_path)) throw Errors.IsFolder();
        if (Path.GetDirectoryName(_path) is { } folder && !Directory.Exists(folder)) throw Errors.NoFolder(folder);
        var connection = Open();
        try
        {
            Prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = Open();
        try
        {
            Run(connection, "PRAGMA query_only = ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Vfs.Open(_path),
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)Math.Max(1, Math.Ceiling(_options.BusyTimeout.TotalSeconds)),
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Errors.Of(error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        var empty = IsEmpty(connection);
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1) throw Errors.ReadOnly();
        if (Text(connection, "PRAGMA journal_mode") != "wal" && Text(connection, "PRAGMA journal_mode = WAL") != "wal") throw Errors.NoSharedMemory();
        Run(connection, "PRAGMA synchronous = FULL");
        Run(connection, "PRAGMA wal_autocheckpoint = 0");
        if (empty) Create(connection);
        if (_options.MaxPages is { } pages) Run(connection, FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
    }

    /// <summary>Whether the file is new; refuses one that is not ours, before anything is written to it.</summary>
    private bool IsEmpty(SqliteConnection connection)
    {
        var application = Number(connection, "PRAGMA application_id");
        var format = Number(connection, "PRAGMA user_version");
        var tables = Number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        if (application == 0 && format == 0 && tables == 0) return true;
        if (application != Schema.Application) throw Errors.NotAStore("it is the SQLite file of another program");
        if (format > Schema.Format) throw Errors.Newer(format);
        if (tables != Schema.Count) throw Errors.Corrupt("tables are missing");
        return false;
    }

    private void Create(SqliteConnection connection)
    {
        Run(connection, "BEGIN IMMEDIATE");
        try
        {
            if (IsEmpty(connection))
            {
                Run(connection, Schema.Tables);
                Run(connection, FormattableString.Invariant($"PRAGMA application_id = {Schema.Application}; PRAGMA user_version = {Schema.Format}"));
            }

            Run(connection, "COMMIT");
        }
        catch
        {
            // SQLite may have rolled back by itself; the connection is thrown away either way.
            using var rollback = connection.CreateCommand();
            rollback.CommandText = "ROLLBACK";
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) rollback.ExecuteNonQuery();
            throw;
        }
    }

    private void Run(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, Errors, sql);
        statement.Run();
    }

    private long Number(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, Errors, sql);
        return statement.First(row => row.GetInt64(0));
    }

    private string? Text(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, Errors, sql);
        return statement.First(row => row.GetString(0));
    }
}
