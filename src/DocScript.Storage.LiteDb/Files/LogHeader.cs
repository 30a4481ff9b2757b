using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>The start of a log: a new salt each time it starts again, so that frames of before never follow on, and the file that it belongs to.</summary>
/// <param name="Created">When the data file was made (<see cref="LitePage.Created"/>); 0 where the log holds the first pages of a new one.</param>
internal sealed record LogHeader(long Salt, long Created)
{
    public const int Size = 32;

    private const long Magic = 0x31676F4C72635344; // DScrLog1

    public static LogHeader Fresh(long created)
    {
        Span<byte> salt = stackalloc byte[8];
        RandomNumberGenerator.Fill(salt);
        return new(BinaryPrimitives.ReadInt64LittleEndian(salt), created);
    }

    /// <summary>Writes it; answers the checksum that the first frame goes on from.</summary>
    public Checksum Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], Salt);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], Created);
        var checksum = default(Checksum).Add(target[..24]);
        checksum.Write(target[24..]);
        return checksum;
    }

    /// <summary>Reads it; null where there is none, or it was torn while it was written: nothing after it was ever acknowledged then.</summary>
    public static (LogHeader Header, Checksum Checksum)? Read(ReadOnlySpan<byte> source)
    {
        var checksum = default(Checksum).Add(source[..24]);
        if (BinaryPrimitives.ReadInt64LittleEndian(source) != Magic || Checksum.Read(source[24..]) != checksum) return null;
        return (new(BinaryPrimitives.ReadInt64LittleEndian(source[8..]), BinaryPrimitives.ReadInt64LittleEndian(source[16..])), checksum);
    }
}
