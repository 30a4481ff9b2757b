using Microsoft.Data.Sqlite;

namespace DocScript.Storage.Sqlite.File;

/// <summary>A prepared statement of one connection, with parameters <c>$1</c>, <c>$2</c>, …; the one place where SQLite's errors become the store's.</summary>
internal sealed class Statement : IDisposable
{
    private readonly Errors _errors;
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, Errors errors, string sql, int parameters = 0)
    {
        _errors = errors;
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = Names[i] });
    }

    private static readonly string[] Names = [.. Enumerable.Range(0, 20).Select(number => FormattableString.Invariant($"${number}"))];

    /// <summary>Runs it and answers how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            return _command.ExecuteNonQuery();
        }
        catch (SqliteException error)
        {
            throw _errors.Of(error);
        }
    }

    /// <summary>The first row, read by a function, or the default where there is none.</summary>
    public T? First<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            using var reader = _command.ExecuteReader();
            return reader.Read() ? read(reader) : default;
        }
        catch (SqliteException error)
        {
            throw _errors.Of(error);
        }
    }

    /// <summary>All rows, read at once, so that the statement is free again.</summary>
    public List<T> All<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        try
        {
            var rows = new List<T>();
            using var reader = _command.ExecuteReader();
            while (reader.Read()) rows.Add(read(reader));
            return rows;
        }
        catch (SqliteException error)
        {
            throw _errors.Of(error);
        }
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
