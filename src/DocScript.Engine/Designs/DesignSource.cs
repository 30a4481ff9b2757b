using System.Buffers;
using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Engine.Designs;

/// <summary>A design as a file that can be imported again with nothing lost: as it came, with the content types of the store where it came without.</summary>
public static class DesignSource
{
    private const string ContentTypes = "contentTypes";

    /// <summary>The file as a value.</summary>
    public static ObjectValue Of(Design design)
    {
        if (design.Source.Count == 0) return Written(design);
        return HasContentTypes(design.Source) ? design.Source : design.Source.With(ContentTypes, Written(design).Find(ContentTypes)!);
    }

    /// <summary>A component or content type by its name, in our own form; null where there is none.</summary>
    /// <param name="design">The design.</param>
    /// <param name="list"><c>components</c> or <c>contentTypes</c>.</param>
    /// <param name="name">Its name.</param>
    public static Value? Definition(Design design, string list, string name) => (Written(design).Find(list) as ListValue)?.Items
        .FirstOrDefault(entry => entry is ObjectValue definition && (definition.Find("name") ?? definition.Find("handle")) is TextValue text && text.Text == name);

    /// <summary>The design as if it had been read from that file.</summary>
    internal static Design Whole(Design design) => design with { Source = Of(design) };

    private static bool HasContentTypes(ObjectValue source) => source.Find(ContentTypes) is ListValue { Items.Length: > 0 } or ObjectValue { Count: > 0 };

    private static ObjectValue Written(Design design)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.Writer)) DesignJson.Write(writer, design);
        using var json = JsonDocument.Parse(buffer.WrittenMemory, JsonLimits.Reader);
        return ValueJson.ReadObject(json.RootElement);
    }
}
