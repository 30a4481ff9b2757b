using System.CommandLine;
using System.Globalization;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript check</c>: all that can be said of scripts without running them. Opens no store unless one is named.</summary>
internal sealed class CheckVerb : Verb
{
    private readonly Argument<string[]> _files;
    private readonly Option<string?> _store, _design;
    private readonly Option<bool> _strict;

    public CheckVerb() : base("check", "Say what is wrong with scripts without running them")
    {
        _files = Add(CommonOptions.Files("The scripts; '-' is standard input"));
        _store = Add(CommonOptions.Store());
        _store.Description = "Check against the design of this store [default: no store is opened]";
        _design = Add(CommonOptions.Design("Check against the design in this JSON file"));
        _strict = Add(CommonOptions.Strict());
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var files = ScriptFiles.Of(call, _files);
        await using var store = call.Has(_store) ? call.OpenStore(_store) : null;
        // Most have neither, and start a little sooner so.
        var design = store is null && !call.Has(_design) ? null : await DesignFile.OrOfStoreAsync(call.Host, call.Get(_design), store, call.Cancellation);
        var results = new List<Checked>();
        var status = ExitStatus.Done;
        foreach (var file in files)
        {
            var source = await call.ScriptAsync(file);
            call.Cancellation.ThrowIfCancellationRequested();
            var (commands, problems) = call.Commands.ToRun(source, store);
            var diagnostics = problems.IsEmpty ? ScriptEngine.Check(source, commands, design, isStrict: call.Get(_strict)).Diagnostics : problems;
            call.Report.Add(diagnostics);
            var valid = diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);
            if (status == ExitStatus.Done) status = ExitStatus.Of(diagnostics);
            results.Add(new(file, valid));
        }

        if (design is null)
            call.Report.Note("note: only what needs no design was checked; give one with --design <file> or --store <uri>");
        call.Report.Note(Summary(results));
        // Whoever wants no JSON does not wait until its library is loaded.
        if (call.Report.IsJson) AddMembers(call, design, results);
        return status;
    }

    private void AddMembers(Invocation call, Design? design, List<Checked> results)
    {
        call.Report.Member("design", writer => writer.WriteStringValue(design is null ? "none" : call.Has(_design) ? "file" : "store"));
        call.Report.Member("files", writer =>
        {
            writer.WriteStartArray();
            foreach (var (file, valid) in results)
            {
                writer.WriteStartObject();
                writer.WriteString("file", file);
                writer.WriteBoolean("valid", valid);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private static string Summary(List<Checked> results)
    {
        var wrong = results.Count(result => !result.Valid);
        var all = Counted.Of(results.Count, "script");
        return wrong == 0 ? $"{all} checked, no errors" : $"{all} checked, {wrong.ToString(CultureInfo.InvariantCulture)} with errors";
    }

    private sealed record Checked(string File, bool Valid);
}
