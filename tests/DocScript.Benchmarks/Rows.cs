using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>Rows read and written by hand.</summary>
internal static class Rows
{
    /// <summary>A statement with the parameters <c>$1</c>, <c>$2</c>, …, prepared.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++) command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"${number}"), null));
        command.Prepare();
        return command;
    }

    /// <summary>Runs a prepared statement with a row's columns.</summary>
    public static void Run(this SqliteCommand command, params object[] values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query.</summary>
    public static List<object[]> Read(this SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.Prepare(sql, values.Length);
        Bind(command, values);
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

    private static void Bind(SqliteCommand command, object[] values)
    {
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
    }
}
