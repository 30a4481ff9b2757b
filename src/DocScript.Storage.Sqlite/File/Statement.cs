using System.Text;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>A statement of one connection with parameters <c>?1</c>, <c>?2</c>, …, prepared at its first use; the one place where SQLite's errors become the store's.</summary>
internal sealed class Statement(Connection connection, string sql) : IDisposable
{
    // A character has at most three bytes.
    private const int ShortText = 256;

    private sqlite3_stmt? _prepared;

    /// <summary>Runs it and answers how many rows it changed.</summary>
    public int Run(params ReadOnlySpan<Parameter> values)
    {
        var statement = Bind(values);
        try
        {
            while (Step(statement)) { }
            return raw.sqlite3_changes(connection.Handle);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The first row, read by a function, or the default where there is none.</summary>
    public T? First<T>(Func<Row, T> read, params ReadOnlySpan<Parameter> values)
    {
        var statement = Bind(values);
        try
        {
            return Step(statement) ? read(new Row(statement)) : default;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>All rows, read at once, so that the statement is free again.</summary>
    public List<T> All<T>(Func<Row, T> read, params ReadOnlySpan<Parameter> values) => Most(int.MaxValue, read, values);

    /// <summary>The first rows, at most so many. A LIMIT that is a parameter would make SQLite prepare the statement anew each time.</summary>
    public List<T> Most<T>(int most, Func<Row, T> read, params ReadOnlySpan<Parameter> values)
    {
        var statement = Bind(values);
        try
        {
            var rows = new List<T>();
            while (rows.Count < most && Step(statement)) rows.Add(read(new Row(statement)));
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => _prepared?.Dispose();

    private bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_BUSY) connection.Patience.Try(() => (code = raw.sqlite3_step(statement)) != raw.SQLITE_BUSY);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw connection.Error(code),
        };
    }

    private sqlite3_stmt Bind(ReadOnlySpan<Parameter> values)
    {
        var statement = _prepared ??= Prepare();
        for (var i = 0; i < values.Length; i++)
        {
            var code = Bind(statement, i + 1, values[i]);
            if (code != raw.SQLITE_OK) throw connection.Error(code);
        }

        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int number, Parameter value) => value.Content switch
    {
        null when value.IsNumber => raw.sqlite3_bind_int64(statement, number, value.Number),
        null => raw.sqlite3_bind_null(statement, number),
        // Empty spans have no address, which SQLite takes for null.
        "" => raw.sqlite3_bind_text(statement, number, ""),
        string text => BindText(statement, number, text),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, number, 0),
        var bytes => raw.sqlite3_bind_blob(statement, number, (byte[])bytes),
    };

    private static int BindText(sqlite3_stmt statement, int number, string text)
    {
        if (text.Length > ShortText) return raw.sqlite3_bind_text(statement, number, Encoding.UTF8.GetBytes(text));
        Span<byte> bytes = stackalloc byte[3 * ShortText];
        return raw.sqlite3_bind_text(statement, number, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private sqlite3_stmt Prepare()
    {
        var code = raw.SQLITE_OK;
        sqlite3_stmt? statement = null;
        connection.Patience.Try(() => (code = raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement)) != raw.SQLITE_BUSY);
        return code == raw.SQLITE_OK ? statement! : throw connection.Error(code);
    }
}
