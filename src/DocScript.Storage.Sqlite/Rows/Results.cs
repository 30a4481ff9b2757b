using DocScript.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace DocScript.Storage.Sqlite.Rows;

/// <summary>Kept results as rows.</summary>
internal static class Results
{
    /// <summary>Of the columns transaction, hash, result, at.</summary>
    public static KeptResult Read(SqliteDataReader row) =>
        new(new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true), row.GetString(1), row.GetString(2), Ticks.Read(row.GetInt64(3)));
}
