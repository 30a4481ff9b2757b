using System.Globalization;
using DocScript.Cli.Verbs;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Terminal.Diff;

namespace DocScript.Cli.Output;

/// <summary>What became of a script, for people.</summary>
internal static class ResultText
{
    /// <summary>Shows printed lines and diagnostics.</summary>
    public static void ShowOutput(this Report report, RunResult result)
    {
        if (result is Done done)
            foreach (var line in done.Printed)
                report.Data(line + "\n");
        if (result is Done { Results: var results })
            foreach (var answer in results)
                report.Data((answer.Kind is ResultKind.Message ? answer.Value : $"{answer.Kind}: {answer.Value}") + "\n");
        report.Add(ResultJson.DiagnosticsOf(result));
    }

    /// <summary>Shows the diff of what was done or planned.</summary>
    public static void ShowDiff(this Report report, Done done)
    {
        if (report.IsJson) return;
        if (done.ChangesDesign) report.Out.WriteLine("~ the design ('docscript design show')", Terminal.Style.Changed);
        foreach (var line in TransactionDiff.Lines(done.Documents, report.Height)) report.Out.WriteLine(line);
    }

    /// <summary>Shows how each query found its documents: by which index, or in a scan.</summary>
    public static void ShowQueries(this Report report, Done done)
    {
        if (report.IsJson) return;
        foreach (var query in done.Queries) report.Out.WriteLine("query: " + query, Terminal.Style.Faint);
    }

    /// <summary>The last lines of a plan: how its documents were found, and how much it would change.</summary>
    public static void ShowPlan(this Report report, Done done)
    {
        report.ShowDiff(done);
        if (done.Documents.Any(document => document.Changes.After.Header.IsShown)) report.Out.WriteLine();
        report.ShowQueries(done);
        report.Out.WriteLine("Plan: " + Summary(done, isDone: false), Terminal.Style.Strong);
    }

    /// <summary>One notice of what was committed: the transaction's id comes first, so that <c>undo</c> can be given it.</summary>
    public static void NoteCommitted(this Report report, Done done, string? what = null)
    {
        var prefix = what is null ? "" : what + ": ";
        var reruns = done.Reruns > 0 ? $", run {(done.Reruns + 1).ToString(CultureInfo.InvariantCulture)} times because of others" : "";
        report.Note(done switch
        {
            { Repeated: true } => $"{prefix}done before, in transaction {done.Transaction}; nothing was changed now",
            { Position: null } => $"{prefix}nothing changed",
            { Documents.IsEmpty: true, ChangesDesign: false } => $"{prefix}committed {done.Transaction}: what is set for the store changed",
            _ => $"{prefix}committed {done.Transaction}: {Summary(done, isDone: true)}{reruns}",
        });
    }

    private static string Summary(Done done, bool isDone)
    {
        var design = !done.ChangesDesign ? "" : isDone ? "the design changed" : "the design would change";
        if (done is { ChangesDesign: true, Documents.IsEmpty: true }) return design;
        return (design.Length > 0 ? design + "; " : "") + TransactionDiff.Summary(done.Documents, isDone);
    }

    /// <summary>Adds a result to the JSON object.</summary>
    public static void MemberResult(this Invocation call, RunResult result) =>
        call.Report.Member("result", writer => ResultJson.Write(writer, result));
}
