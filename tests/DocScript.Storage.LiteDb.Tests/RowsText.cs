using System.Text;
using DocScript.Storage.LiteDb.Data;
using LiteDB;
using LiteDB.Engine;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>The rows of a store as text that can be reviewed: a row a line, after the name of its collection, as LiteDB's JSON; bytes that are text stand as text.</summary>
internal static class RowsText
{
    private const string Text = "$text";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All rows, in order.</summary>
    public static string Of(LiteEngine engine)
    {
        var text = new StringBuilder();
        foreach (var name in Schema.All)
            foreach (var row in StoreFolder.Rows(engine, name).OrderBy(row => row["_id"])) text.Append(name).Append(' ').Append(JsonSerializer.Serialize(Readable(row))).Append('\n');
        return text.ToString();
    }

    /// <summary>Puts the rows of a text into a database that has none.</summary>
    public static void Load(string text, LiteEngine engine)
    {
        foreach (var rows in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal))
            engine.Insert(rows.Key, rows.Select(row => Stored(JsonSerializer.Deserialize(row)).AsDocument), BsonAutoId.ObjectId);
    }

    private static BsonValue Readable(BsonValue value) => value switch
    {
        { IsDocument: true } => Map(value.AsDocument, Readable),
        { IsBinary: true } when AsText(value.AsBinary) is { } text => new BsonDocument { [Text] = text },
        _ => value,
    };

    private static BsonValue Stored(BsonValue value) => value switch
    {
        { IsDocument: true } when value.AsDocument is { Count: 1 } only && only.ContainsKey(Text) => Strict.GetBytes(only[Text].AsString),
        { IsDocument: true } => Map(value.AsDocument, Stored),
        _ => value,
    };

    private static BsonDocument Map(BsonDocument document, Func<BsonValue, BsonValue> map)
    {
        var mapped = new BsonDocument();
        foreach (var (key, value) in document) mapped[key] = map(value);
        return mapped;
    }

    private static string? AsText(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.Any(char.IsControl) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
