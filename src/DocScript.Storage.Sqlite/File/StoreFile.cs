using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.Sqlite.File;

/// <summary>Where a store lies: opens connections to it, and makes or checks it at the first.</summary>
internal sealed class StoreFile
{
    private readonly string _path;
    private readonly SqliteStoreOptions _options;

    /// <param name="named">What messages call it; the path when null.</param>
    public StoreFile(string path, SqliteStoreOptions options, string? named = null)
    {
        _path = Path.GetFullPath(path);
        _options = options;
        Errors = new Errors(named ?? path, options.BusyTimeout);
    }

    public Errors Errors { get; }

    public TimeProvider Clock => _options.Clock;

    public Disk Disk => _options.Disk;

    /// <summary>The first connection of a store, to a file that is one of ours and ready.</summary>
    /// <param name="fillIndex">Fills the index of metadata where its form is a new one.</param>
    public Connection OpenFirst(Action<Connection> fillIndex)
    {
        if (Directory.Exists(_path)) throw Errors.IsFolder();
        if (Path.GetDirectoryName(_path) is { } folder && !Directory.Exists(folder)) throw Errors.NoFolder(folder);
        RefuseLogAlone();
        return Opened(create: true, connection =>
        {
            var format = Format(connection);
            // Who waited while a backup took the file's name must not make a log beside that.
            connection.EnsureInPlace();
            if (connection.IsReadOnly) throw Errors.ReadOnly();
            if (Text(connection, "PRAGMA journal_mode") != "wal" && Text(connection, "PRAGMA journal_mode = WAL") != "wal") throw Errors.NoSharedMemory();
            Prepare(connection);
            if (format < Schema.Format) Make(connection, fillIndex);
            Limit(connection);
        });
    }

    /// <summary>One more connection of an open store.</summary>
    public Connection OpenNext() => Opened(create: false, connection =>
    {
        Prepare(connection);
        Limit(connection);
    });

    /// <summary>A connection whose errors are said of another file than this: the one it writes.</summary>
    public Connection Open(Errors errors) => Open(errors, create: false);

    private Connection Open(Errors errors, bool create) => new(_path, errors, _options.BusyTimeout, _options.FileAccess, create);

    private Connection Opened(bool create, Action<Connection> prepare)
    {
        var connection = Open(Errors, create);
        try
        {
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(Connection connection)
    {
        connection.Run("PRAGMA synchronous = FULL");
        connection.Run("PRAGMA wal_autocheckpoint = 0");
        // What was replaced or purged leaves no trace in the file's free space.
        connection.Run("PRAGMA secure_delete = ON");
        TextOrder.AddTo(connection.Handle);
    }

    private void Limit(Connection connection)
    {
        if (_options.MaxPages is { } pages) connection.Run(FormattableString.Invariant($"PRAGMA max_page_count = {pages}"));
    }

    /// <summary>Refuses a log without the file that it belongs to, which SQLite would delete to begin a new one.</summary>
    private void RefuseLogAlone()
    {
        var file = Disk.Follow(_path);
        // In this order: who makes a store writes the file first.
        if (HasContent(file + "-wal") && !HasContent(file)) throw Errors.ForeignLog(file + "-wal");

        static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
    }

    /// <summary>The file's format, 0 for a new one; refuses one that is not ours, before anything is written to it.</summary>
    private long Format(Connection connection)
    {
        // One statement, so that all three are of one moment while another process makes the file.
        using var statement = new Statement(connection, "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema WHERE type = 'table') FROM pragma_application_id, pragma_user_version");
        var (application, format, tables) = statement.First(row => (row.Integer(0), row.Integer(1), row.Integer(2)));
        if (application == 0 && format == 0 && tables == 0) return 0;
        if (application != Schema.Application) throw Errors.NotAStore("it is the SQLite file of another program");
        if (format > Schema.Format) throw Errors.Newer(format, Schema.Format);
        if (tables != Schema.Count || format == 0) throw Errors.Corrupt("tables are missing");
        return format;
    }

    /// <summary>Makes a new file a store, and one of an older format one of this.</summary>
    private void Make(Connection connection, Action<Connection> fillIndex)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var format = Format(connection);
            if (format == 0) connection.Run(Schema.Tables + FormattableString.Invariant($"PRAGMA application_id = {Schema.Application};"));
            foreach (var step in Schema.Steps.Skip((int)Math.Max(0, format - 1))) connection.Run(step);
            if (format is > 0 and < Schema.Ordered) fillIndex(connection);
            connection.Run(FormattableString.Invariant($"PRAGMA user_version = {Schema.Format}"));
            connection.Run("COMMIT");
        }
        catch
        {
            connection.RollBack();
            throw;
        }
    }

    private static string? Text(Connection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.First(row => row.Text(0));
    }
}
