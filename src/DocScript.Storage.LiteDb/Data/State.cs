using DocScript.Engine.Storage;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>Where a store stands: what a reader needs to see one moment of it, and the row that keeps it.</summary>
/// <param name="Position">Of the last transaction.</param>
/// <param name="Group">Counts every group that wrote anything.</param>
/// <param name="Document">The highest document id used or reserved.</param>
/// <param name="Publication">The highest publication id used or reserved.</param>
/// <param name="Kept">Counts every result that was kept.</param>
internal sealed record State(long Position, long Group, long Document, long Publication, long Kept)
{
    /// <summary>The id of the row.</summary>
    public const long Row = 1;

    public static State Empty { get; } = new(0, 0, 0, 0, 0);

    public static State Of(Row row) => new(row.Integer("position"), row.Integer("group"), row.Integer("document"), row.Integer("publication"), row.Integer("kept"));

    /// <summary>The row, with the properties whose metadata is indexed.</summary>
    public BsonDocument ToRow(IndexedMetadata indexed) => new()
    {
        ["_id"] = Row,
        ["application"] = Schema.Application,
        ["format"] = Schema.Format,
        ["position"] = Position,
        ["group"] = Group,
        ["document"] = Document,
        ["publication"] = Publication,
        ["kept"] = Kept,
        ["indexed"] = new BsonArray(indexed.Properties.Select(property => new BsonArray(property.Key, property.Value))),
    };

    /// <summary>The properties that the row has.</summary>
    public static IndexedMetadata IndexedOf(Row row) =>
        new(row.Document["indexed"].AsArray.Select(property => KeyValuePair.Create(property[0].AsString, property[1].AsBoolean)));
}
