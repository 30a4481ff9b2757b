using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Engine.Json;

/// <summary>Documents and designs in Livingdocs' form, as <see cref="LivingdocsImport"/> reads them; the differences from what was imported are <see cref="ExportDifferences"/>.</summary>
public static class LivingdocsExport
{
    private static readonly JsonWriterOptions Pretty = new() { Indented = true, MaxDepth = JsonLimits.Depth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The document as UTF-8 JSON, indented, with a line end.</summary>
    public static byte[] Document(Document document, Design design) => Bytes(writer => Write(writer, document, design));

    /// <summary>The design as it came, so without content types where these were inferred; a built-in one in our own stored form.</summary>
    public static byte[] Design(Design design) => Bytes(writer =>
    {
        if (design.Source.Entries.Count > 0) ValueJson.Write(writer, design.Source);
        else DesignJson.Write(writer, design);
    });

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, Document document, Design design)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", document.Id);
        if (document.Header.Key.Any(character => !char.IsAsciiDigit(character))) writer.WriteString("key", document.Header.Key);
        if (document.Title != LivingdocsImport.TitleOf(document.Metadata)) writer.WriteString("title", document.Title);
        Member(writer, "systemdata", Systemdata(document, design));
        foreach (var (name, value) in document.Extra.Entries.Where(entry => entry.Key != "systemdata")) Member(writer, name, value);
        Member(writer, "metadata", document.Metadata);
        writer.WriteStartArray("content");
        foreach (var root in document.Components.ToSubtrees()) WriteComponent(writer, root, design.Name);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ObjectValue Systemdata(Document document, Design design)
    {
        var header = document.Header;
        var data = document.Extra.Find("systemdata") as ObjectValue ?? ObjectValue.Empty;
        data = data.With("documentId", new IntegerValue(header.Id)).With("contentType", new TextValue(header.ContentType));
        if (data.Find("documentType") is null && design.ContentTypes.TryGetValue(header.ContentType, out var type))
            data = data.With("documentType", new TextValue(type.DocumentType));
        if (data.Find("design") is null)
            data = data.With("design", ObjectValue.Empty.With("name", new TextValue(design.Name)).With("version", new TextValue(design.Version)));
        return header.Publication is { } publication ? data.With("publicationId", new IntegerValue(publication)) : data.Without("publicationId");
    }

    private static void WriteComponent(Utf8JsonWriter writer, Subtree component, string design)
    {
        writer.WriteStartObject();
        writer.WriteString("id", component.Id);
        writer.WriteString("component", component.Type);
        writer.WriteString("identifier", $"{design}.{component.Type}");
        if (component.Fixed) writer.WriteString("position", "fixed");
        Unless(writer, "content", component.Content);
        Unless(writer, "styles", component.Styles);
        Unless(writer, "conditions", component.Conditions);
        Unless(writer, "data", component.Data.Without(ComponentMembers.Unknown));
        if (component.Data.Find(ComponentMembers.Unknown) is ObjectValue more)
        {
            foreach (var (name, value) in more.Entries) Member(writer, name, value);
        }

        WriteContainers(writer, component, design);
        writer.WriteEndObject();
    }

    private static void WriteContainers(Utf8JsonWriter writer, Subtree component, string design)
    {
        if (component.Containers.Count == 0) return;
        writer.WriteStartObject("containers");
        foreach (var container in component.Containers)
        {
            writer.WriteStartArray(container.Name);
            foreach (var child in container.Children) WriteComponent(writer, child, design);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Unless(Utf8JsonWriter writer, string name, ObjectValue value)
    {
        if (value.Entries.Count > 0) Member(writer, name, value);
    }

    private static void Member(Utf8JsonWriter writer, string name, Value value)
    {
        writer.WritePropertyName(name);
        ValueJson.Write(writer, value);
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Pretty)) write(writer);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
