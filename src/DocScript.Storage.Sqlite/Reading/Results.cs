using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Reading;

/// <summary>Kept results as rows.</summary>
internal static class Results
{
    /// <summary>Of the columns transaction, hash, result, at.</summary>
    public static KeptResult Read(Row row) =>
        new(new Guid(row.Bytes(0), bigEndian: true), row.Text(1), row.Text(2), Ticks.Read(row.Integer(3)));
}
