using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Parsing;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript fmt</c>: the one form of a script. A file with a syntax error is left as it is.</summary>
internal sealed class FormatVerb : Verb
{
    private readonly Argument<string[]> _files;
    private readonly Option<bool> _check;

    public FormatVerb() : base("fmt", "Rewrite scripts in the one form, comments kept; '-' reads standard input and prints")
    {
        _files = Add(CommonOptions.Files("The scripts; '-' is standard input"));
        AddCommandFolders();
        _check = Add(new Option<bool>("--check") { Description = "Change nothing: list the files that would change and exit with 1 if there are any" });
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var check = call.Get(_check);
        var results = new List<(string File, bool Changed)>();
        var status = ExitStatus.Done;
        foreach (var file in ScriptFiles.Of(call, _files))
        {
            var source = await call.ScriptAsync(file);
            call.Cancellation.ThrowIfCancellationRequested();
            var (commands, problems) = call.Commands.ToRead(source);
            var parsed = ScriptParser.Parse(source, commands.Grammar);
            IReadOnlyList<Diagnostic> wrong = problems.IsEmpty ? parsed.Diagnostics : problems;
            if (wrong.Any(diagnostic => diagnostic.Severity is Severity.Error))
            {
                call.Report.Add(wrong);
                if (status == ExitStatus.Done) status = ExitStatus.Of(wrong);
                continue;
            }

            var formatted = Formatter.Format(parsed, commands.Grammar);
            var changed = formatted != source.Text;
            results.Add((file, changed));
            if (check && changed) call.Report.Data(file + "\n");
            if (check) continue;
            if (file is "-") WriteOut(call, formatted);
            else if (changed) FileOutput.Replace(call.Host, file, formatted);
        }

        var count = results.Count(result => result.Changed);
        var files = Counted.Of(count, "file");
        if (check && count > 0) call.Report.Note($"{files} not in the one form; run 'docscript fmt' on {(count == 1 ? "it" : "them")}");
        if (!check && results.Exists(result => result is { Changed: true, File: not "-" })) call.Report.Note($"rewrote {files}");
        call.Report.Member("files", writer =>
        {
            writer.WriteStartArray();
            foreach (var (file, changed) in results)
            {
                writer.WriteStartObject();
                writer.WriteString("file", file);
                writer.WriteBoolean("changed", changed);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return status != ExitStatus.Done ? status : check && count > 0 ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static void WriteOut(Invocation call, string formatted)
    {
        call.Report.Data(formatted);
        call.Report.Member("formatted", writer => writer.WriteStringValue(formatted));
    }
}
