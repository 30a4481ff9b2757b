using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DocScript.Engine.Storage.Durable;

/// <summary>The SHA-256 by which a stored row tells damage: of what the row is (its place) and what it holds, each row on its own.</summary>
internal static class RowHash
{
    /// <summary>Of a journal row: transaction, document, sequence, length of the header, header, changes.</summary>
    public static byte[] OfJournal(ReadOnlySpan<byte> transaction, long document, long sequence, ReadOnlySpan<byte> header, ReadOnlySpan<byte> changes)
    {
        Span<byte> place = stackalloc byte[36];
        transaction.CopyTo(place);
        BinaryPrimitives.WriteInt64BigEndian(place[16..], document);
        BinaryPrimitives.WriteInt64BigEndian(place[24..], sequence);
        BinaryPrimitives.WriteInt32BigEndian(place[32..], header.Length);
        return Of(place, header, changes);
    }

    /// <summary>Of a snapshot (document, sequence, content) or a publication (publication, document, content).</summary>
    public static byte[] OfContent(long first, long second, ReadOnlySpan<byte> content)
    {
        Span<byte> place = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(place, first);
        BinaryPrimitives.WriteInt64BigEndian(place[8..], second);
        return Of(place, content, []);
    }

    private static byte[] Of(ReadOnlySpan<byte> place, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = place.Length + first.Length + second.Length;
        if (length > 8192)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(place);
            hash.AppendData(first);
            hash.AppendData(second);
            return hash.GetHashAndReset();
        }

        Span<byte> all = stackalloc byte[length];
        place.CopyTo(all);
        first.CopyTo(all[place.Length..]);
        second.CopyTo(all[(place.Length + first.Length)..]);
        return SHA256.HashData(all);
    }
}
