using System.Text;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>A row of a table. What is long is read when it is asked for, so that must happen before the next change of the table.</summary>
internal readonly struct Row(Table table, BsonDocument document)
{
    public BsonDocument Document => document;

    public BsonValue Id => document["_id"];

    public long Integer(string field) => document[field].AsInt64;

    public byte[] Bytes(string field) => document[field] is { IsBinary: true } value ? value.AsBinary : table.Parts(Id, field, document[field]);

    public string Text(string field) => Encoding.UTF8.GetString(Bytes(field));

    public bool IsNull(string field) => document[field].IsNull;
}
