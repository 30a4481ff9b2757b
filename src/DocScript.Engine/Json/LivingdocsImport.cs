using System.Text.Json;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using static System.FormattableString;

namespace DocScript.Engine.Json;

/// <summary>
/// A document in Livingdocs' form (contracts/livingdocs.md section 3: <c>systemdata, metadata, content</c>, with <c>id</c>; also flat, with <c>contentType</c> beside them) as a
/// <see cref="Document"/>. Pure: it knows files only by name. What the form itself is about is judged here, the design's rules in <see cref="ImportedDocument.Judge"/>.
/// </summary>
public static class LivingdocsImport
{
    private static readonly string[] Known = ["id", "key", "title", "metadata", "content"];

    /// <summary>Reads one document.</summary>
    /// <param name="file">The file's name, for problems.</param>
    /// <param name="json">The whole file.</param>
    /// <param name="design">Says which containers and directives a component has; content types are not asked.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The document, or null when a problem among those added is an error.</returns>
    public static ImportedDocument? Read(string file, JsonElement json, Design design, ICollection<ImportProblem> problems)
    {
        var report = new ProblemReport(file, problems);
        if (json.ValueKind != JsonValueKind.Object)
        {
            report.Error(JsonPlace.Root, $"a document is an object, not {Name(json)}", "a document has id, systemdata, metadata and content");
            return null;
        }

        var systemdata = Object(json, JsonPlace.Root, "systemdata", report);
        var id = Id(json, systemdata, report);
        var type = Text(systemdata, JsonPlace.Root.Member("systemdata"), "contentType", report) ?? Text(json, JsonPlace.Root, "contentType", report);
        if (type is null && !report.HasErrors)
            report.Error(JsonPlace.Root.Member("systemdata"), "the document has no contentType", "add systemdata.contentType, the handle of one of the design's content types");
        var metadata = Metadata(json, report);
        var title = Text(json, JsonPlace.Root, "title", report) ?? TitleOf(metadata);
        var key = Text(json, JsonPlace.Root, "key", report);
        if (key is not null && Rules.KeyIsValid(key) is { } violation) report.Error(JsonPlace.Root.Member("key"), violation.Message, violation.Help);
        var components = new LivingdocsComponents(design, id, report);
        var roots = components.ReadRoots(json);
        if (report.HasErrors) return null;

        var header = new Header { Id = id, Key = key ?? id.ToString(System.Globalization.CultureInfo.InvariantCulture), ContentType = type! };
        var document = new Document(header, title, metadata, ComponentTree.Of(roots)) { Extra = Extra(json) };
        return new ImportedDocument(file, document, IsPublished(systemdata), components.Places);
    }

    /// <summary>The title that a document without one of its own takes from its metadata.</summary>
    internal static string TitleOf(ObjectValue metadata) => metadata.Find("title") is TextValue { Text: var text } ? text : "";

    /// <summary>What kind of JSON it is, for messages.</summary>
    internal static string Name(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    private static long Id(JsonElement json, JsonElement systemdata, ProblemReport report)
    {
        var own = Id(json, JsonPlace.Root, "id", report);
        var system = Id(systemdata, JsonPlace.Root.Member("systemdata"), "documentId", report);
        if (own is { } first && system is { } second && first != second)
            report.Error(JsonPlace.Root.Member("id"), Invariant($"the document's id is {first}, but systemdata.documentId is {second}"), "give both the same number");
        if (own is null && system is null && !report.HasErrors)
            report.Error(JsonPlace.Root, "the document has no id", "add \"id\", a whole number from 1 to 2147483647");
        return own ?? system ?? 0;
    }

    private static long? Id(JsonElement json, JsonPlace place, string member, ProblemReport report)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id) && id is >= 1 and <= int.MaxValue) return id;
        report.Error(place.Member(member), $"{member} is {value.GetRawText().Shortened()}", "a document's id is a whole number from 1 to 2147483647");
        return null;
    }

    private static ObjectValue Metadata(JsonElement json, ProblemReport report)
    {
        var metadata = Object(json, JsonPlace.Root, "metadata", report);
        return metadata.ValueKind == JsonValueKind.Object
            ? report.Value(metadata, JsonPlace.Root.Member("metadata")) is ObjectValue value ? WithoutNulls(value) : ObjectValue.Empty
            : ObjectValue.Empty;
    }

    internal static ObjectValue WithoutNulls(ObjectValue value) =>
        value.Entries.Any(entry => entry.Value is NullValue) ? ObjectValue.Of(value.Entries.Where(entry => entry.Value is not NullValue)) : value;

    private static JsonElement Object(JsonElement json, JsonPlace place, string member, ProblemReport report)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.Object or JsonValueKind.Null) return value;
        report.Error(place.Member(member), $"{member} is {Name(value)}, not an object");
        return default;
    }

    private static string? Text(JsonElement json, JsonPlace place, string member, ProblemReport report)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        report.Error(place.Member(member), $"{member} is {Name(value)}, not a text");
        return null;
    }

    private static ObjectValue Extra(JsonElement json) => ObjectValue.Of(json.EnumerateObject()
        .Where(member => !Known.Contains(member.Name, StringComparer.Ordinal))
        .Select(member => KeyValuePair.Create(member.Name, ValueJson.Read(member.Value))));

    private static bool IsPublished(JsonElement systemdata) =>
        systemdata.ValueKind == JsonValueKind.Object && systemdata.TryGetProperty("publicationId", out var publication) && publication.ValueKind == JsonValueKind.Number;
}
