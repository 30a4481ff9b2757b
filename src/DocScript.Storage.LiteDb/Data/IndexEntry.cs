using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using LiteDB;

namespace DocScript.Storage.LiteDb.Data;

/// <summary>Entries of the index: a kind, a value and the number they lead to, compared byte by byte. They may lead to too much, never to too little; whoever reads judges again.</summary>
internal static class IndexEntry
{
    // What ends a form comes before whatever goes on in a longer one; so a zero in a form is written otherwise. LiteDB takes keys of at most 1023 bytes, which no form fills.
    private static readonly byte[] Escape = [0, 0xFF], End = [0, 0];

    private static readonly FilterField[] Columns = [new ColumnField(Column.Type), new ColumnField(Column.Updated), new ColumnField(Column.Due)];

    /// <summary>Compares ids of rows that are bytes; LiteDB gives equal ones different hash codes.</summary>
    public static IEqualityComparer<BsonValue> Same { get; } = EqualityComparer<BsonValue>.Create(
        (one, other) => one!.AsBinary.AsSpan().SequenceEqual(other!.AsBinary),
        id =>
        {
            var hash = default(HashCode);
            hash.AddBytes(id.AsBinary);
            return hash.ToHashCode();
        });

    /// <summary>The entries of one value of a field.</summary>
    public static Prefix Of(FilterField field, byte[] form) => new([.. Start(field), .. form.SelectMany(unit => unit == 0 ? Escape : [unit]), .. End]);

    /// <summary>The entries of a key.</summary>
    public static Prefix Key(string key) => Of(new ColumnField(Column.Key), OrderedForm.Of(new TextValue(key))!);

    /// <summary>What all entries of a field start with, and no others.</summary>
    public static byte[] Start(FilterField field) => field switch
    {
        MetadataField { Property: var property } => [(byte)'m', .. SHA256.HashData(Encoding.UTF8.GetBytes(property)).AsSpan(0, 8)],
        ColumnField { Column: Column.Key } => [(byte)'k'],
        ColumnField { Column: Column.Type } => [(byte)'t'],
        ColumnField { Column: Column.Updated } => [(byte)'u'],
        ColumnField { Column: Column.Due } => [(byte)'d'],
        _ => throw new ArgumentException($"no entries of {field}", nameof(field)),
    };

    /// <summary>The form of the value that an entry of a field is of.</summary>
    public static byte[] FormOf(byte[] entry, byte[] start)
    {
        var form = new List<byte>(entry.Length);
        for (var i = start.Length; i < entry.Length - 8 - End.Length; i++)
        {
            form.Add(entry[i]);
            if (entry[i] == 0) i++;
        }

        return [.. form];
    }

    public static Prefix Transaction(byte[] id) => new([(byte)'x', .. id]);

    public static Prefix Publication(long document) => new([(byte)'p', .. Number(document)]);

    /// <summary>When a kept result is over, and whose.</summary>
    public static Prefix Kept(long ticks) => new([(byte)'e', .. Number(ticks)]);

    /// <summary>Whether an entry says when a kept result is over.</summary>
    public static bool IsKept(BsonValue entry) => entry.AsBinary[0] == (byte)'e';

    /// <summary>A number as bytes in its order.</summary>
    public static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number ^ long.MinValue);
        return bytes;
    }

    public static long Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;

    /// <summary>The entries of a document that is not a tombstone, but for that of its key, which stays.</summary>
    public static IEnumerable<BsonValue> Of(Document document, IndexedMetadata indexed)
    {
        var header = document.Header;
        if (!header.IsPublic || header.Deleted) yield break;
        foreach (var field in Columns.Concat(indexed.Properties.Select(property => new MetadataField(property.Key, property.Value))))
            if (OrderedForm.Of(field.Read(document)) is { } form) yield return Of(field, form).To(header.Id);
    }

    /// <summary>The entries of one value.</summary>
    /// <param name="bytes">What each starts with.</param>
    internal readonly struct Prefix(byte[] bytes)
    {
        /// <summary>What stands before them and after those of lesser values.</summary>
        public BsonValue Before => bytes;

        /// <summary>What stands at or before the first of them.</summary>
        public BsonValue First => To(long.MinValue);

        /// <summary>What stands at or after the last of them.</summary>
        public BsonValue Last => To(long.MaxValue);

        /// <summary>The entry that leads to a number.</summary>
        public BsonValue To(long number) => new([.. bytes, .. IndexEntry.Number(number)]);

        /// <summary>The value that an entry is of.</summary>
        public static Prefix Of(BsonValue entry) => new(entry.AsBinary[..^8]);

        /// <summary>The number that an entry leads to.</summary>
        public static long Number(BsonValue entry) => IndexEntry.Number(entry.AsBinary.AsSpan(^8));
    }
}
