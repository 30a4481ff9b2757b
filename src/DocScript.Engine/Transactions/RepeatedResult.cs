using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>The whole result of a transaction, kept with its key as JSON (the printed lines) and the journal (the changes), and answered again.</summary>
internal static class RepeatedResult
{
    // Most scripts print nothing.
    private static readonly string Silent = JsonSerializer.Serialize(new Kept([], null));

    public static string Keep(RunState state) =>
        state.Printed.Count + state.Results.Count == 0 ? Silent : JsonSerializer.Serialize(new Kept([.. state.Printed], state.Results.Count == 0 ? null : [.. state.Results]));

    public static Done Of(IStoreReader reader, KeptResult kept)
    {
        var entry = reader.Transaction(kept.Transaction);
        var result = JsonSerializer.Deserialize<Kept>(kept.Result);
        return new Done(kept.Transaction, entry?.Position, entry is null ? [] : Documents(reader, entry), [.. result?.Printed ?? []], [], Repeated: true) { Results = [.. result?.Results ?? []] };
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

    private sealed record Kept(string[] Printed, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CommandResult[]? Results = null);
}
