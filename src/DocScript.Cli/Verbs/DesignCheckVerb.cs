using System.CommandLine;
using System.Globalization;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript design check</c>: what is wrong with a design, and with a store, which of its documents would break under it.</summary>
internal sealed class DesignCheckVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _store;

    public DesignCheckVerb() : base("check", "Say what is wrong with a design, without touching anything")
    {
        _file = Add(new Argument<string>("file") { Description = "The design's JSON file" });
        _store = Add(CommonOptions.Store());
        _store.Description = "Say too which documents of this store would break under it [default: no store is opened]";
    }

    public override VerbGroup Group => VerbGroup.Design;

    public override async Task<int> RunAsync(Invocation call)
    {
        var text = await DesignFile.TextAsync(call.Host, call.Get(_file)!, call.Cancellation);
        call.Report.Add(text.Diagnostics);
        var status = ExitStatus.Of(text.Diagnostics);
        call.Report.Member("valid", writer => writer.WriteBooleanValue(text.IsValid));
        if (text.Design is { } design) call.Report.Note(string.Create(CultureInfo.InvariantCulture, $"design {design.Name} {design.Version}: {Counted.Of(design.Components.Count, "component")}, {Counted.Of(design.ContentTypes.Count, "content type")}; {Found(text)}"));
        if (!call.Has(_store) || text.Design is null) return status;

        await using var store = call.OpenStore(_store);
        using var reader = store.Read();
        DesignDraft draft;
        using (call.Report.Progress("judging the documents")) draft = DesignDraft.Of(reader, text.Design, call.Cancellation);
        call.Report.ShowKept(draft.Kept);
        call.Report.MemberImpact(draft.Impact);
        var broken = draft.Impact.Diagnostics(Phase.Check);
        call.Report.Add(broken);
        call.Report.Note(draft.Impact.Summary("would break"));
        return status == ExitStatus.Done ? ExitStatus.Of(broken) : status;
    }

    private static string Found(DesignText text)
    {
        var errors = text.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = text.Diagnostics.Length - errors;
        return (errors == 0 ? "no errors" : Counted.Of(errors, "error")) + (warnings == 0 ? "" : ", " + Counted.Of(warnings, "warning"));
    }
}
