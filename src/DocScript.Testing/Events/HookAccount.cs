using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Events;

/// <summary>What hooks must have been run for by the journal alone, told without the engine; and what of <see cref="HookWork"/>'s traces is not as it must be.</summary>
internal static class HookAccount
{
    /// <summary>The events that a hook must have been run for, in their order: those from the journal entry on that comes after its cursor was made.</summary>
    public static IEnumerable<(Guid Transaction, long Document)> Owed(IStoreReader reader, string name, DocumentEvents on)
    {
        if (reader.FindKey($"$hook:after:{EventNames.Of(on)}:{name}") is not { } cursor) yield break;
        var made = reader.History(cursor).First().Position;
        var depths = new Dictionary<Guid, int>();
        foreach (var entry in reader.Journal(0))
        {
            var depth = depths[entry.Transaction] = entry.Actor == EventHook.Actor && Of(entry) is { } of ? depths[of] + 1 : 0;
            if (entry.Position < made || depth >= 3) continue;
            foreach (var row in entry.Rows)
                if (row.Document > 0 && !row.Header.Deleted && row.Changes.Any(change => Is(change, on)))
                    yield return (entry.Transaction, row.Document);
        }
    }

    /// <summary>What is done twice in documents; once all is drained, also what is not done.</summary>
    public static IEnumerable<string> BrokenDocuments(IStoreReader reader, bool isDrained)
    {
        var documents = reader.Find(Filter.All).ToList();
        var notes = documents.Select(Of).OfType<long>().GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (_, document) in Owed(reader, "note", DocumentEvents.Create).Where(owed => Of(reader.Load(owed.Document)!) is null))
        {
            var found = notes.GetValueOrDefault(document);
            if (found > 1 || (isDrained && found == 0)) yield return FormattableString.Invariant($"document {document} has {found} notes");
        }

        foreach (var group in Owed(reader, "count", DocumentEvents.Publish).GroupBy(owed => owed.Document))
        {
            var counted = reader.Load(group.Key)!.Metadata.Find("published") is IntegerValue { Integer: var integer } ? integer : 0;
            if (counted > group.Count() || (isDrained && counted < group.Count())) yield return FormattableString.Invariant($"document {group.Key} counts {counted} of {group.Count()} publications");
        }
    }

    /// <summary>What the log lacks, or has in another order than the journal.</summary>
    /// <param name="inOrder">Whether nothing was set aside, so that the first calls of a hook are in the order of the journal.</param>
    public static IEnumerable<string> BrokenLog(IStoreReader reader, string log, bool inOrder)
    {
        var lines = File.Exists(log) ? File.ReadAllLines(log) : [];
        foreach (var (name, on) in HookWork.Hooks)
        {
            List<string> owed = [.. Owed(reader, name, on).Select(each => FormattableString.Invariant($"{name} {each.Transaction} {each.Document}"))];
            List<string> called = [.. lines.Where(line => line.StartsWith(name + " ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
            foreach (var line in owed.Except(called, StringComparer.Ordinal)) yield return $"never called: {line}";
            foreach (var line in called.Except(owed, StringComparer.Ordinal)) yield return $"called for nothing: {line}";
            if (inOrder && !called.SequenceEqual(owed, StringComparer.Ordinal)) yield return $"'{name}' was called in another order than that of the journal";
        }
    }

    private static long? Of(Document document) => (document.Metadata.Find("of") as IntegerValue)?.Integer;

    private static Guid? Of(JournalEntry entry)
    {
        using var parameters = System.Text.Json.JsonDocument.Parse(entry.Parameters);
        return parameters.RootElement.TryGetProperty("of", out var of) ? of.GetGuid() : null;
    }

    private static bool Is(Change change, DocumentEvents on) => on switch
    {
        DocumentEvents.Create => change is Created,
        DocumentEvents.Publish => change is Published,
        _ => change.IsContent,
    };
}
