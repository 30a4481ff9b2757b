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

        _begin = Prepare("BEGIN IMMEDIATE", 0);
        _commit = Prepare("COMMIT", 0);
        _transaction = Prepare("INSERT INTO transactions (position, id, rows, actor, at, undoes, script, parameters) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        _journal = Prepare("INSERT INTO journal (row, position, document, sequence, hash, header, changes) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        _document = Prepare("UPDATE documents SET title = $2, published = $3, updated = $4, deleted = $5, sequence = $6, weight = $7, grown = $8 WHERE id = $1", 8);
        _snapshot = Prepare("INSERT OR REPLACE INTO snapshots (document, sequence, hash, content) VALUES ($1, $2, $3, $4)", 4);
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
            Run(_transaction, rows.Transaction);
            Run(_journal, rows.Journal);
            Run(_document, rows.Document);
            if (rows.Snapshot is { } snapshot) Run(_snapshot, snapshot);
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

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++) command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"${number}"), null));
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, object[] values)
    {
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }
}
