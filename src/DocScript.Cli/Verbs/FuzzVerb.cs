using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;
using DocScript.Testing.Fuzzing;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript fuzz</c>: tries the C# commands of a folder on random documents. Writes to no store.</summary>
internal sealed class FuzzVerb : Verb
{
    private readonly Argument<string> _folder;
    private readonly Option<string?> _command, _store, _design;
    private readonly Option<int?> _runs;
    private readonly Option<ulong?> _seed;

    public FuzzVerb() : base("fuzz", "Try the C# commands of a folder on random documents with random arguments, and show the smallest case of what goes wrong")
    {
        _folder = Add(new Argument<string>("folder") { Description = "The folder of C# commands; its code is run" });
        _command = Add(new Option<string?>("--command") { Description = "Try only this command or function", HelpName = "name" });
        _runs = Add(new Option<int?>("--runs") { Description = "How often each is tried [default: 100]", HelpName = "n" });
        _seed = Add(new Option<ulong?>("--seed") { Description = "The seed of the first try, to try the same again; each further try has the next [default: another each time]", HelpName = "number" });
        _design = Add(CommonOptions.Design("Make documents for the design in this JSON file [default: the built-in design]"));
        _store = Add(CommonOptions.Store());
        _store.Description = "Make documents for the design of this store, which stays as it is";
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var runs = call.Get(_runs) ?? 100;
        if (runs < 1) throw new CommandRefused(CliCodes.BadArguments, "--runs takes a number from 1", "leave it out for 100");
        var folder = call.Get(_folder)!;
        var found = call.Commands.Look([new(FolderName.Find(call.Host, folder), FolderOrigin.Named)])[0];
        if (found is not { Set: { } set, Content: { } content, Problems.IsEmpty: true })
        {
            call.Report.Add(found.Problems);
            return ExitStatus.Of(found.Problems);
        }

        var fuzz = CommandFuzz.Of(FuzzTargets.Of(content, set), folder) with { Runs = runs, Seed = call.Get(_seed), Command = call.Get(_command), Design = await DesignAsync(call), Options = Options(call) };
        if (fuzz.Selected.Count == 0) throw Nothing(fuzz, folder);
        FuzzReport report;
        using (call.Report.Progress($"trying {folder}")) report = await fuzz.RunAsync(call.Cancellation);
        foreach (var tally in report.Tallies) Show(call, tally);
        call.Report.Member("seed", writer => writer.WriteNumberValue(report.Seed));
        call.Report.Member("commands", writer => Write(writer, report));
        call.Report.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {report.Seed}"));
        return report.Findings.Any() ? ExitStatus.Failed : ExitStatus.Done;
    }

    private async Task<Design> DesignAsync(Invocation call)
    {
        await using var store = call.Has(_store) ? call.OpenStore(_store) : null;
        var design = await DesignFile.OrOfStoreAsync(call.Host, call.Get(_design), store, call.Cancellation);
        return design is null ? Design.BuiltIn : DesignDraft.Complete(design, Design.BuiltIn).Design;
    }

    private string Options(Invocation call) =>
        call.Get(_design) is { } file ? $"--design {file}" : call.Has(_store) && call.Get(_store) is { } store ? $"--store {store}" : "";

    private static CommandRefused Nothing(CommandFuzz fuzz, string folder) => fuzz.Command is { } command && fuzz.Names.Count > 0
        ? new(new Diagnostic(CliCodes.BadArguments, Severity.Error, $"'{folder}' has no command or function '{command}'", Label: Suggestion.Label(command, fuzz.Names), Help: $"it has {string.Join(", ", fuzz.Names)}"))
        : new(CliCodes.BadArguments, $"there are no C# commands in '{folder}'", "name a folder with files that end in .csx");

    private static void Show(Invocation call, FuzzTally tally)
    {
        call.Report.Out.WriteLine([tally.Findings.IsEmpty ? tally.Warning is null ? new("ok   ", Style.Added) : new("none ", Style.Strong) : new("FAIL ", Style.Error), new(tally.ToString())]);
        if (tally.Warning is { } warning) call.Report.Add([warning]);
        foreach (var finding in tally.Findings)
        {
            call.Report.Add([finding.Diagnostic]);
            call.Report.Data(finding.Shown);
        }
    }

    private static void Write(Utf8JsonWriter writer, FuzzReport report)
    {
        writer.WriteStartArray();
        foreach (var tally in report.Tallies)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tally.Name);
            writer.WriteNumber("runs", tally.Runs);
            writer.WriteNumber("changed", tally.Changed);
            writer.WriteNumber("unchanged", tally.Unchanged);
            writer.WriteNumber("refused", tally.Refused);
            writer.WriteNumber("failed", tally.Failed);
            writer.WriteStartArray("findings");
            foreach (var finding in tally.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("law", JsonNamingPolicy.CamelCase.ConvertName(finding.Law.ToString()));
                writer.WriteNumber("seed", finding.Seed);
                writer.WriteString("script", finding.Script);
                writer.WriteString("case", finding.Case);
                writer.WriteString("details", finding.Details);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
