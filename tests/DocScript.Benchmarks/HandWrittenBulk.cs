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
        using var source = Open(ours);
        var transaction = source.Read($"SELECT {Transaction} FROM transactions ORDER BY position DESC LIMIT 1").Single();
        var journal = source.Read($"SELECT {Journal} FROM journal WHERE position = $1 ORDER BY row", transaction[0]);
        var headers = source.Read($"SELECT {Header} FROM documents WHERE id IN (SELECT document FROM journal WHERE position = $1) ORDER BY id", transaction[0]);

        using var target = Open(theirs);
        target.Read("PRAGMA journal_mode = WAL");
        target.Read("PRAGMA synchronous = FULL");
        target.Read("PRAGMA wal_autocheckpoint = 0");
        target.Read("PRAGMA secure_delete = ON");
        using var begin = target.Prepare("BEGIN IMMEDIATE");
        using var commit = target.Prepare("COMMIT");
        using var first = target.Prepare($"INSERT INTO transactions ({Transaction}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
        using var append = target.Prepare($"INSERT INTO journal ({Journal}) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        using var rewrite = target.Prepare("UPDATE documents SET title = $2, published = $3, updated = $4, due = $5, deleted = $6, sequence = $7, weight = $8, grown = $9 WHERE id = $1", 9);
        var watch = new ProcessWatch();
        begin.Run();
        first.Run(transaction);
        for (var each = 0; each < journal.Count; each++)
        {
            append.Run(journal[each]);
            rewrite.Run(headers[each]);
        }

        commit.Run();
        return watch.Read();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
