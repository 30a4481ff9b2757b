using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Documents.Values;
using DocScript.Engine.Events;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands failed</c>: for which events hooks that run after failed so often that they went on without; with <c>--retry</c> they run again.</summary>
internal sealed class CommandsFailedVerb : Verb
{
    private readonly Option<string?> _store;
    private readonly Option<bool> _retry;

    public CommandsFailedVerb() : base("failed", "List the events for which hooks after them failed five times")
    {
        _store = Add(CommonOptions.Store());
        _retry = Add(new Option<bool>("--retry") { Description = "Run the hooks again for all of them" });
        AddCommandFolders();
    }

    public override VerbGroup Group => VerbGroup.Commands;

    public override async Task<int> RunAsync(Invocation call)
    {
        await using var store = call.OpenStore(_store);
        var engine = call.Engine(store);
        if (call.Get(_retry)) return Show(call, await engine.RetryHooksAsync(call.Cancellation));
        var failed = engine.FailedHooks();
        foreach (var each in failed) Show(call, each, each.Message, Style.Error);
        if (failed.Count == 0) call.Report.Note("no hook has failed for good");
        call.Report.Member("failed", writer => Write(writer, failed.Select(each => (each, (string?)each.Message))));
        return ExitStatus.Done;
    }

    private static int Show(Invocation call, HookRetries retries)
    {
        call.Report.Add(retries.Problems);
        foreach (var (failed, failure) in retries.Retried) Show(call, failed, failure ?? "ran", failure is null ? Style.Added : Style.Error);
        if (retries.Retried.IsEmpty && retries.Problems.IsEmpty) call.Report.Note("no hook has failed for good");
        call.Report.Member("retried", writer => Write(writer, retries.Retried.Select(each => (each.Failed, each.Failure))));
        return retries.Problems.Any(problem => problem.Severity is Severity.Error) || retries.Retried.Any(each => each.Failure is not null) ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static void Show(Invocation call, FailedHook failed, string outcome, Style style) => call.Report.Out.WriteLine(
    [
        new(failed.Transaction.ToString(), Style.Place),
        new("  " + DateValue.ToShortIso(failed.At)),
        new($"  {failed.Hook} after {EventNames.Of(failed.Event)} of {failed.Document.ToString(CultureInfo.InvariantCulture)}", Style.Strong),
        new("  " + ValueLiteral.OneLine(outcome), style),
    ]);

    private static void Write(Utf8JsonWriter writer, IEnumerable<(FailedHook Failed, string? Message)> all)
    {
        writer.WriteStartArray();
        foreach (var (failed, message) in all)
        {
            writer.WriteStartObject();
            writer.WriteString("hook", failed.Hook);
            writer.WriteString("event", EventNames.Of(failed.Event));
            writer.WriteNumber("document", failed.Document);
            writer.WriteString("transaction", failed.Transaction);
            writer.WriteString("at", DateValue.ToShortIso(failed.At));
            writer.WriteString("failure", message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
