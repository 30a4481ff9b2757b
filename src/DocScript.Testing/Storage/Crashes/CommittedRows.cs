using System.Globalization;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// The rows of a transaction as text (<c>5@1 6@3</c>: documents with their sequences). Transactions of the workload say theirs in their script,
/// so that of one which nobody acknowledged it can be told too whether it is there whole.
/// </summary>
public static class CommittedRows
{
    private const string Mark = "# rows ";

    private const string KeyMark = " under ";

    /// <summary>The rows of a journal entry.</summary>
    public static string Of(JournalEntry entry) => Text(entry.Rows.Select(row => (row.Document, row.Header.Sequence)));

    /// <summary>The rows that a transaction will have.</summary>
    public static string Of(Transaction transaction) => Text(transaction.Documents.Select(document => (document.Id, document.After.Header.Sequence)));

    /// <summary>A script that says what the transaction consists of.</summary>
    public static string Script(Transaction transaction) => Mark + Of(transaction) + (transaction.Key is { } key ? KeyMark + key.Key : "");

    /// <summary>What of a journal entry is missing by its own script, or null; nothing can be said of one with another script.</summary>
    public static string? Missing(JournalEntry entry, IStoreReader reader)
    {
        if (!entry.Script.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var said = entry.Script[Mark.Length..].Split(KeyMark);
        if (Of(entry) != said[0]) return $"transaction {entry.Transaction} is there in part: its rows are {Of(entry)}, not {said[0]}";
        return said.Length == 1 || reader.Result(entry.Actor, said[1])?.Transaction == entry.Transaction ? null : $"transaction {entry.Transaction} is there without its kept result";
    }

    private static string Text(IEnumerable<(long Document, long Sequence)> rows) =>
        string.Join(' ', rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Document}@{row.Sequence}")));
}
