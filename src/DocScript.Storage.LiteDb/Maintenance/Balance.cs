using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Whether two tables say the same of each other, in whatever order each is read: a sum of hashes, so that nothing has to be looked up or kept.</summary>
internal sealed class Balance
{
    private UInt128 _sum;

    /// <summary>Whether all that was said by one side was said by the other.</summary>
    public bool IsEven => _sum == 0;

    /// <summary>One side says it.</summary>
    public void Add(ReadOnlySpan<byte> item) => _sum = unchecked(_sum + Hash(item));

    /// <summary>The other does.</summary>
    public void Subtract(ReadOnlySpan<byte> item) => _sum = unchecked(_sum - Hash(item));

    private static UInt128 Hash(ReadOnlySpan<byte> item)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(item, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
