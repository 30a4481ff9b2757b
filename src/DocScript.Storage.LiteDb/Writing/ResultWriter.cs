using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>Keeps results and forgets those that are over, as a member of a group.</summary>
internal sealed class ResultWriter(Tables tables, Group group)
{
    public void Keep(StoredResult result)
    {
        var (actor, key, kept) = result;
        var order = group.NextKept();
        var row = StoredResults.Row(kept, actor, key, group.Now.Group, order);
        tables.Results.Replace(row);
        tables.Index.Replace(new LiteDB.BsonDocument { ["_id"] = IndexEntry.Kept(Ticks.Of(kept.At)).To(StoredResults.Number(row["_id"])) });
    }

    /// <summary>Forgets results that are over, the oldest first.</summary>
    public void Expire(int most, DateTimeOffset now)
    {
        var last = Ticks.Of(now - KeptResult.Lifetime) - 1;
        foreach (var entry in tables.Index.Range(IndexEntry.Kept(0).To(long.MinValue), IndexEntry.Kept(last).To(long.MaxValue), most).ConvertAll(row => row.Id))
        {
            group.Write();
            tables.Index.Delete(entry);
            var (from, to) = StoredResults.Ids(IndexEntry.Prefix.Number(entry));
            foreach (var row in tables.Results.Range(from, to).Where(row => row.Integer("at") <= last).ToList()) tables.Results.Delete(row.Id);
        }
    }
}
