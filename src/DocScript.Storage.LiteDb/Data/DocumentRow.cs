using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>A document's row: its newest header and where its content is.</summary>
/// <param name="Position">Of the last transaction that changed it.</param>
/// <param name="Born">Of the one that made it.</param>
/// <param name="Weight">The size of the content a load starts from.</param>
/// <param name="Grown">That of the changes after it.</param>
/// <param name="Header">As JSON, the same as that of its last journal row.</param>
/// <param name="Title">The start of the title.</param>
/// <param name="Entries">Its entries in the index.</param>
internal sealed record DocumentRow(long Id, long Sequence, long Position, long Born, long Weight, long Grown, byte[] Header, string Title, BsonValue[] Entries)
{
    public static DocumentRow Of(Row row) => new(
        row.Id.AsInt64,
        row.Integer("sequence"),
        row.Integer("position"),
        row.Integer("born"),
        row.Integer("weight"),
        row.Integer("grown"),
        row.Bytes("header"),
        row.Text("title"),
        [.. row.Document["entries"].AsArray]);

    public BsonDocument ToRow() => new()
    {
        ["_id"] = Id,
        ["sequence"] = Sequence,
        ["position"] = Position,
        ["born"] = Born,
        ["weight"] = Weight,
        ["grown"] = Grown,
        ["header"] = Header,
        ["title"] = System.Text.Encoding.UTF8.GetBytes(Title),
        ["entries"] = new BsonArray(Entries),
    };

    /// <summary>What the row holds of a document beside numbers.</summary>
    public static (string Title, BsonValue[] Entries) Of(Document document, IndexedMetadata indexed) =>
        (TitleColumn.Of(document.Title), [.. IndexEntry.Of(document, indexed), IndexEntry.Key(document.Header.Key).To(document.Id)]);
}
