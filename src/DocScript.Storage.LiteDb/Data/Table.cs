using System.Buffers.Binary;
using System.Text;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>A collection as an ordered map; only who is in the database may use it. Long binary fields stand in parts: LiteDB takes rows of 16 MB at the most.</summary>
/// <param name="name">The collection.</param>
/// <param name="longFields">The fields that may be long.</param>
internal sealed class Table(Database database, string name, params string[] longFields)
{
    /// <summary>The most bytes of a field that stand in the row itself, and of one part.</summary>
    public const int PartSize = 1 << 20;

    // One thread uses the database at a time, so that these can be filled anew for each question.
    private readonly BsonExpression _equal = BsonExpression.Create("_id = @0", BsonValue.Null);
    private readonly BsonExpression _between = BsonExpression.Create("_id BETWEEN @0 AND @1", BsonValue.Null, BsonValue.Null);
    private readonly BsonExpression _order = BsonExpression.Create("$._id");

    public Row? Find(BsonValue id)
    {
        _equal.Parameters["0"] = id;
        var query = new Query { Limit = 1 };
        query.Where.Add(_equal);
        var found = Run(query);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>The rows from one id to another, both included, in order.</summary>
    public List<Row> Range(BsonValue from, BsonValue to, int most = int.MaxValue, bool descending = false)
    {
        (_between.Parameters["0"], _between.Parameters["1"]) = (from, to);
        var query = new Query { Limit = most, OrderBy = _order, Order = descending ? Query.Descending : Query.Ascending };
        query.Where.Add(_between);
        return Run(query);
    }

    /// <summary>Adds a row that is not there yet.</summary>
    public void Insert(BsonDocument row)
    {
        Split(row);
        database.Engine.Insert(name, [row], BsonAutoId.ObjectId);
    }

    /// <summary>Writes a row over the one of its id, or adds it.</summary>
    public void Replace(BsonDocument row)
    {
        if (longFields.Length > 0 && Find(row["_id"]) is { } before) DropParts(before);
        Split(row);
        database.Engine.Upsert(name, [row], BsonAutoId.ObjectId);
    }

    public void Delete(BsonValue id)
    {
        if (longFields.Length > 0 && Find(id) is { } before) DropParts(before);
        database.Engine.Delete(name, [id]);
    }

    /// <summary>A long field.</summary>
    /// <param name="count">What stands in the row instead: how many parts it has.</param>
    public byte[] Parts(BsonValue id, string field, BsonValue count)
    {
        var parts = new List<byte[]>();
        for (var i = 0; i < count.AsInt32; i++)
            parts.Add(PartsTable.Find(Part(id, field, i))?.Document["b"].AsBinary ?? throw new InvalidDataException($"a part of a row of '{name}' is missing"));
        var whole = new byte[parts.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        return whole;
    }

    private Table PartsTable => field ??= new Table(database, Schema.Parts);

    private void Split(BsonDocument row)
    {
        foreach (var field in longFields)
        {
            if (row[field] is not { IsBinary: true, AsBinary: var bytes } || bytes.Length <= PartSize) continue;
            var count = 0;
            for (var at = 0; at < bytes.Length; at += PartSize)
                PartsTable.Insert(new BsonDocument { ["_id"] = Part(row["_id"], field, count++), ["b"] = bytes[at..Math.Min(bytes.Length, at + PartSize)] });
            row[field] = count;
        }
    }

    private void DropParts(Row row)
    {
        foreach (var field in longFields)
            if (row.Document[field] is { IsInt32: true } count)
                for (var i = 0; i < count.AsInt32; i++) database.Engine.Delete(Schema.Parts, [Part(row.Id, field, i)]);
    }

    /// <summary>The id of a part: collection, field, id of the row, number.</summary>
    private BsonValue Part(BsonValue id, string field, int number)
    {
        var place = Encoding.ASCII.GetBytes($"{name}.{field}:");
        var owner = id.IsBinary ? id.AsBinary : IndexEntry.Number(id.AsInt64);
        var part = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(part, number);
        return new BsonValue([.. place, .. owner, .. part]);
    }

    private List<Row> Run(Query query)
    {
        var rows = new List<Row>();
        using var reader = database.Engine.Query(name, query);
        while (reader.Read()) rows.Add(new Row(this, reader.Current.AsDocument));
        return rows;
    }
}
