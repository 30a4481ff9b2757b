using DocScript.Engine.Storage;
using SQLitePCL;

namespace DocScript.Storage.Sqlite.Rows;

/// <summary>
/// The SHA-256 over the columns of a row of <c>transactions</c> or <c>results</c>, kept in its column <c>seal</c>: by it an edited script, actor or kept result is seen.
/// In SQL it is the function <c>seal(…)</c>, of the same columns in the same order.
/// </summary>
internal static class Seal
{
    /// <summary>The columns of a transaction that are sealed. Its position is not: the hashes of its journal rows hold the two together.</summary>
    public const string TransactionColumns = "id, rows, actor, at, undoes, script, parameters";

    /// <summary>The columns of a kept result that are sealed.</summary>
    public const string ResultColumns = "actor, key, at, hash, \"transaction\", result";

    public static byte[] OfTransaction(byte[] id, long rows, string actor, DateTimeOffset at, byte[]? undoes, string script, string parameters)
    {
        using var fields = new DigestFields();
        fields.Add(id).Add(rows).Add(actor).Add(at);
        return (undoes is null ? fields.AddNothing() : fields.Add(undoes)).Add(script).Add(parameters).Hash();
    }

    public static byte[] OfResult(string actor, string key, KeptResult kept)
    {
        using var fields = new DigestFields();
        return fields.Add(actor).Add(key).Add(kept.At).Add(kept.Hash).Add(kept.Transaction).Add(kept.Result).Hash();
    }

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
