using System.Buffers.Binary;
using System.Text;

namespace DocScript.Storage.LiteDb.Files;

/// <summary>What of LiteDB's file format (version 8) is known here: pages of 8 KiB, each with its number, and the first one.</summary>
internal static class LitePage
{
    public const int Size = 8192;

    private const int TransactionAt = 14;
    private const int ConfirmedAt = 18;
    private const int InfoAt = 32;
    private const int VersionAt = 59;
    private const int LastPageAt = 64;
    private const int CreatedAt = 68;
    private const byte Version = 8;
    private static readonly byte[] Info = Encoding.ASCII.GetBytes("** This is a LiteDB file **");

    /// <summary>The page's number, which is its place in the data file.</summary>
    public static uint Number(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page);

    /// <summary>Makes a page of a log one of the data file: there it is of no transaction.</summary>
    public static void Settle(Span<byte> page)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionAt..], uint.MaxValue);
        page[ConfirmedAt] = 0;
    }

    /// <summary>Whether a first page is that of a LiteDB file.</summary>
    public static bool IsLiteDb(ReadOnlySpan<byte> first) => first.Slice(InfoAt, Info.Length).SequenceEqual(Info);

    /// <summary>Whether LiteDB 5 can read the file of a first page.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> first) => first[VersionAt] == Version;

    /// <summary>How many pages a file with this first page has.</summary>
    public static long Pages(ReadOnlySpan<byte> first) => 1L + BinaryPrimitives.ReadUInt32LittleEndian(first[LastPageAt..]);

    /// <summary>When the file was made, by which a log tells that it belongs to it.</summary>
    public static long Created(ReadOnlySpan<byte> first) => BinaryPrimitives.ReadInt64LittleEndian(first[CreatedAt..]);

    public static void SetCreated(Span<byte> first, long ticks) => BinaryPrimitives.WriteInt64LittleEndian(first[CreatedAt..], ticks);
}
