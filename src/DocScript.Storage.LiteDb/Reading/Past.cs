using DocScript.Documents;
using DocScript.Engine.Storage;
using LiteDB;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>What a purge took, kept in memory for the readers that were open then and for them alone.</summary>
/// <param name="Rows">The journal rows of each purged document, oldest first.</param>
/// <param name="Scripts">Script and parameters of the transactions that touched them, by position.</param>
/// <param name="Publications">Their publications by id.</param>
/// <param name="Results">The results that were kept for those transactions, by the id of their row.</param>
internal sealed record Past(
    IReadOnlyDictionary<long, List<JournalRow>> Rows,
    IReadOnlyDictionary<long, (string Script, string Parameters)> Scripts,
    IReadOnlyDictionary<long, Publication> Publications,
    IReadOnlyDictionary<BsonValue, KeptResult> Results)
{
    /// <summary>A purged document as it was at a position; null if it did not exist.</summary>
    public Document? At(long document, long position) => Rows[document]
        .TakeWhile(row => row.Position <= position)
        .Aggregate((Document?)null, (before, row) => Document.Commit(before, row.Changes, row.Instant) with { Header = row.Header });

    /// <summary>A journal row as it was, when it is one of a purged document.</summary>
    public JournalRow Before(JournalRow row) =>
        Rows.TryGetValue(row.Document, out var rows) ? rows[(int)row.Header.Sequence - 1] : row;

    /// <summary>A transaction as it was.</summary>
    public JournalEntry Before(JournalEntry entry)
    {
        if (!Scripts.TryGetValue(entry.Position, out var script)) return entry;
        return entry with { Script = script.Script, Parameters = script.Parameters, Rows = [.. entry.Rows.Select(Before)] };
    }
}
