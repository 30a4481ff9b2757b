namespace DocScript.Storage.LiteDb.Data;

/// <summary>The store's tables.</summary>
internal sealed class Tables(Database database)
{
    public Table Store { get; } = new(database, Schema.Store);

    public Table Documents { get; } = new(database, Schema.Documents, "header");

    public Table Snapshots { get; } = new(database, Schema.Snapshots, "content");

    public Table Transactions { get; } = new(database, Schema.Transactions, "script", "parameters", "rows");

    public Table Journal { get; } = new(database, Schema.Journal, "header", "changes");

    public Table Results { get; } = new(database, Schema.Results, "key", "result");

    public Table Publications { get; } = new(database, Schema.Publications, "content");

    public Table Index { get; } = new(database, Schema.Index);

    /// <summary>The numbers that the entries of a value lead to, after one, in order.</summary>
    public List<long> Entries(IndexEntry.Prefix prefix, long after, int most) =>
        Entries(prefix.To(after + 1), prefix.To(long.MaxValue), most);

    /// <summary>The numbers that entries lead to, in order of the entries.</summary>
    public List<long> Entries(LiteDB.BsonValue from, LiteDB.BsonValue to, int most = int.MaxValue) =>
        Index.Range(from, to, most).ConvertAll(row => IndexEntry.Prefix.Number(row.Id));

    public void AddEntry(LiteDB.BsonValue entry) => Index.Insert(new LiteDB.BsonDocument { ["_id"] = entry });
}
