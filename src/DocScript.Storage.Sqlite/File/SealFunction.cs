using DocScript.Engine.Storage;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>The SQL function <c>seal(…)</c>, which makes of the sealed columns of a row what <see cref="Engine.Storage.Durable.Seal"/> makes of what they hold.</summary>
internal static class SealFunction
{
    /// <summary>The columns of a transaction that are sealed, in their order.</summary>
    public const string TransactionColumns = "id, rows, actor, at, undoes, script, parameters";

    /// <summary>The columns of a kept result that are sealed, in their order.</summary>
    public const string ResultColumns = "actor, key, at, hash, \"transaction\", result";

    /// <summary>Makes the function known to a connection.</summary>
    public static void Register(sqlite3 connection) => raw.sqlite3_create_function(
        connection,
        "seal",
        -1,
        raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC,
        null,
        (context, _, columns) =>
        {
            using var fields = new DigestFields();
            foreach (var column in columns) Add(fields, column);
            raw.sqlite3_result_blob(context, fields.Hash());
        });

    private static void Add(DigestFields fields, sqlite3_value column)
    {
        switch (raw.sqlite3_value_type(column))
        {
            case raw.SQLITE_NULL: fields.AddNothing(); break;
            case raw.SQLITE_INTEGER: fields.Add(raw.sqlite3_value_int64(column)); break;
            default: fields.Add(raw.sqlite3_value_blob(column)); break;
        }
    }
}
