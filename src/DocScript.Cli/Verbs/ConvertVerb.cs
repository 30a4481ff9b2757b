using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Output;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Json.Commands;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using ParseResult = DocScript.Language.Parsing.ParseResult;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript convert</c>: the body of Livingdocs' command API, a script and native JSON into one another.</summary>
internal sealed class ConvertVerb : Verb
{
    private const string Livingdocs = "livingdocs", Native = "native", Script = "script";

    private readonly Argument<string> _file;
    private readonly Option<string?> _from, _to, _out;

    public ConvertVerb() : base("convert", "Convert Livingdocs' command JSON, scripts and native JSON into one another")
    {
        _file = Add(new Argument<string>("file") { Description = "A script or JSON; '-' is standard input" });
        _from = Add(Form("--from", "What the input is [default: told by its content]"));
        _to = Add(Form("--to", "What it becomes [default: a script]"));
        _out = Add(new Option<string?>("--out") { Description = "Write to this file", HelpName = "file" });
        AddCommandFolders();
    }

    public override async Task<int> RunAsync(Invocation call)
    {
        var source = await call.ScriptAsync(call.Get(_file)!);
        call.Cancellation.ThrowIfCancellationRequested();
        var from = call.Get(_from) ?? FormOf(source);
        var to = call.Get(_to) ?? Script;
        if (from == Script && to == Script)
            throw new CommandRefused(CliCodes.BadArguments, "the input is a script already", $"choose --to {Livingdocs} or --to {Native}; 'docscript fmt' formats a script");
        var (commands, problems) = from == Script ? call.Commands.ToRead(source) : call.Commands.All(source.Name);
        if (!problems.IsEmpty) return Refuse(call, problems);
        var (parsed, wrong) = Read(source, from, commands);
        if (parsed is null) return Refuse(call, wrong);
        var (text, inTheWay) = Write(parsed, to, commands);
        if (text is null) return Refuse(call, inTheWay);
        call.Report.Member("from", writer => writer.WriteStringValue(from));
        call.Report.Member("to", writer => writer.WriteStringValue(to));
        if (call.Get(_out) is { } file)
        {
            FileOutput.Replace(call.Host, file, text);
            call.Report.Note($"wrote {file}");
            call.Report.Member("file", writer => writer.WriteStringValue(file));
        }
        else
        {
            call.Report.Data(text);
            call.Report.Member("converted", writer => writer.WriteStringValue(text));
        }

        return ExitStatus.Done;
    }

    // What is written can be read again.
    private static Diagnostic TooLarge => new(
        SyntaxCodes.ScriptTooLarge, Severity.Error, $"as JSON the script would be larger than {SyntaxLimits.ScriptBytes / 1024 / 1024} MiB", Help: "split the work into several scripts");

    private static Option<string?> Form(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = $"{Livingdocs}|{Native}|{Script}" };
        option.AcceptOnlyFromAmong(Livingdocs, Native, Script);
        return option;
    }

    private static string FormOf(SourceText source)
    {
        if (!IsJson(source.Text.AsSpan().Trim())) return Script;
        return NativeScript.IsOne(source) ? Native : Livingdocs;
    }

    // No statement begins with a bracket, a quote or a number, and these words are none.
    private static bool IsJson(ReadOnlySpan<char> text) => text is ['{' or '[' or '"' or '-' or (>= '0' and <= '9'), ..] or "null" or "true" or "false";

    private static (ParseResult? Parsed, IEnumerable<Diagnostic> Wrong) Read(SourceText source, string from, CommandTable commands)
    {
        if (from == Script)
        {
            var parsed = ScriptParser.Parse(source, commands.Grammar);
            return (parsed.IsValid ? parsed : null, parsed.Diagnostics);
        }

        var (code, reading) = from == Native
            ? (CliCodes.BadNativeJson, NativeScript.Read(source, commands))
            : (CliCodes.BadCommandJson, LivingdocsCommands.Read(source, commands));
        return (reading.Script, reading.Problems.Select(problem =>
            new Diagnostic(code, Severity.Error, problem.Message, new Location(source, problem.Span), problem.Label, problem.Help)));
    }

    private static (string? Text, IEnumerable<Diagnostic> InTheWay) Write(ParseResult parsed, string to, CommandTable commands)
    {
        if (to == Script) return (parsed.Source.Text, []);
        var buffer = new ArrayBufferWriter<byte>();
        IReadOnlyList<JsonObstacle> obstacles = [];
        using (var json = new Utf8JsonWriter(buffer, NativeScript.WriterOptions))
        {
            if (to == Native) NativeScript.Write(json, parsed.Script);
            else obstacles = LivingdocsCommands.Write(json, parsed.Script, commands);
        }

        if (obstacles.Count > 0)
            return (null, obstacles.Take(SyntaxLimits.Errors - 1).Concat(obstacles.Skip(SyntaxLimits.Errors - 1).Take(1).Select(rest => rest with { Message = $"more than {SyntaxLimits.Errors - 1} obstacles; the rest is not shown", Help = "native JSON holds every script: --to native" }))
                .Select(obstacle => new Diagnostic(CliCodes.NotInLivingdocs, Severity.Error, obstacle.Message, new Location(parsed.Source, obstacle.Span), Help: obstacle.Help)));
        var text = JsonLayout.Of(buffer.WrittenSpan);
        return Encoding.UTF8.GetByteCount(text) <= SyntaxLimits.ScriptBytes ? (text, []) : (null, [TooLarge]);
    }

    private static int Refuse(Invocation call, IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToList();
        call.Report.Add(all);
        call.Report.Note("nothing was converted");
        return ExitStatus.Of(all);
    }
}
