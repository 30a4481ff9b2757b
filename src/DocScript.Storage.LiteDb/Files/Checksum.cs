using System.Buffers.Binary;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>A running checksum over all that was added, in order: that of SQLite's write-ahead log, two sums that feed each other.</summary>
internal record struct Checksum(uint First, uint Second)
{
    /// <summary>The checksum after some more bytes, a multiple of 8.</summary>
    public readonly Checksum Add(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (First, Second);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            first = unchecked(first + BinaryPrimitives.ReadUInt32LittleEndian(bytes) + second);
            second = unchecked(second + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + first);
        }

        return new(first, second);
    }

    public readonly void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, First);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Second);
    }

    public static Checksum Read(ReadOnlySpan<byte> source) =>
        new(BinaryPrimitives.ReadUInt32LittleEndian(source), BinaryPrimitives.ReadUInt32LittleEndian(source[4..]));
}
