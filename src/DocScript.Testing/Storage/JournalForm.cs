using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage;

/// <summary>Journals as text: equal where every part is equal, readable where a test fails.</summary>
public static class JournalForm
{
    /// <summary>Entries with their rows.</summary>
    public static string Of(IEnumerable<JournalEntry> entries) => string.Join('\n', entries.Select(entry =>
        FormattableString.Invariant($"{entry.Position} {entry.Transaction} {entry.Actor} {entry.Instant.UtcTicks} {entry.Script} {entry.Parameters} {entry.Undoes}\n")
        + Of(entry.Rows)));

    /// <summary>Rows with their changes.</summary>
    public static string Of(IEnumerable<JournalRow> rows) => string.Join('\n', rows.Select(row =>
        FormattableString.Invariant($"  {row.Position} {row.Transaction} {row.Instant.UtcTicks} {row.Document} {row.Header} ") + StoredForm.Of(row.Changes)));
}
