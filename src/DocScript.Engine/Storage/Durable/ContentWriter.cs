using System.Buffers;
using System.Text.Json;
using DocScript.Documents.Json;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Writes one content after the other as bytes, with one buffer for all of them.</summary>
internal sealed class ContentWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private Utf8JsonWriter? _json;

    public byte[] Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        _buffer.ResetWrittenCount();
        if (_json is null) _json = new Utf8JsonWriter(_buffer, ValueJson.WriteOptions);
        else _json.Reset();
        write(_json, value);
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }
}
