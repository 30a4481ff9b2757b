using System.CommandLine;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript purge</c>: removes what a deleted document held for good; a tombstone stays.</summary>
internal sealed class PurgeVerb : Verb
{
    private const string Confirmation = "yes";

    private readonly Argument<string> _document;
    private readonly Option<string?> _store, _actor;
    private readonly Option<bool> _plan, _yes;

    public PurgeVerb() : base("purge", "Remove a deleted document's content for good, from the journal too; only a tombstone stays")
    {
        _document = Add(new Argument<string>("document") { Description = "The id or key of a deleted document" });
        _store = Add(CommonOptions.Store());
        _actor = Add(CommonOptions.Actor());
        _plan = Add(new Option<bool>("--plan") { Description = "Only show what would go" });
        _yes = Add(new Option<bool>("--yes") { Description = "Do not ask; needed where nobody can be asked" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var (given, actor, clock) = (call.Get(_document)!, call.Actor(_actor), call.Clock());
        await using var store = call.OpenStore(_store);
        var ids = call.Host.Ids ?? new RandomIds();
        var instant = clock.GetUtcNow();
        PurgeView view;
        Purge purge;
        using (var reader = store.Read())
        {
            var document = DocumentName.Get(reader, given);
            purge = new Purge(document.Id, ids.Transaction(instant), actor, instant);
            if (purge.Refuse(document) is { } refusal) throw Refused(refusal);
            view = PurgeView.Of(reader, document);
        }

        Show(call, view);
        call.Report.Member("purges", writer => Write(writer, view));
        if (call.Get(_plan)) return ExitStatus.Done;
        if (!call.Get(_yes)) await ConfirmAsync(call, given);
        using (call.Report.Progress("purging " + given))
            if (await store.Maintenance.PurgeAsync(purge, call.Cancellation) is Conflict conflict) throw Refused(conflict);
        call.Report.Note($"committed {purge.Transaction}: document {given} is purged; backups and copies made before still hold it");
        call.Report.Member("transaction", writer => writer.WriteStringValue(purge.Transaction));
        return ExitStatus.Done;
    }

    private static CommandRefused Refused(Conflict conflict) => new(CliCodes.PurgeRefused, conflict.Moved, "only a deleted document is purged, and only once; 'delete' in a script deletes one");

    private static async Task ConfirmAsync(Invocation call, string given)
    {
        if (!call.Host.InIsTerminal || call.Report.IsJson)
            throw new CommandRefused(CliCodes.NotConfirmed, $"nobody can be asked whether document {given} is to be purged", "look at it with --plan, then give --yes");
        call.Report.Note($"Nothing brings it back. Purge it? Only '{Confirmation}' is taken for an answer:");
        using var input = new StreamReader(call.Host.In, leaveOpen: true);
        // A terminal may be left without an answer.
        var answer = await Task.Run(() => input.ReadLine(), CancellationToken.None).WaitAsync(call.Cancellation);
        if (!string.Equals(answer?.Trim(), Confirmation, StringComparison.Ordinal))
            throw new CommandRefused(CliCodes.NotConfirmed, $"the answer was not '{Confirmation}'", $"run it again to purge document {given} after all");
    }

    private static void Show(Invocation call, PurgeView view)
    {
        var header = view.Document.Header;
        call.Report.Out.WriteLine(
            [new("- ", Style.Removed), new($"{header.ContentType} ", Style.Plain), new(FormattableString.Invariant($"{header.Id}"), Style.Place), new($" \"{view.Document.Title}\", for good", Style.Plain)]);
        foreach (var line in view.Lines) call.Report.Out.WriteLine("    " + line);
    }

    private static void Write(Utf8JsonWriter writer, PurgeView view)
    {
        writer.WriteStartObject();
        writer.WriteNumber("document", view.Document.Id);
        writer.WriteString("key", view.Document.Header.Key);
        writer.WriteNumber("rows", view.Rows);
        writer.WriteNumber("transactions", view.Transactions);
        writer.WriteNumber("publications", view.Publications);
        writer.WriteNumber("workingCopies", view.WorkingCopies);
        writer.WriteEndObject();
    }
}
