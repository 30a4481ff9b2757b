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
    public static StoredResult Read(Row row, Errors errors)
    {
        var kept = new KeptResult(new Guid(row.Bytes(0), bigEndian: true), row.Text(1), row.Text(2), Ticks.Read(row.Integer(3)));
        var (actor, key) = (row.Text(4), row.Text(5));
        return row.Bytes(6).AsSpan().SequenceEqual(Seal.OfResult(actor, key, kept))
            ? new StoredResult(actor, key, kept)
            : throw errors.Corrupt($"the result kept under key '{key}' of '{actor}' does not have its hash");
    }
}
