using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Language.Diagnostics;
using DocScript.Terminal;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript explain</c>: what a diagnostic code means, when it comes, an example and what to do; without a code all of them.</summary>
internal sealed class ExplainVerb : Verb
{
    private readonly Argument<string?> _code;

    public ExplainVerb() : base("explain", "Explain a diagnostic code with an example; without one list all, with the beginning of one (DS3) those")
    {
        _code = Add(new Argument<string?>("code") { Description = "A code such as DS3001, or the beginning of one", Arity = ArgumentArity.ZeroOrOne, HelpName = "code" });
        _code.CompletionSources.Add(_ => CodeTable.Codes.Select(code => new CompletionItem(code.Id, detail: code.Title)));
    }

    public override Task<int> RunAsync(Invocation call)
    {
        var table = CodeTable.Create();
        var given = call.Get(_code);
        var entries = given is null ? table.All : table.Find(given) is { } one ? [one] : table.Beginning(given);
        if (entries.Count == 0) throw Unknown(given!, table);
        call.Report.Member("codes", writer => Write(writer, entries));
        if (call.Report.IsJson) return Task.FromResult(ExitStatus.Done);
        if (entries is [var only] && string.Equals(only.Code.Id, given, StringComparison.OrdinalIgnoreCase)) Explain(call.Report.Out, only);
        else List(call.Report.Out, entries);
        return Task.FromResult(ExitStatus.Done);
    }

    private static CommandRefused Unknown(string given, CodeTable table) => new(new Diagnostic(
        CliCodes.UnknownCode,
        Severity.Error,
        $"there is no diagnostic code '{given}'",
        Label: Suggestion.Label(given.ToUpperInvariant(), table.All.Select(entry => entry.Code.Id)),
        Help: "'docscript explain' lists all of them"));

    private static void List(LineWriter output, IReadOnlyList<CodeEntry> entries)
    {
        var first = true;
        foreach (var family in entries.GroupBy(entry => entry.Family))
        {
            if (!first) output.WriteLine();
            first = false;
            output.WriteLine($"{family.Key.Id} {family.Key.Title}: {family.Key.When}", Style.Strong);
            foreach (var entry in family) output.WriteLine($"  {entry.Code.Id}  {entry.Code.Title}{(entry.Code.Severity == Severity.Warning ? " (a warning)" : "")}");
        }
    }

    private static void Explain(LineWriter output, CodeEntry entry)
    {
        output.WriteLine($"{entry.Code.Id}: {entry.Code.Title}", Style.Strong);
        output.WriteLine();
        output.WriteLine(entry.Code.Explanation);
        output.WriteLine();
        output.WriteLine($"It comes {entry.Family.When}.");
        output.WriteLine(entry.Code.Severity == Severity.Warning
            ? "A warning: it changes neither what happens nor the exit status; with --strict it is an error, exit status 3."
            : $"Exit status: {Number(entry.Exit)}.");
        if (entry.Example is not { } example) return;
        Indent("Before:", example.Before);
        Indent("Another commits meanwhile:", example.Meanwhile);
        Indent(example.IsCommandLine ? "For example, the command" : "For example, the script", example.Input);
        Indent("gives", example.Message);

        void Indent(string heading, string? text)
        {
            if (string.IsNullOrEmpty(text)) return;
            output.WriteLine();
            output.WriteLine(heading);
            output.WriteLine();
            foreach (var line in text.Split('\n')) output.WriteLine(line.Length == 0 ? "" : "    " + line);
        }
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<CodeEntry> entries)
    {
        writer.WriteStartArray();
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("code", entry.Code.Id);
            writer.WriteString("title", entry.Code.Title);
            writer.WriteString("explanation", entry.Code.Explanation);
            writer.WriteString("severity", entry.Code.Severity == Severity.Warning ? "warning" : "error");
            writer.WriteString("family", entry.Family.Title);
            writer.WriteString("when", entry.Family.When);
            writer.WriteNumber("exit", entry.Exit);
            if (entry.Example is { } example)
            {
                writer.WriteStartObject("example");
                if (example.Before is not null) writer.WriteString("before", example.Before);
                if (example.Meanwhile is not null) writer.WriteString("meanwhile", example.Meanwhile);
                writer.WriteString(example.IsCommandLine ? "command" : "script", example.Input);
                writer.WriteString("message", example.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
