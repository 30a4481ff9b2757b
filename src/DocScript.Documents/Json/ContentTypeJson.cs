using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>One content type (contracts/livingdocs.md 2.3 to 2.5); <c>handle</c> or <c>name</c>, <c>type</c> or <c>plugin</c>.</summary>
internal static class ContentTypeJson
{
    public static ContentType Read(string handle, JsonElement json) => new(
        handle,
        json.FindText("documentType") ?? "article",
        DefinitionFields.Names(json, "components"),
        DefinitionFields.ByName(json, "metadata", ReadProperty))
    {
        Configuration = DefinitionFields.Rest(json, "handle", "name", "documentType", "components", "metadata"),
    };

    public static void Write(Utf8JsonWriter writer, ContentType type)
    {
        writer.WriteStartObject();
        writer.WriteString("handle", type.Handle);
        writer.WriteString("documentType", type.DocumentType);
        DefinitionFields.WriteNames(writer, "components", type.Components);
        writer.WriteStartArray("metadata");
        foreach (var property in type.Metadata.Values)
        {
            writer.WriteStartObject();
            writer.WriteString("handle", property.Name);
            writer.WriteString("type", property.Plugin.Name);
            if (property.Indexed) writer.WriteBoolean("index", true);
            ValueJson.WriteMembers(writer, property.Configuration);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        ValueJson.WriteMembers(writer, type.Configuration);
        writer.WriteEndObject();
    }

    private static MetadataProperty ReadProperty(string name, JsonElement json)
    {
        var plugin = json.FindText("type") ?? json.FindText("plugin") ?? throw new FormatException("'type' is missing");
        var rest = DefinitionFields.Rest(json, "handle", "name", "identifier", "type", "plugin", "index");
        var indexed = json.Find("index") is { ValueKind: JsonValueKind.True or JsonValueKind.Object }
            || (rest.Find("config") as ObjectValue)?.Find("index") is BooleanValue { Boolean: true };
        return new(name, MetadataPlugins.Of(plugin), indexed, rest);
    }
}
