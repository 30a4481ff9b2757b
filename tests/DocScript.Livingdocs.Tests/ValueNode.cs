using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>Values as JSON that can be put into other JSON.</summary>
internal static class ValueNode
{
    public static JsonNode? Of(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.WriteOptions)) ValueJson.Write(writer, value);
        return JsonNode.Parse(buffer.WrittenSpan);
    }
}
