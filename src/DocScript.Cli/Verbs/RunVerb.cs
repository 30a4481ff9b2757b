using System.CommandLine;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript run</c>: each file one transaction, in order, until one fails.</summary>
internal sealed class RunVerb : Verb
{
    private readonly Argument<string[]> _files;
    private readonly Option<string?> _store, _document, _actor, _key;
    private readonly Option<string[]> _parameters, _arguments;
    private readonly Option<bool> _strict, _diff, _explain;

    public RunVerb() : base("run", "Run scripts, each as one transaction, in order; stop at the first that fails")
    {
        _files = Add(CommonOptions.Files("The scripts; '-' is standard input"));
        _store = Add(CommonOptions.Store());
        _document = Add(CommonOptions.Document("The current document at the start"));
        _actor = Add(CommonOptions.Actor());
        _parameters = Add(CommonOptions.Parameters());
        _arguments = Add(CommonOptions.Arguments());
        _key = Add(new Option<string?>("--key") { Description = "Do this at most once under this key (one file only)", HelpName = "key" });
        _strict = Add(CommonOptions.Strict());
        AddCommandFolders();
        _diff = Add(new Option<bool>("--diff") { Description = "Show what was changed" });
        _explain = Add(new Option<bool>("--explain") { Description = "Say how each query found its documents: by which index, or in a scan" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var files = ScriptFiles.Of(call, _files);
        var key = call.Get(_key);
        if (key is not null && files.Count > 1)
            throw new CommandRefused(CliCodes.BadArguments, "--key goes with one script only", "run the scripts one by one, each with a key of its own");
        if (key is { Length: 0 or > 200 }) throw new CommandRefused(CliCodes.BadArguments, "a key has 1 to 200 characters", "give another with --key");
        var location = StoreLocation.Of(call.Get(_store), call.Host);
        var (parameters, arguments) = (await call.ParametersAsync(_parameters), await call.ParametersAsync(_arguments));
        var requests = new List<RunRequest>();
        // All are read before the first is run, so that a wrong name stops everything.
        foreach (var file in files)
            requests.Add(new RunRequest
            {
                Source = await call.ScriptAsync(file),
                Actor = call.Actor(_actor),
                Document = call.Document(_document),
                Parameters = parameters,
                Arguments = arguments,
                Key = key,
                IsStrict = call.Get(_strict),
            });
        var results = new List<(string File, RunResult Result)>();
        call.Report.Member("results", writer => WriteResults(writer, results));
        call.Report.Member("notRun", writer => WriteNames(writer, files.Skip(results.Count)));
        await using var session = new StoreSession(call, location);
        try
        {
            foreach (var request in requests)
            {
                results.Add((request.Source.Name, await RunAsync(call, session, request)));
                if (results[^1].Result is not Done) break;
            }
        }
        catch (Exception) when (files.Count > 1)
        {
            NoteStopped(call, files, results);
            throw;
        }

        if (results[^1].Result is not Done && files.Count > 1) NoteStopped(call, files, results);
        return ExitStatus.Of(results[^1].Result);
    }

    private async Task<RunResult> RunAsync(Invocation call, StoreSession session, RunRequest request)
    {
        RunResult result;
        using (call.Report.Progress("running " + request.Source.Name)) result = await session.RunAsync(request);
        call.Report.ShowOutput(result);
        if (result is not Done done) return result;
        if (call.Get(_diff)) call.Report.ShowDiff(done);
        if (call.Get(_explain)) call.Report.ShowQueries(done);
        call.Report.NoteCommitted(done, request.Source.Name is "-" ? null : request.Source.Name);
        return result;
    }

    private static void NoteStopped(Invocation call, IReadOnlyList<string> files, List<(string File, RunResult Result)> results)
    {
        var committed = results.Where(result => result.Result is Done).Select(result => $"{result.File} ({((Done)result.Result).Transaction})").ToList();
        var stopped = committed.Count;
        call.Report.Note($"stopped at {files[stopped]}; committed before it: {(committed.Count == 0 ? "none" : string.Join(", ", committed))}");
        if (stopped + 1 < files.Count) call.Report.Note("not run: " + string.Join(", ", files.Skip(stopped + 1)));
    }

    private static void WriteResults(Utf8JsonWriter writer, List<(string File, RunResult Result)> results)
    {
        writer.WriteStartArray();
        foreach (var (file, result) in results)
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            ResultJson.WriteMembers(writer, result);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter writer, IEnumerable<string> names)
    {
        writer.WriteStartArray();
        foreach (var name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }
}
