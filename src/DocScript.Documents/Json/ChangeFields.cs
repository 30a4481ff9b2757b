using System.Text.Json;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>The parts that several changes share, written and read side by side.</summary>
internal static class ChangeFields
{
    public static void WriteDocument(Utf8JsonWriter writer, string change, Document document)
    {
        writer.WriteString("change", change);
        writer.WritePropertyName("document");
        DocumentJson.Write(writer, document);
    }

    public static void WriteSubtree(Utf8JsonWriter writer, string change, Location location, Subtree subtree)
    {
        writer.WriteString("change", change);
        WriteLocation(writer, "at", location);
        writer.WritePropertyName("subtree");
        ComponentJson.Write(writer, subtree, designName: null);
    }

    public static void WritePath(Utf8JsonWriter writer, MetadataPath path)
    {
        writer.WriteStartArray("path");
        foreach (var name in path.Names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    public static MetadataPath ReadPath(JsonElement json)
    {
        var names = json.Get("path").ValueKind == JsonValueKind.Array ? json.Items("path").Select(JsonFields.Text).ToArray() : [];
        return names.Length > 0 ? MetadataPath.Of(names) : throw new FormatException("'path' must be a list of names");
    }

    // A missing field is unset; JSON's null is the value null, which an object in a list may well hold.
    public static void WriteValue(Utf8JsonWriter writer, string name, Value? value)
    {
        if (value is null) return;
        writer.WritePropertyName(name);
        ValueJson.Write(writer, value);
    }

    public static Value? ReadValue(JsonElement json, string name) => json.TryGetProperty(name, out var found) ? ValueJson.Read(found) : null;

    public static void WriteWasAndValue(Utf8JsonWriter writer, Value? was, Value? value)
    {
        WriteValue(writer, "was", was);
        WriteValue(writer, "value", value);
    }

    // Where in the component the value stands, from the outer name to the inner one; a name that is null is left out.
    public static void WriteInComponent(Utf8JsonWriter writer, string change, ComponentValueSet set, params ReadOnlySpan<(string Field, string? Name)> place)
    {
        writer.WriteString("change", change);
        writer.WriteString("component", set.Component);
        foreach (var (field, name) in place)
            if (name is not null)
                writer.WriteString(field, name);
        WriteWasAndValue(writer, set.Was, set.Value);
    }

    public static void WriteLocation(Utf8JsonWriter writer, string name, Location location)
    {
        writer.WriteStartObject(name);
        if (location.Parent is not null) writer.WriteString("parent", location.Parent);
        if (location.Container is not null) writer.WriteString("container", location.Container);
        if (location.Previous is not null) writer.WriteString("previous", location.Previous);
        if (location.Next is not null) writer.WriteString("next", location.Next);
        writer.WriteEndObject();
    }

    public static Location ReadLocation(JsonElement json) =>
        new(json.FindText("parent"), json.FindText("container"), json.FindText("previous"), json.FindText("next"));

    public static void WriteFlagged(Utf8JsonWriter writer, string name, long? number, string flag, bool value)
    {
        if (number is { } given) writer.WriteNumber(name, given);
        if (value) writer.WriteBoolean(flag, true);
    }
}
