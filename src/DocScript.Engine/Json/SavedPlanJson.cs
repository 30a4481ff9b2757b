using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>A saved plan as a file: the format, and the whole transaction with all it read, so that <c>apply</c> needs nothing else.</summary>
public static class SavedPlanJson
{
    /// <summary>What the file calls itself.</summary>
    public const string Format = "docscript-plan";

    /// <summary>The version that is written; older ones are read for ever.</summary>
    public const int FormatVersion = 1;

    /// <summary>The plan as UTF-8 JSON, indented, with a line end.</summary>
    public static byte[] Write(SavedPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.Pretty)) Write(writer, plan);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the plan.</summary>
    public static void Write(Utf8JsonWriter writer, SavedPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", FormatVersion);
        Write(writer, plan.Transaction);
        writer.WriteStartArray("printed");
        foreach (var line in plan.Printed) writer.WriteStringValue(line);
        writer.WriteEndArray();
        writer.WriteStartArray("commands");
        foreach (var folder in plan.Folders) writer.WriteStringValue(folder);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write(SavedPlan)"/> wrote.</summary>
    /// <exception cref="FormatException">Not a saved plan, a damaged one, or one of a newer format; the message says which and names the place.</exception>
    public static SavedPlan Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, JsonLimits.Reader);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new FormatException("it is not JSON, or damaged", e);
        }
    }

    /// <summary>Reads what <see cref="Write(Utf8JsonWriter, SavedPlan)"/> wrote.</summary>
    /// <exception cref="FormatException">Not a saved plan, a damaged one, or one of a newer format; the message says which and names the place.</exception>
    public static SavedPlan Read(JsonElement json)
    {
        var root = new JsonNodeReader(json, JsonPlace.Root);
        if (!root.Has("format") || root.Text("format") != Format) throw new FormatException("it has another form");
        var version = root.Integer("version");
        if (version > FormatVersion)
            throw new FormatException(Invariant($"this plan has format {version}, newer than {FormatVersion}; use the DocScript that wrote it"));
        return new SavedPlan(ReadTransaction(root), [.. root.List("printed").Select(line => line.Text())])
        {
            Folders = root.Has("commands") ? [.. root.List("commands").Select(folder => folder.Text())] : [],
        };
    }

    private static void Write(Utf8JsonWriter writer, Transaction transaction)
    {
        writer.WriteString("transaction", transaction.Id);
        writer.WriteString("actor", transaction.Actor);
        writer.WriteString("instant", DateValue.ToIso(transaction.Instant));
        writer.WriteString("script", transaction.Script);
        writer.WriteString("parameters", transaction.Parameters);
        if (transaction.Key is { } key)
        {
            writer.WriteStartObject("key");
            writer.WriteString("key", key.Key);
            writer.WriteString("hash", key.Hash);
            writer.WriteEndObject();
        }

        if (transaction.Undoes is { } undone) writer.WriteString("undoes", undone);
        writer.WriteString("result", transaction.Result);
        writer.WriteNumber("readAt", transaction.ReadAt);
        writer.WritePropertyName("reads");
        ReadSetJson.Write(writer, transaction.Reads);
        writer.WriteStartArray("documents");
        foreach (var document in transaction.Documents) Write(writer, document);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, DocumentChanges document)
    {
        writer.WriteStartObject();
        writer.WriteNumber("expected", document.Expected);
        writer.WritePropertyName("changes");
        ChangeJson.Write(writer, document.Changes);
        writer.WritePropertyName("after");
        DocumentJson.Write(writer, document.After);
        writer.WriteEndObject();
    }

    private static Transaction ReadTransaction(JsonNodeReader root) => new()
    {
        Id = root.Guid("transaction") ?? throw root.Member("transaction").Wrong("a transaction id"),
        Actor = root.Text("actor"),
        Instant = root.Instant("instant"),
        Script = root.Text("script"),
        Parameters = root.Text("parameters"),
        Key = root.Has("key") ? new IdempotencyKey(root.Member("key").Text("key"), root.Member("key").Text("hash")) : null,
        Undoes = root.Guid("undoes"),
        Result = root.Text("result"),
        ReadAt = root.Integer("readAt"),
        Reads = ReadSetJson.Read(root.Member("reads")),
        Documents = [.. root.List("documents").Select(ReadDocument)],
    };

    private static DocumentChanges ReadDocument(JsonNodeReader document) => new(
        document.Integer("expected"),
        [.. document.Member("changes").Read(ChangeJson.Read)],
        document.Member("after").Read(DocumentJson.Read));
}
