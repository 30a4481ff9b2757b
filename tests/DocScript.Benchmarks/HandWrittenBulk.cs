using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>The loop that somebody would write by hand for one transaction over many documents: prepared statements, the same tables, indexes and pragmas, the very same rows.</summary>
internal static class HandWrittenBulk
{
    private const string Transaction = "position, id, rows, actor, at, undoes, script, parameters";
    private const string Journal = "row, position, document, sequence, hash, header, changes";
    private const string Header = "id, title, published, updated, due, deleted, sequence, weight, grown";

    /// <summary>Writes the rows of the last transaction of <paramref name="ours"/> into a file that has not seen it, durably; answers what <see cref="ProcessWatch"/> reads of that.</summary>
    public static string Write(string ours, string theirs)
    {
        using var source = Open(ours, "Mode=ReadOnly");
        var transaction = Rows(source, $"SELECT {Transaction} FROM transactions ORDER BY position DESC LIMIT 1").Single();
        var journal = Rows(source, $"SELECT {Journal} FROM journal WHERE position = $1 ORDER BY row", transaction[0]);
        var headers = Rows(source, $"SELECT {Header} FROM documents WHERE id IN (SELECT document FROM journal WHERE position = $1) ORDER BY id", transaction[0]);

        using var target = Open(theirs, "Mode=ReadWrite");
        Run(target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON");
        using var append = Prepare(target, $"INSERT INTO journal ({Journal}) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        using var rewrite = Prepare(target, "UPDATE documents SET title = $2, published = $3, updated = $4, due = $5, deleted = $6, sequence = $7, weight = $8, grown = $9 WHERE id = $1", 9);
        using var begin = Prepare(target, $"INSERT INTO transactions ({Transaction}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        var watch = new ProcessWatch();
        Run(target, "BEGIN IMMEDIATE");
        Run(begin, transaction);
        for (var each = 0; each < journal.Count; each++)
        {
            Run(append, journal[each]);
            Run(rewrite, headers[each]);
        }

        Run(target, "COMMIT");
        return watch.Read();
    }

    private static SqliteConnection Open(string file, string mode)
    {
        var connection = new SqliteConnection($"Data Source={file};{mode};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<object[]> Rows(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = Prepare(connection, sql, values.Length);
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
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

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
