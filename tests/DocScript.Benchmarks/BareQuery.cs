using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>The query that somebody would write by hand to find documents by indexed metadata and read the rows that they are made of.</summary>
internal sealed class BareQuery : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    public BareQuery(string file)
    {
        _connection = new SqliteConnection($"Data Source={file};Pooling=False");
        _connection.Open();
        // As our own connections have it: without it SQLite may prepare the statement again for each value.
        _ = SQLitePCL.raw.sqlite3_db_config(_connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        _command = _connection.CreateCommand();
        _command.CommandText = $"""
            SELECT d.id, d.sequence, j.hash, j.header, j.changes, t.id, t.at
            FROM metadata m
            JOIN documents d ON d.id = m.document
            JOIN journal j ON j.document = d.id
            JOIN transactions t ON t.position = j.position
            WHERE m.property = '{IndexedStore.Property}' AND m.value = $1 AND d.deleted = 0
            """;
        _command.Parameters.Add(new SqliteParameter("$1", SqliteType.Blob));
        _command.Prepare();
    }

    /// <summary>Reads all columns of the rows with a value, and answers how many rows there were.</summary>
    public int Count(string value)
    {
        // The index holds texts with an @ before them, as bytes.
        _command.Parameters[0].Value = System.Text.Encoding.ASCII.GetBytes("@" + value);
        using var reader = _command.ExecuteReader();
        var row = new object[reader.FieldCount];
        var rows = 0;
        for (; reader.Read(); rows++) reader.GetValues(row);
        return rows;
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}
