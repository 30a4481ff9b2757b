using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage.Durable;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>Entries of the index: a kind, a value and the number they lead to, compared byte by byte. They may lead to too much, never to too little; whoever reads judges again.</summary>
internal static class IndexEntry
{
    // LiteDB takes keys of at most 1023 bytes.
    private const int LongestText = 512;

    /// <summary>Compares ids of rows that are bytes; LiteDB gives equal ones different hash codes.</summary>
    public static IEqualityComparer<BsonValue> Same { get; } = EqualityComparer<BsonValue>.Create(
        (one, other) => one!.AsBinary.AsSpan().SequenceEqual(other!.AsBinary),
        id =>
        {
            var hash = default(HashCode);
            hash.AddBytes(id.AsBinary);
            return hash.ToHashCode();
        });

    public static Prefix Key(string key) => new('k', Text(key));

    public static Prefix Type(string type) => new('t', Text(type));

    public static Prefix Updated(long ticks) => new('u', Number(ticks));

    public static Prefix Due(long ticks) => new('d', Number(ticks));

    public static Prefix Transaction(byte[] id) => new('x', id);

    public static Prefix Publication(long document) => new('p', Number(document));

    /// <summary>A value of a property, by its hash: the values are looked up, not ordered.</summary>
    public static Prefix Metadata(string property, string value) =>
        new('m', [.. SHA256.HashData(Encoding.UTF8.GetBytes(property)).AsSpan(0, 8), .. SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 8)]);

    /// <summary>When a kept result is over, and whose.</summary>
    public static Prefix Kept(long ticks) => new('e', Number(ticks));

    /// <summary>A number as bytes in its order.</summary>
    public static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number ^ long.MinValue);
        return bytes;
    }

    public static long Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;

    /// <summary>The entries of a document that is not a tombstone, but for that of its key, which stays.</summary>
    public static IEnumerable<BsonValue> Of(Document document, IEnumerable<string> indexed)
    {
        var header = document.Header;
        if (!header.IsPublic || header.Deleted) yield break;
        yield return Type(header.ContentType).To(header.Id);
        yield return Updated(Ticks.Of(header.Updated)).To(header.Id);
        if (header.Due is { } due) yield return Due(Ticks.Of(due)).To(header.Id);
        foreach (var property in indexed)
            if (IndexedValue.Of(document.Metadata.Find(property)) is { } value) yield return Metadata(property, value).To(header.Id);
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. bytes.AsSpan(0, Math.Min(bytes.Length, LongestText)), 0];
    }

    /// <summary>The entries of one value.</summary>
    internal readonly struct Prefix(char kind, byte[] value)
    {
        /// <summary>The entry that leads to a number.</summary>
        public BsonValue To(long number) => new([(byte)kind, .. value, .. Number(number)]);

        /// <summary>The number that an entry leads to.</summary>
        public static long Number(BsonValue entry) => IndexEntry.Number(entry.AsBinary.AsSpan(^8));

        private static byte[] Number(long number) => IndexEntry.Number(number);
    }
}
