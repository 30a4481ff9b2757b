using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>
/// Short texts that many stored documents have in common, such as content types, the names of metadata and the values of some: read with this, documents hold the same text and
/// not one each. It has room for some hundred of them, the newest; several threads may read with it at once.
/// </summary>
public sealed class SharedNames
{
    private const int Longest = 64;
    private const int Places = 512;

    // Made when the first is read. Each text has one place, which another may take over: whoever reads it again makes it again.
    private TextValue?[]? _texts;

    /// <summary>The name of a member.</summary>
    internal string Name(JsonProperty property) => Find(JsonMarshal.GetRawUtf8PropertyName(property))?.Text ?? JsonFields.Name(property);

    /// <summary>A string as a value.</summary>
    internal TextValue Value(JsonElement text) => Find(JsonMarshal.GetRawUtf8Value(text)[1..^1]) ?? new TextValue(JsonFields.Text(text));

    /// <summary>The text of a field; <paramref name="name"/> is what a message calls it.</summary>
    internal string Text(JsonElement field, string name) => field.ValueKind == JsonValueKind.String ? Value(field).Text : field.Text(name);

    private TextValue? Find(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > Longest) return null;
        var hash = 2166136261u;
        foreach (var each in raw) hash = (hash ^ each) * 16777619;
        ref var place = ref (_texts ??= new TextValue?[Places])[(hash ^ (hash >> 16)) % Places];
        var known = place;
        if (known is not null && Ascii.Equals(raw, known.Text)) return known;
        if (!Ascii.IsValid(raw) || raw.Contains((byte)'\\')) return null;
        return place = new TextValue(Encoding.ASCII.GetString(raw));
    }
}
