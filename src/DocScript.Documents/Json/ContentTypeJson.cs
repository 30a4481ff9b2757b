using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>One content type (contracts/livingdocs.md 2.3 to 2.5); <c>handle</c> or <c>name</c>, <c>type</c> or <c>plugin</c>.</summary>
internal static class ContentTypeJson
{
    public static ContentType Read(string handle, JsonElement json)
    {
        var type = new ContentType(
            handle,
            json.FindText("documentType") ?? "article",
            DefinitionFields.Names(json, "components"),
            DefinitionFields.ByName(json, "metadata", ReadProperty))
        {
            Conditions = ReadConditions(json),
            Configuration = DefinitionFields.Rest(json, "handle", "name", "documentType", "components", "metadata"),
        };
        DisplayTitle.Judge(type);
        JudgeDefaults(type);
        return type;
    }

    public static void Write(Utf8JsonWriter writer, ContentType type)
    {
        writer.WriteStartObject();
        writer.WriteString("handle", type.Handle);
        writer.WriteString("documentType", type.DocumentType);
        WriteComponents(writer, type);
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

    private static ObjectValue ReadConditions(JsonElement json)
    {
        var conditions = ObjectValue.Empty;
        foreach (var (name, component) in DefinitionFields.Named(json, "components"))
        {
            if (component.ValueKind != JsonValueKind.Object || component.Find("conditions") is not { } given) continue;
            var list = ValueJson.Read(given);
            if (!Shape.ListOf(Shape.Text)(list))
                throw new DefinitionException(["components", name, "conditions"], $"components '{name}': {PropertyConfiguration.Wrong("conditions", "a list of names such as \"dateTime\"", list).Message}");
            conditions = conditions.With(name, list);
        }

        return conditions;
    }

    private static void WriteComponents(Utf8JsonWriter writer, ContentType type)
    {
        if (type.Components is null) return;
        writer.WriteStartArray("components");
        foreach (var name in type.Components)
        {
            if (type.Conditions.Find(name) is { } conditions) ValueJson.Write(writer, ObjectValue.Of([KeyValuePair.Create<string, Value>("name", new TextValue(name)), KeyValuePair.Create("conditions", conditions)]));
            else writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void JudgeDefaults(ContentType type)
    {
        if (type.Configuration.Find("defaultMetadata") is { } other and not (ObjectValue or NullValue)) throw PropertyConfiguration.Wrong("defaultMetadata", "an object", other);
        foreach (var (name, value) in type.DefaultMetadata.Entries)
        {
            if (!type.Metadata.TryGetValue(name, out var property)) throw new FormatException($"'defaultMetadata' names '{name}', which is no metadata property of the content type");
            if (value is not NullValue && !property.Plugin.Accepts(value)) throw PropertyConfiguration.Wrong($"defaultMetadata.{name}", property.Plugin.Stored, value);
        }
    }

    private static MetadataProperty ReadProperty(string name, JsonElement json)
    {
        var plugin = MetadataPlugins.Of(json.FindText("type") ?? json.FindText("plugin") ?? throw new FormatException("'type' is missing"));
        var rest = DefinitionFields.Rest(json, "handle", "name", "identifier", "type", "plugin", "index");
        var indexed = plugin.IsUnique
            || json.Find("index") is { ValueKind: JsonValueKind.True or JsonValueKind.Object }
            || (rest.Find("config") as ObjectValue)?.Find("index") is BooleanValue { Boolean: true };
        return new(name, plugin, indexed, rest);
    }
}
