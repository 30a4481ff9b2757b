using SQLitePCL;

namespace DocScript.Storage.Sqlite.File;

/// <summary>The language's order of texts for SQLite, whose own is that of UTF-8. Only questions use it: no index does, so that any other program can still read the file.</summary>
internal static class TextOrder
{
    /// <summary>What <c>COLLATE</c> names.</summary>
    public const string Name = "utf16";

    /// <summary>How many characters count: one less than a column holds of a title, because the last one may be half of a pair.</summary>
    public const int Longest = Engine.Storage.Durable.TitleColumn.Longest - 1;

    /// <summary>Makes it known to a connection.</summary>
    public static void AddTo(sqlite3 connection) => raw.sqlite3_create_collation(connection, Name, null, (_, left, right) => Compare(left, right));

    /// <summary>Less than 0, 0 or more than 0, by the characters that count.</summary>
    public static int Compare(string left, string right) => left.AsSpan(0, Math.Min(left.Length, Longest)).SequenceCompareTo(right.AsSpan(0, Math.Min(right.Length, Longest)));
}
