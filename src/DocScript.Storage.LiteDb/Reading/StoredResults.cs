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

    /// <summary>What a row holds.</summary>
    /// <exception cref="StoreException">Corrupt: it is not what was kept.</exception>
    public static StoredResult Read(Row row, StoredRows stored) =>
        stored.Result(row.Text("actor"), row.Text("key"), row.Bytes("transaction"), row.Text("hash"), row.Text("result"), row.Integer("at"), row.Bytes("seal"));

    /// <summary>Writes another result over one that is kept.</summary>
    public static BsonDocument With(string result, Row row, StoredRows stored)
    {
        var (actor, key, kept) = Read(row, stored);
        return Row(kept with { Result = result }, actor, key, row.Integer("group"), row.Integer("order"));
    }

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
        ["seal"] = Seal.OfResult(actor, key, kept),
        ["group"] = group,
        ["order"] = order,
    };
}
