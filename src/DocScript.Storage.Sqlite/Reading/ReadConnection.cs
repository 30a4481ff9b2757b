using DocScript.Storage.Sqlite.File;
using Microsoft.Data.Sqlite;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>A connection that reads, with its prepared statements; between <see cref="Begin"/> and <see cref="End"/> it sees one state of the file.</summary>
internal sealed class ReadConnection : IDisposable
{
    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement _position;

    public ReadConnection(StoreFile file)
    {
        Errors = file.Errors;
        Connection = file.OpenReader();
        _begin = new(Connection, Errors, "BEGIN");
        _end = new(Connection, Errors, "COMMIT");
        _position = new(Connection, Errors, "SELECT ifnull(max(position), 0) FROM transactions");
        LastId = new(Connection, Errors, "SELECT last FROM counters WHERE kind = $1", 1);
        Sequence = new(Connection, Errors, "SELECT sequence FROM documents WHERE id = $1", 1);
        Key = new(Connection, Errors, "SELECT id FROM documents WHERE key = $1", 1);
        Indexed = new(Connection, Errors, "SELECT 1 FROM indexed WHERE property = $1", 1);
        Publication = new(Connection, Errors, "SELECT document, at, hash, content FROM publications WHERE id = $1", 1);
        Result = new(Connection, Errors, "SELECT \"transaction\", hash, result, at FROM results WHERE actor = $1 AND key = $2", 2);
        Transaction = new(Connection, Errors, $"SELECT {Entry} WHERE id = $1", 1);
        Journal = new(Connection, Errors, $"SELECT {Entry} WHERE position > $1 ORDER BY position LIMIT $2", 2);
        Documents = new(Connection, Errors);
    }

    private const string Entry = "position, rows, id, actor, at, undoes, script, parameters FROM transactions";

    public Errors Errors { get; }

    public SqliteConnection Connection { get; }

    public Statement LastId { get; }

    public Statement Sequence { get; }

    public Statement Key { get; }

    public Statement Indexed { get; }

    public Statement Publication { get; }

    public Statement Result { get; }

    public Statement Transaction { get; }

    public Statement Journal { get; }

    public StoredDocuments Documents { get; }

    /// <summary>Starts to see the newest state; answers its position.</summary>
    public long Begin()
    {
        _begin.Run();
        return _position.First(row => row.GetInt64(0));
    }

    public void End() => _end.Run();

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
        Transaction.Dispose();
        Journal.Dispose();
        Documents.Dispose();
        Connection.Dispose();
    }
}
