using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Kept results as rows.</summary>
internal static class Results
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns = "\"transaction\", hash, result, at, actor, key, seal";

    /// <summary>Of those columns.</summary>
    /// <exception cref="StoreException">Corrupt: it is not what was kept.</exception>
    public static StoredResult Read(Row row, Errors errors) =>
        new StoredRows(errors).Result(row.Text(4), row.Text(5), row.Bytes(0), row.Text(1), row.Text(2), row.Integer(3), row.Bytes(6));
}
