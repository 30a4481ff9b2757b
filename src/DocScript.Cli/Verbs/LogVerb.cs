using System.CommandLine;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.History;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Engine.Storage;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript log</c>: the transactions of a store, newest first, a line each; or what they did as scripts, oldest first.</summary>
internal sealed class LogVerb : Verb
{
    private readonly Option<string?> _store, _document, _actor;
    private readonly Option<int?> _limit;
    private readonly Option<bool> _asScript;

    public LogVerb() : base("log", "List the transactions, newest first")
    {
        _store = Add(CommonOptions.Store());
        _document = Add(CommonOptions.Document("Only transactions that changed this document"));
        _actor = Add(CommonOptions.Actor());
        _actor.Description = "The user who looks: what changed working copies only is its actor's alone to see [default: the system's user]";
        _limit = Add(new Option<int?>("--limit") { Description = "Only the newest so many", HelpName = "n" });
        _asScript = Add(new Option<bool>("--as-script") { Description = "Print what was done as scripts, in the order in which it was done" });
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var limit = call.Get(_limit) ?? int.MaxValue;
        if (limit < 1) throw new CommandRefused(CliCodes.BadArguments, "--limit takes a number from 1", "leave it out for all");
        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        var viewer = call.Viewer(_actor);
        var entries = Entries(reader, call.Get(_document), viewer).Take(limit);
        if (call.Report.IsJson)
        {
            var list = entries.ToList();
            call.Report.Member("transactions", writer => Write(writer, list, viewer));
        }
        else if (call.Get(_asScript))
        {
            var only = call.Get(_document) is { } given ? DocumentName.Get(reader, given).Id : (long?)null;
            var first = true;
            foreach (var entry in entries.Reverse())
            {
                call.Cancellation.ThrowIfCancellationRequested();
                call.Report.Data((first ? ChangeScript.Head : "\n") + ChangeScript.Of(entry, viewer, only));
                first = false;
            }
        }
        else
        {
            foreach (var entry in entries)
            {
                call.Cancellation.ThrowIfCancellationRequested();
                call.Report.Out.WriteLine(JournalText.Line(entry, viewer));
            }
        }

        return ExitStatus.Done;
    }

    private static IEnumerable<JournalEntry> Entries(IStoreReader reader, string? document, string viewer) => document is null
        ? JournalText.NewestFirst(reader, viewer)
        : reader.History(DocumentName.Get(reader, document).Id).Reverse().Select(row => reader.Transaction(row.Transaction)).OfType<JournalEntry>();

    private static void Write(Utf8JsonWriter writer, List<JournalEntry> entries, string viewer)
    {
        writer.WriteStartArray();
        foreach (var entry in entries) JournalText.Write(writer, entry, viewer);
        writer.WriteEndArray();
    }
}
