using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine;
using DocScript.Engine.Json;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript apply</c>: commits a saved plan without running anything, or refuses when something it read moved on.</summary>
internal sealed class ApplyVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store;
    private readonly Option<bool> _diff;

    public ApplyVerb() : base("apply", "Commit a plan kept with 'docscript plan --out'; refuse if what it read has changed")
    {
        _file = Add(new Argument<string>("plan") { Description = "The file of the plan" });
        _store = Add(CommonOptions.Store());
        AddCommandFolders();
        _diff = Add(new Option<bool>("--diff") { Description = "Show what was changed" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var file = call.Get(_file)!;
        var plan = await ReadAsync(call, file);
        await using var store = call.OpenStore(_store);
        RunResult result;
        using (call.Report.Progress("applying " + file)) result = await call.Engine(store).ApplyAsync(plan, call.Cancellation);
        call.MemberResult(result);
        call.Report.ShowOutput(result);
        if (result is not Done done) return ExitStatus.Of(result);
        if (call.Get(_diff)) call.Report.ShowDiff(done);
        call.Report.NoteCommitted(done, file);
        return ExitStatus.Done;
    }

    private static async Task<SavedPlan> ReadAsync(Invocation call, string file)
    {
        var bytes = await TextInput.FileAsync(call.Host, file, int.MaxValue, call.Cancellation);
        try
        {
            return SavedPlanJson.Read(bytes);
        }
        catch (FormatException exception)
        {
            throw new CommandRefused(CliCodes.NotAPlan, $"'{file}' is not a saved plan: {exception.Message.TrimEnd('.')}", "make one with 'docscript plan <script> --out <file>'");
        }
    }
}
