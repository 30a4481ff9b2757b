using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace DocScript.Documents.Json;

/// <summary>
/// Names that many stored documents have in common, such as content types and those of metadata: read with this, documents hold the same text and not one each. It has room
/// for some hundred of them, the newest; several threads may read with it at once.
/// </summary>
public sealed class SharedNames
{
    private const int Longest = 64;

    // Each name has one place, which another may take over: whoever reads it again makes it again.
    private readonly string?[] _names = new string?[512];

    internal string Name(JsonProperty property) => Find(JsonMarshal.GetRawUtf8PropertyName(property)) ?? JsonFields.Name(property);

    internal string Text(JsonElement element, string name) =>
        (element.ValueKind == JsonValueKind.String ? Find(JsonMarshal.GetRawUtf8Value(element)[1..^1]) : null) ?? element.Text(name);

    private string? Find(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > Longest) return null;
        var hash = 2166136261u;
        foreach (var each in raw) hash = (hash ^ each) * 16777619;
        ref var place = ref _names[(hash ^ (hash >> 16)) % (uint)_names.Length];
        var known = place;
        if (known is not null && Ascii.Equals(raw, known)) return known;
        if (!Ascii.IsValid(raw) || raw.Contains((byte)'\\')) return null;
        return place = Encoding.ASCII.GetString(raw);
    }
}
