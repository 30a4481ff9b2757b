using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>The loop that somebody would write by hand: prepared statements, a SQLite transaction a commit, the same tables, indexes and pragmas.</summary>
internal sealed class HandWrittenLoop : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin, _commit, _transaction, _journal, _document, _snapshot;

    public HandWrittenLoop(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        using (var pragmas = _connection.CreateCommand())
        {
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";
            pragmas.ExecuteNonQuery();
            pragmas.CommandText = "SELECT max(position) FROM transactions";
            Position = (long)pragmas.ExecuteScalar()!;
        }

        _begin = _connection.Prepare("BEGIN IMMEDIATE");
        _commit = _connection.Prepare("COMMIT");
        _transaction = _connection.Prepare("INSERT INTO transactions (position, id, rows, actor, at, undoes, script, parameters, seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
        _journal = _connection.Prepare("INSERT INTO journal (row, position, document, sequence, hash, header, changes) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        _document = _connection.Prepare("UPDATE documents SET title = $2, published = $3, updated = $4, deleted = $5, sequence = $6, weight = $7, grown = $8 WHERE id = $1", 8);
        _snapshot = _connection.Prepare("INSERT OR REPLACE INTO snapshots (document, sequence, hash, content) VALUES ($1, $2, $3, $4)", 4);
    }

    /// <summary>The position of the last transaction it wrote.</summary>
    public long Position { get; private set; }

    /// <summary>Writes each transaction's rows and commits it, durably; answers the seconds that each took.</summary>
    public IReadOnlyList<double> Write(IReadOnlyList<TransactionRows> transactions)
    {
        var seconds = new List<double>(transactions.Count);
        foreach (var rows in transactions)
        {
            var from = Stopwatch.GetTimestamp();
            _begin.ExecuteNonQuery();
            _transaction.Run(rows.Transaction);
            _journal.Run(rows.Journal);
            _document.Run(rows.Document);
            if (rows.Snapshot is { } snapshot) _snapshot.Run(snapshot);
            _commit.ExecuteNonQuery();
            seconds.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
            Position = rows.Position;
        }

        return seconds;
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _transaction, _journal, _document, _snapshot }) command.Dispose();
        _connection.Dispose();
    }
}
