using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Output;
using DocScript.Cli.Reference;
using DocScript.Engine.Commands;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript grammar</c>: the language as files, for readers and for tools.</summary>
internal sealed class GrammarVerb : Verb
{
    private readonly Option<string> _out;

    public GrammarVerb() : base("grammar", "Write the language's EBNF, its grammar for editors (TextMate) and its reference") =>
        _out = Add(new Option<string>("--out") { Description = "The folder to write into; files of these names are replaced", HelpName = "folder", DefaultValueFactory = _ => "grammar" });

    public override async Task<int> RunAsync(Invocation call)
    {
        var folder = call.Get(_out)!;
        var files = await GrammarFiles.MakeAsync(CommandTable.BuiltIn);
        FileOutput.EnsureFolder(call.Host, folder);
        foreach (var (name, text) in files)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            FileOutput.Replace(call.Host, Path.Combine(folder, name), text);
            call.Report.Note($"wrote {Path.Combine(folder, name)}");
        }

        call.Report.Member("folder", writer => writer.WriteStringValue(folder));
        call.Report.Member("files", writer =>
        {
            writer.WriteStartArray();
            foreach (var (name, _) in files) writer.WriteStringValue(name);
            writer.WriteEndArray();
        });
        return ExitStatus.Done;
    }
}
