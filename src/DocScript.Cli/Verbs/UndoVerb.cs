using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript undo</c>: takes a transaction back over all its documents, as a new transaction, or refuses when something changed since.</summary>
internal sealed class UndoVerb : Verb
{
    private readonly Argument<string> _transaction;
    private readonly Option<string?> _store, _actor;
    private readonly Option<bool> _plan, _diff;

    public UndoVerb() : base("undo", "Take a transaction back over all its documents; refuse if something changed since")
    {
        _transaction = Add(new Argument<string>("transaction") { Description = "Its id, or the beginning of it" });
        _store = Add(CommonOptions.Store());
        _actor = Add(CommonOptions.Actor());
        AddCommandFolders();
        _plan = Add(new Option<bool>("--plan") { Description = "Only show what would change" });
        _diff = Add(new Option<bool>("--diff") { Description = "Show what was changed" });
    }

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var actor = call.Actor(_actor);
        await using var store = call.OpenStore(_store);
        var engine = call.Engine(store);
        var given = call.Get(_transaction)!;
        Guid id;
        using (var reader = store.Read()) id = TransactionName.Find(reader, given);
        RunResult result;
        using (call.Report.Progress("undoing " + given))
            result = call.Get(_plan)
                ? await engine.PlanUndoAsync(id, actor, call.Cancellation)
                : await engine.UndoAsync(id, actor, call.Cancellation);
        call.MemberResult(result);
        call.Report.ShowOutput(result);
        if (result is not Done done) return ExitStatus.Of(result);
        if (call.Get(_plan)) call.Report.ShowPlan(done);
        else if (call.Get(_diff)) call.Report.ShowDiff(done);
        if (!call.Get(_plan)) call.Report.NoteCommitted(done, "undo of " + id);
        return ExitStatus.Done;
    }
}
