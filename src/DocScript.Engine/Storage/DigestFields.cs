using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocScript.Documents.Json;

namespace DocScript.Engine.Storage;

/// <summary>A SHA-256 over fields, each with its length before it, so that no two series of fields are the same bytes.</summary>
public sealed class DigestFields : IDisposable
{
    private const int Most = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly ArrayBufferWriter<byte> _json = new(512);
    private IncrementalHash? _before;

    /// <summary>Adds bytes.</summary>
    public DigestFields Add(ReadOnlySpan<byte> bytes)
    {
        AddLength(bytes.Length);
        if (bytes.Length > Most)
        {
            Flush();
            _before!.AppendData(bytes);
            return this;
        }

        _buffer.Write(bytes);
        if (_buffer.WrittenCount > Most) Flush();
        return this;
    }

    /// <summary>Adds a text, as UTF-8.</summary>
    public DigestFields Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a whole number.</summary>
    public DigestFields Add(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return Add(bytes);
    }

    /// <summary>Adds an instant, whatever its offset.</summary>
    public DigestFields Add(DateTimeOffset instant) => Add(instant.UtcTicks);

    /// <summary>Adds an id.</summary>
    public DigestFields Add(Guid id) => Add(id.ToByteArray(bigEndian: true));

    /// <summary>Adds what is written as JSON in the form that stores keep.</summary>
    public DigestFields Add(Action<Utf8JsonWriter> write)
    {
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, ValueJson.WriteOptions)) write(writer);
        return Add(_json.WrittenSpan);
    }

    /// <summary>Adds that a field is not there, which is something else than an empty one.</summary>
    public DigestFields AddNothing()
    {
        AddLength(-1);
        return this;
    }

    /// <summary>The hash of all fields added.</summary>
    public byte[] Hash()
    {
        if (_before is null) return SHA256.HashData(_buffer.WrittenSpan);
        Flush();
        return _before.GetCurrentHash();
    }

    /// <inheritdoc/>
    public void Dispose() => _before?.Dispose();

    private void AddLength(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(4), length);
        _buffer.Advance(4);
    }

    private void Flush()
    {
        _before ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _before.AppendData(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
