using System.Globalization;
using System.Text.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Terminal;

namespace DocScript.Cli.History;

/// <summary>Transactions of the journal, a line or an object each.</summary>
internal static class JournalText
{
    private const int Window = 256;
    private const int ShownDocuments = 3;
    private const int ShownScript = 60;

    /// <summary>The transactions from the newest back, read in windows, so that a few of many cost little; what changed working copies only is its actor's alone to see.</summary>
    public static IEnumerable<JournalEntry> NewestFirst(IStoreReader reader, string viewer) => NewestFirst(reader).Where(entry =>
        entry.Actor == viewer || entry.Rows.Any(row => row.Header.WorkingCopyOf is null));

    /// <summary>All transactions, whoever looks, but those that only say how far hooks are.</summary>
    public static IEnumerable<JournalEntry> NewestFirst(IStoreReader reader)
    {
        for (var end = reader.Position; end > 0; end -= Window)
        {
            var last = end;
            var entries = reader.Journal(Math.Max(0, end - Window)).TakeWhile(entry => entry.Position <= last).ToList();
            for (var i = entries.Count - 1; i >= 0; i--)
                if (!entries[i].Rows.All(row => SystemDocuments.IsHookCursor(row.Document))) yield return entries[i];
        }
    }

    /// <summary>Id, instant, actor, documents, and how the script begins.</summary>
    public static IReadOnlyList<Piece> Line(JournalEntry entry, string viewer)
    {
        var ids = Rows(entry, viewer).Select(Name).ToList();
        var more = ids.Count > ShownDocuments ? $" +{(ids.Count - ShownDocuments).ToString(CultureInfo.InvariantCulture)}" : "";
        return
        [
            new(entry.Transaction.ToString(), Style.Place),
            new("  " + DateValue.ToShortIso(entry.Instant)),
            new("  " + entry.Actor),
            new("  " + (ids.Count == 0 ? "-" : string.Join(' ', ids.Take(ShownDocuments)) + more), Style.Place),
            new("  " + (ShowsScript(entry, viewer) ? Beginning(entry.Script) : "(also in a working copy)"), Style.Faint),
        ];
    }

    /// <summary>A transaction as JSON.</summary>
    public static void Write(Utf8JsonWriter writer, JournalEntry entry, string viewer)
    {
        writer.WriteStartObject();
        writer.WriteString("transaction", entry.Transaction);
        writer.WriteNumber("position", entry.Position);
        writer.WriteString("instant", DateValue.ToShortIso(entry.Instant));
        writer.WriteString("actor", entry.Actor);
        if (entry.Undoes is { } undoes) writer.WriteString("undoes", undoes);
        var showsScript = ShowsScript(entry, viewer);
        writer.WriteString("script", showsScript ? entry.Script : null);
        writer.WritePropertyName("parameters");
        writer.WriteRawValue(showsScript ? entry.Parameters : "{}");
        writer.WriteStartArray("documents");
        foreach (var row in Rows(entry, viewer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", row.Header.WorkingCopyOf ?? row.Document);
            if (row.Header.WorkingCopyOf is null) writer.WriteString("key", row.Header.Key);
            else writer.WriteBoolean("workingCopy", true);
            writer.WriteString("type", row.Header.ContentType);
            writer.WriteNumber("version", row.Header.Version);
            writer.WriteNumber("sequence", row.Header.Sequence);
            writer.WriteNumber("changes", row.Changes.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // What is in a working copy its holder alone sees, and so the script that brought it there, until it is checked in.
    private static bool ShowsScript(JournalEntry entry, string viewer) => entry.Actor == viewer || entry.Rows.All(row => row.Header.IsPublic || !row.Header.IsShown);

    private static IEnumerable<JournalRow> Rows(JournalEntry entry, string viewer) =>
        entry.Rows.Where(row => row.Header.IsPublic || (row.Header.IsShown && entry.Actor == viewer));

    // A working copy stands in parentheses.
    private static string Name(JournalRow row) =>
        row.Header.WorkingCopyOf is { } document ? string.Create(CultureInfo.InvariantCulture, $"({document})") : row.Document.ToString(CultureInfo.InvariantCulture);

    // The first line that does something; else the first comment, which is how undo and import describe themselves.
    private static string Beginning(string script)
    {
        var lines = script.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var line = lines.Find(line => line[0] != '#') ?? lines.Find(line => !line.StartsWith("#!", StringComparison.Ordinal))?.TrimStart('#', ' ') ?? "";
        return line.Length <= ShownScript ? line : line[..ShownScript].TrimEnd() + "…";
    }
}
