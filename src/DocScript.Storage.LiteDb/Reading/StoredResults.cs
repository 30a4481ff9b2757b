using System.Security.Cryptography;
using System.Text;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using LiteDB;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>Kept results as rows.</summary>
internal static class StoredResults
{
    /// <summary>The id of a row: of texts of any length, without one running into the other.</summary>
    public static BsonValue Id(string actor, string key) =>
        SHA256.HashData([.. SHA256.HashData(Encoding.UTF8.GetBytes(actor)), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>The number by which an entry of the index leads to a row, and whoever else starts with it.</summary>
    public static long Number(BsonValue id) => IndexEntry.Number(id.AsBinary);

    /// <summary>The span of ids with a number.</summary>
    public static (BsonValue From, BsonValue To) Ids(long number)
    {
        var to = new byte[32];
        to.AsSpan().Fill(0xFF);
        IndexEntry.Number(number).CopyTo(to, 0);
        return (IndexEntry.Number(number), to);
    }

    public static KeptResult Read(Row row) =>
        new(new Guid(row.Bytes("transaction"), bigEndian: true), row.Text("hash"), row.Text("result"), Ticks.Read(row.Integer("at")));

    /// <param name="group">The group that keeps it, by which readers of before do not see it.</param>
    /// <param name="order">Its place among all that were kept.</param>
    public static BsonDocument Row(KeptResult kept, string actor, string key, long group, long order) => new()
    {
        ["_id"] = Id(actor, key),
        ["actor"] = Encoding.UTF8.GetBytes(actor),
        ["key"] = Encoding.UTF8.GetBytes(key),
        ["transaction"] = kept.Transaction.ToByteArray(bigEndian: true),
        ["hash"] = Encoding.UTF8.GetBytes(kept.Hash),
        ["result"] = Encoding.UTF8.GetBytes(kept.Result),
        ["at"] = Ticks.Of(kept.At),
        ["group"] = group,
        ["order"] = order,
    };
}
