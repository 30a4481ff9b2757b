using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Input;
using DocScript.Documents;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Terminal;
using DocScript.Terminal.Diff;

namespace DocScript.Cli.History;

/// <summary>What became of one document, transaction by transaction.</summary>
internal static class DocumentHistory
{
    private const string SequencePrefix = "sequence:";

    /// <summary>The rows that <c>--diff</c> asks for, oldest first: the last one (null), a transaction's, or those since a version or a sequence.</summary>
    public static IReadOnlyList<JournalRow> Rows(IStoreReader reader, Document document, string? which)
    {
        var history = reader.History(document.Id);
        if (which is null) return [.. history.TakeLast(1)];
        if (which.StartsWith(SequencePrefix, StringComparison.Ordinal))
            return Number(which[SequencePrefix.Length..]) is { } sequence && sequence <= document.Header.Sequence
                ? [.. history.Where(row => row.Header.Sequence > sequence)]
                : throw NoSuchState(document, which);
        // A transaction's id begins with a time in hexadecimal digits, which only a short number could be taken for.
        if (which.Length < 8 && Number(which) is { } version)
            return version <= document.Header.Version ? [.. history.Where(row => row.Header.Version > version)] : throw NoSuchState(document, "version " + which);
        var transaction = TransactionName.Find(reader, which);
        var rows = history.Where(row => row.Transaction == transaction).ToList();
        return rows.Count > 0 ? rows : throw new CommandRefused(
            CliCodes.NoSuchState,
            $"transaction {transaction} did not change document {Text(document.Id)}",
            $"'docscript log --doc {Text(document.Id)}' lists those that did");
    }

    /// <summary>A row for people.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(IStoreReader reader, JournalRow row, DiffHeight height)
    {
        var actor = reader.Transaction(row.Transaction)?.Actor;
        yield return
        [
            new("transaction " + row.Transaction, Style.Place),
            new($" at {DateValue.ToShortIso(row.Instant)}{(actor is null ? "" : " by " + actor)}, version {Text(row.Header.Version)}, sequence {Text(row.Header.Sequence)}", Style.Faint),
        ];
        foreach (var line in TransactionDiff.Changes(row.Changes, height.Lines)) yield return line;
    }

    /// <summary>A row as JSON.</summary>
    public static void Write(Utf8JsonWriter writer, JournalRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("transaction", row.Transaction);
        writer.WriteNumber("position", row.Position);
        writer.WriteString("instant", DateValue.ToShortIso(row.Instant));
        writer.WriteNumber("version", row.Header.Version);
        writer.WriteNumber("sequence", row.Header.Sequence);
        writer.WritePropertyName("changes");
        ChangeJson.Write(writer, row.Changes);
        writer.WriteEndObject();
    }

    private static CommandRefused NoSuchState(Document document, string what) => new(
        CliCodes.NoSuchState,
        $"document {Text(document.Id)} has no {what.Replace(':', ' ')}: it is at version {Text(document.Header.Version)}, sequence {Text(document.Header.Sequence)}",
        $"'docscript show {Text(document.Id)} --diff 0' shows all its history");

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
