using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Engine.Commands;
using DocScript.Hooks.Loading;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands check</c>: compiles a folder of C# commands and says what is wrong with it. Nothing of it is run.</summary>
internal sealed class CommandsCheckVerb : Verb
{
    private readonly Argument<string?> _folder;

    public CommandsCheckVerb() : base("check", "Compile a folder of C# commands and say what is wrong with it, without running anything") =>
        _folder = Add(new Argument<string?>("folder") { Description = $"The folder [default: {CommandFolders.Name}]", Arity = ArgumentArity.ZeroOrOne });

    public override VerbGroup Group => VerbGroup.Commands;

    public override Task<int> RunAsync(Invocation call)
    {
        var given = call.Get(_folder) ?? CommandFolders.Name;
        var folder = call.Commands.Look([new(FolderName.Find(call.Host, given), FolderOrigin.Named)])[0];
        var wrong = folder.Problems.IsEmpty ? HookLint.Of(folder) : folder.Problems;
        call.Report.Add(wrong);
        call.Report.Note($"{given}: {(folder.Set is { } set && wrong.IsEmpty ? FolderReport.Summary(set) + ", nothing wrong" : DocScript.Documents.Values.Counted.Of(wrong.Length, "thing") + " wrong")}");
        call.Report.Member("folder", writer => writer.WriteStringValue(given));
        call.Report.Member("valid", writer => writer.WriteBooleanValue(wrong.IsEmpty));
        return Task.FromResult(wrong.IsEmpty ? ExitStatus.Done : ExitStatus.Invalid);
    }
}
