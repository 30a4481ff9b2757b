using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>The whole result of a transaction, kept with its key as JSON (the printed lines) and the journal (the changes), and answered again.</summary>
internal static class RepeatedResult
{
    // Most scripts print nothing.
    private static readonly string Silent = JsonSerializer.Serialize(new Kept([]));

    public static string Keep(IReadOnlyCollection<string> printed) => printed.Count == 0 ? Silent : JsonSerializer.Serialize(new Kept([.. printed]));

    public static Done Of(IStoreReader reader, KeptResult kept)
    {
        var entry = reader.Transaction(kept.Transaction);
        var printed = JsonSerializer.Deserialize<Kept>(kept.Result)?.Printed ?? [];
        return new Done(kept.Transaction, entry?.Position, entry is null ? [] : Documents(reader, entry), [.. printed], [], Repeated: true);
    }

    /// <summary>What a committed transaction did to each document, from the journal alone.</summary>
    public static ImmutableArray<ChangedDocument> Documents(IStoreReader reader, JournalEntry entry)
    {
        var design = DesignDocument.Of(reader);
        return [.. entry.Rows.Where(row => row.Header.IsShown).Select(row => At(reader, row, design))];
    }

    private static ChangedDocument At(IStoreReader reader, JournalRow row, Design design)
    {
        Document? before = null;
        foreach (var earlier in reader.History(row.Document).TakeWhile(earlier => earlier.Position < row.Position))
            before = Document.Commit(before, earlier.Changes, earlier.Instant);
        var after = Document.Commit(before, row.Changes, row.Instant);
        return new ChangedDocument(before, new DocumentChanges(before?.Header.Sequence ?? 0, row.Changes, after)) { Title = DisplayTitle.Of(design, after) };
    }

    private sealed record Kept(string[] Printed);
}
