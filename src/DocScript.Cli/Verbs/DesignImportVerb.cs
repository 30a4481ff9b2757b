using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Designs;
using DocScript.Engine;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Terminal.Diff;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript design import</c>: gives the store another design, as one transaction; documents that it would break want <c>--force</c>.</summary>
internal sealed class DesignImportVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store, _actor;
    private readonly Option<bool> _force;

    public DesignImportVerb() : base("import", "Give the store this design, as one transaction; refuse if documents would break")
    {
        _file = Add(new Argument<string>("file") { Description = "The design's JSON file; without content types the store's stay" });
        _store = Add(CommonOptions.Store());
        _actor = Add(CommonOptions.Actor());
        _force = Add(new Option<bool>("--force") { Description = "Import it although it has errors or documents break" });
    }

    public override VerbGroup Group => VerbGroup.Design;

    public override bool ChangesStore => true;

    public override async Task<int> RunAsync(Invocation call)
    {
        var (file, actor, force) = (call.Get(_file)!, call.Actor(_actor), call.Get(_force));
        var text = await DesignFile.TextAsync(call.Host, file, call.Cancellation);
        var isForced = force && text.Design is not null;
        call.Report.Add(text.Diagnostics.Select(diagnostic => isForced ? diagnostic with { Severity = Severity.Warning } : diagnostic));
        if (text.Design is null || (!text.IsValid && !force))
        {
            call.Report.Note("nothing was changed");
            return ExitStatus.Of(text.Diagnostics);
        }

        var (clock, ids) = (call.Clock(), call.Host.Ids ?? new RandomIds());
        await using var session = new StoreSession(call, StoreLocation.Of(call.Get(_store), call.Host));
        RunResult result;
        DesignDraft draft;
        using (call.Report.Progress("importing " + file))
            (result, draft) = await session.ImportAsync(
                store => new DesignImport(store, clock, ids).RunAsync(text.Design, Path.GetFileName(file), actor, force, call.Cancellation),
                tried => tried.Result is Done { Position: not null });
        Show(call, result, draft);
        return ExitStatus.Of(result);
    }

    private static void Show(Invocation call, RunResult result, DesignDraft draft)
    {
        call.Report.ShowKept(draft.Kept);
        call.Report.MemberImpact(draft.Impact);
        call.MemberResult(result);
        call.Report.ShowOutput(result);
        if (result is not Done done)
        {
            if (draft.Impact.Count > 0) call.Report.Note(draft.Impact.Summary("would break"));
            return;
        }

        if (done.Position is null)
        {
            call.Report.Note("the store has this design already; nothing changed");
            return;
        }

        call.Report.Add(draft.Impact.Diagnostics(Phase.Execution).Select(diagnostic => diagnostic with { Severity = Severity.Warning, Help = null }));
        var broken = draft.Impact.Count == 0 ? "" : "; " + draft.Impact.Summary("broken under it");
        call.Report.Note($"committed {done.Transaction}: design {draft.After.Name} {draft.After.Version}, {DesignDiff.Summary(DesignDifferences.Of(draft.Before, draft.After))}{broken}");
    }
}
