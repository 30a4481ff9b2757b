using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Json;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript tick</c>: carries out what is scheduled and due, once, and runs the hooks after events that others left; for cron and the like.</summary>
internal sealed class TickVerb : Verb
{
    private readonly Option<string?> _store;

    public TickVerb() : base("tick", "Publish and take off what is scheduled and due, each exactly once")
    {
        _store = Add(CommonOptions.Store());
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        await using var store = call.OpenStore(_store);
        var ticked = new List<Ticked>();
        var engine = call.Engine(store);
        call.Report.Member("ticked", writer => Write(writer, ticked));
        using (call.Report.Progress("ticking"))
            await foreach (var each in engine.TickAsync(call.Cancellation))
            {
                ticked.Add(each);
                Show(call, each);
            }

        var told = await engine.DrainAsync(call.Cancellation);
        call.Report.Add(told);
        if (ticked.Count == 0) call.Report.Note("nothing is due");
        if (told.Any(diagnostic => diagnostic.Severity is Severity.Error)) return ExitStatus.Failed;
        return ticked.Exists(each => each.Result is not Done) ? ExitStatus.Conflict : ticked.Exists(each => each.Failure is not null) ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static void Show(Invocation call, Ticked ticked)
    {
        var what = ticked.Kind is ScheduleKind.Publish ? "published" : "unpublished";
        if (ticked.Result is Done done) call.Report.Add(done.Warnings);
        if (ticked is { Failure: null, Result: Done })
            call.Report.Out.WriteLine([new(what + " ", Style.Published), new(Number(ticked.Document), Style.Place), new($", scheduled for {DateValue.ToShortIso(ticked.At)}", Style.Faint)]);
        else if (ticked.Result is not Done)
            call.Report.Add(ResultJson.DiagnosticsOf(ticked.Result));
        else
            call.Report.Add([ScheduleFailure.Of(ticked)]);
    }

    private static void Write(Utf8JsonWriter writer, List<Ticked> ticked)
    {
        writer.WriteStartArray();
        foreach (var each in ticked)
        {
            writer.WriteStartObject();
            writer.WriteNumber("document", each.Document);
            writer.WriteString("scheduled", ScheduleKinds.NameOf(each.Kind));
            writer.WriteString("at", DateValue.ToShortIso(each.At));
            writer.WriteString("failure", each.Failure);
            ResultJson.WriteMembers(writer, each.Result);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
