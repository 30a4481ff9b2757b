using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine;
using DocScript.Engine.Json;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript plan</c>: what a script would change. With <c>--out</c> the plan is kept, to be applied as it is.</summary>
internal sealed class PlanVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store, _document, _actor, _out;
    private readonly Option<string[]> _parameters, _arguments;
    private readonly Option<bool> _strict;

    public PlanVerb() : base("plan", "Show what a script would change, without changing anything")
    {
        _file = Add(new Argument<string>("file") { Description = "The script; '-' is standard input" });
        _store = Add(CommonOptions.Store());
        _document = Add(CommonOptions.Document("The current document at the start"));
        _actor = Add(CommonOptions.Actor());
        _parameters = Add(CommonOptions.Parameters());
        _arguments = Add(CommonOptions.Arguments());
        _strict = Add(CommonOptions.Strict());
        AddCommandFolders();
        _out = Add(new Option<string?>("--out") { Description = "Keep the plan in this file for 'docscript apply'; reserves its ids in the store", HelpName = "file" });
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var request = new RunRequest
        {
            Source = await call.ScriptAsync(call.Get(_file)!),
            Actor = call.Actor(_actor),
            Document = call.Document(_document),
            Parameters = await call.ParametersAsync(_parameters),
            Arguments = await call.ParametersAsync(_arguments),
            IsStrict = call.Get(_strict),
        };
        await using var session = new StoreSession(call, StoreLocation.Of(call.Get(_store), call.Host));
        RunResult result;
        SavedPlan? plan = null;
        using (call.Report.Progress("planning " + request.Source.Name))
        {
            if (call.Get(_out) is null) result = await session.PlanAsync(request);
            else (result, plan) = await session.SavePlanAsync(request);
        }

        call.MemberResult(result);
        call.Report.ShowOutput(result);
        if (result is not Done done) return ExitStatus.Of(result);
        call.Report.ShowPlan(done);
        if (call.Get(_out) is { } file)
        {
            if (plan is null) call.Report.Note($"there is nothing to change, so {file} was not written");
            else Keep(call, plan, file);
        }

        return ExitStatus.Done;
    }

    private static void Keep(Invocation call, SavedPlan plan, string file)
    {
        FileOutput.Replace(call.Host, file, SavedPlanJson.Write(plan));
        call.Report.Note($"kept in {file}; 'docscript apply {file}' commits exactly this");
        call.Report.Member("file", writer => writer.WriteStringValue(file));
    }
}
