using System.Buffers;
using System.Text;
using System.Text.Json;
using DocScript.Documents.Json;

namespace DocScript.Documents.Tests;

/// <summary>What a writer writes, as text, and text as JSON.</summary>
internal static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.WriteOptions)) write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static T Read<T>(string json, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json, ValueJson.ReadOptions);
        return read(document.RootElement);
    }

    /// <summary>Single quotes for double ones, so that JSON in a test can be read.</summary>
    public static string Quoted(this string json) => json.Replace('\'', '"');
}
