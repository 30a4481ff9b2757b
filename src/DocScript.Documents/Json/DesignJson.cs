using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>Designs as JSON: Livingdocs' design form, or a project configuration with <c>components</c> and <c>contentTypes</c>; our own stored form has both.</summary>
public static class DesignJson
{
    /// <summary>The version of our stored form that is written; every version ever written is read for ever.</summary>
    public const int FormatVersion = 1;

    private const string Format = "docscriptDesign";

    /// <summary>Reads a design. Where it has no content types, <see cref="Design.ContentTypes"/> is empty and <see cref="ContentTypeInference"/> makes them.</summary>
    /// <exception cref="FormatException">Not a design, or one of a newer format; the message names the place.</exception>
    public static Design Read(JsonElement element)
    {
        var format = element.FindInteger(Format);
        if (format is not null and not FormatVersion)
            throw new FormatException(FormattableString.Invariant($"design format {format} is newer than this build, which knows {FormatVersion}"));

        // Our own form lists every directive, so that opening a store costs no HTML parser.
        var source = format is null ? ValueJson.ReadObject(element) : element.Members("source");
        return ReadDefinitions(element, format is null ? new TemplateDirectives() : null) with { Source = source };
    }

    /// <summary>Reads a design from text.</summary>
    /// <exception cref="FormatException">Not JSON, or what <see cref="Read"/> throws it for.</exception>
    public static Design Parse(string json) => JsonFields.Parse(json, Read);

    /// <summary>Writes the design in our stored form, which <see cref="Read"/> reads to an equal design.</summary>
    public static void Write(Utf8JsonWriter writer, Design design)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Format, FormatVersion);
        writer.WriteString("name", design.Name);
        writer.WriteString("version", design.Version);
        writer.WriteStartArray("components");
        foreach (var component in design.Components.Values) ComponentDefinitionJson.Write(writer, component);
        writer.WriteEndArray();
        writer.WriteStartArray("contentTypes");
        foreach (var type in design.ContentTypes.Values) ContentTypeJson.Write(writer, type);
        writer.WriteEndArray();
        writer.WriteStartObject("componentProperties");
        foreach (var (name, configuration) in design.ComponentProperties)
        {
            writer.WritePropertyName(name);
            ValueJson.Write(writer, configuration);
        }

        writer.WriteEndObject();
        if (design.Source.Count > 0)
        {
            writer.WritePropertyName("source");
            ValueJson.Write(writer, design.Source);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the definitions; without <paramref name="templates"/> the directives that are listed are all there are.</summary>
    internal static Design ReadDefinitions(JsonElement element, TemplateDirectives? templates)
    {
        if (element.Find("components") is null) throw new FormatException("'components' is missing: this is no design");
        return new Design(
            element.FindText("name") ?? element.FindText("handle") ?? "design",
            element.FindText("version") ?? "1.0.0",
            DefinitionFields.ByName(element, "components", (name, json) => ComponentDefinitionJson.Read(name, json, templates)),
            DefinitionFields.ByName(element, "contentTypes", ContentTypeJson.Read))
        {
            ComponentProperties = DefinitionFields.ByName(element, "componentProperties", (_, json) => DefinitionFields.Rest(json, "name")),
        };
    }
}
