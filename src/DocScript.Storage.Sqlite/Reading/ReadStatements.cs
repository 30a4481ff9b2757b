using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>The prepared statements by which a connection reads; between <see cref="Begin"/> and <see cref="End"/> it sees one state of the file.</summary>
internal sealed class ReadStatements : IDisposable
{
    private const int MostQueries = 64;

    private readonly Dictionary<string, Statement> _queries = new(StringComparer.Ordinal);
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _position;

    private ReadStatements(Connection connection)
    {
        Connection = connection;
        _begin = new(Connection, "BEGIN");
        _end = new(Connection, "COMMIT");
        _position = new(Connection, "SELECT ifnull(max(position), 0) FROM transactions");
        LastId = new(Connection, "SELECT last FROM counters WHERE kind = ?1");
        Sequence = new(Connection, "SELECT sequence FROM documents WHERE id = ?1");
        Key = new(Connection, "SELECT id FROM documents WHERE key = ?1");
        Indexed = new(Connection, "SELECT property, date FROM indexed");
        Publication = new(Connection, "SELECT document, at, hash, content FROM publications WHERE id = ?1");
        Result = new(Connection, $"SELECT {Reading.Results.Columns} FROM results WHERE actor = ?1 AND key = ?2");
        Results = new(Connection, $"SELECT {Reading.Results.Columns}, rowid FROM results WHERE rowid > ?1 ORDER BY rowid LIMIT ?2");
        Transaction = new(Connection, $"SELECT {Entry} WHERE id = ?1");
        Journal = new(Connection, $"SELECT {Entry} WHERE position > ?1 ORDER BY position");
        Documents = new(Connection);
    }

    private const string Entry = "position, rows, id, actor, at, undoes, script, parameters, seal FROM transactions";

    public Connection Connection { get; }

    public Statement LastId { get; }

    public Statement Sequence { get; }

    public Statement Key { get; }

    public Statement Indexed { get; }

    public Statement Publication { get; }

    public Statement Result { get; }

    public Statement Results { get; }

    public Statement Transaction { get; }

    public Statement Journal { get; }

    public StoredDocuments Documents { get; }

    /// <summary>That of a connection.</summary>
    public static ReadStatements Of(Connection connection) => connection.Kept(static own => new ReadStatements(own));

    /// <summary>Starts to see the newest state; answers its position.</summary>
    public long Begin()
    {
        _begin.Run();
        Connection.EnsureInPlace();
        return _position.First(row => row.Integer(0));
    }

    public void End()
    {
        _end.Run();
        // More shapes of filters than that are no habit of anybody's.
        if (_queries.Count > MostQueries) ForgetQueries();
    }

    /// <summary>The statement of a query whose text is made of a filter. SQLite takes longer to prepare one than to find a document by it, so they are kept.</summary>
    public Statement Query(string sql)
    {
        if (_queries.TryGetValue(sql, out var known)) return known;
        return _queries[sql] = new Statement(Connection, sql);
    }

    private void ForgetQueries()
    {
        foreach (var statement in _queries.Values) statement.Dispose();
        _queries.Clear();
    }

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        _position.Dispose();
        LastId.Dispose();
        Sequence.Dispose();
        Key.Dispose();
        Indexed.Dispose();
        Publication.Dispose();
        Result.Dispose();
        Results.Dispose();
        Transaction.Dispose();
        Journal.Dispose();
        Documents.Dispose();
        ForgetQueries();
    }
}
