using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Trust;

/// <summary>The form of the trust file.</summary>
internal static class TrustJson
{
    private const string Format = "docscriptTrust";
    private const int Current = 1;

    /// <summary>The list that a file says, or null where a newer DocScript wrote it.</summary>
    /// <exception cref="FormatException">It is not in this form.</exception>
    public static TrustList? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = json.RootElement;
            if (root.GetProperty(Format).GetInt32() is var format && format != Current)
                return format > Current ? null : throw new FormatException($"there is no format {format}");
            return root.GetProperty("folders").EnumerateObject().Aggregate(TrustList.Empty, (list, folder) => list.With(Folder(folder)));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("it is not in the form of a trust file", exception);
        }
    }

    /// <summary>The bytes of a list.</summary>
    public static byte[] Write(TrustList list)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber(Format, Current);
            writer.WriteStartObject("folders");
            foreach (var folder in list.Folders.Values) Write(writer, folder);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static TrustedFolder Folder(JsonProperty folder) => new(
        folder.Name,
        folder.Value.GetProperty("files").EnumerateObject().ToImmutableSortedDictionary(file => file.Name, file => Text(file.Value), StringComparer.Ordinal),
        [.. folder.Value.GetProperty("capabilities").EnumerateArray().Select(element => Capability.TryParse(Text(element), out var capability, out var problem) ? capability : throw new FormatException(problem.Message))]);

    private static string Text(JsonElement element) => element.GetString() ?? throw new FormatException("null stands for a text");

    private static void Write(Utf8JsonWriter writer, TrustedFolder folder)
    {
        writer.WriteStartObject(folder.Path);
        writer.WriteStartObject("files");
        foreach (var (name, hash) in folder.Files) writer.WriteString(name, hash);
        writer.WriteEndObject();
        writer.WriteStartArray("capabilities");
        foreach (var capability in folder.Capabilities) writer.WriteStringValue(capability.ToString());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
