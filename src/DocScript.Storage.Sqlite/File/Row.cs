using System.Text;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>The row a statement stands at, readable until its next step; columns are counted from 0.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    public byte[] Bytes(int column) => Span(column).ToArray();

    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
}
