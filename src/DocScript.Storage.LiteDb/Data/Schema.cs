namespace DocScript.Storage.LiteDb.Data;

/// <summary>
/// The collections of the file. Each is an ordered map by <c>_id</c>; nothing is found but by that, so that no order or comparison depends on a culture. Times are UTC ticks
/// of 100 ns; headers, changes and content are JSON in UTF-8, texts of any length UTF-8 too, and the long ones of both stand in <see cref="Parts"/>.
/// </summary>
internal static class Schema
{
    /// <summary>The format that is written, kept in <see cref="Store"/>.</summary>
    public const long Format = 1;

    /// <summary>What tells a store from the files of other programs.</summary>
    public const string Application = "DocScript";

    /// <summary>One row: application, format, position and counters (<see cref="State"/>), and the indexed properties.</summary>
    public const string Store = "store";

    /// <summary>By id: sequence, position of the last and of the first transaction, header, start of the title, and the sizes that decide about snapshots.</summary>
    public const string Documents = "documents";

    /// <summary>By document: the content at a sequence, which a load starts from.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>By position: id, actor, time, script, parameters, the hash over these, and the documents with their sequences.</summary>
    public const string Transactions = "transactions";

    /// <summary>By document and sequence: header and changes, with the transaction's position, id and time.</summary>
    public const string Journal = "journal";

    /// <summary>By the hash of actor and key: what was kept, and the hash over it.</summary>
    public const string Results = "results";

    /// <summary>By id.</summary>
    public const string Publications = "publications";

    /// <summary>Entries without content (<see cref="IndexEntry"/>).</summary>
    public const string Index = "index";

    /// <summary>What is too long for one row of another collection.</summary>
    public const string Parts = "parts";

    /// <summary>All of them, in the order in which they are copied.</summary>
    public static IReadOnlyList<string> All { get; } = [Store, Documents, Snapshots, Transactions, Journal, Results, Publications, Index, Parts];
}
