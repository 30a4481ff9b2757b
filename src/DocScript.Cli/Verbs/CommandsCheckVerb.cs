using System.CommandLine;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Hooks.Loading;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript commands check</c>: compiles a folder of C# commands and says what is wrong with it. Nothing of it is run.</summary>
internal sealed class CommandsCheckVerb : Verb
{
    private readonly Argument<string?> _folder;
    private readonly Option<bool> _strict;

    public CommandsCheckVerb() : base("check", "Compile a folder of C# commands and say what is wrong with it, without running anything")
    {
        _folder = Add(new Argument<string?>("folder") { Description = $"The folder [default: {CommandFolders.Name}]", Arity = ArgumentArity.ZeroOrOne });
        _strict = Add(CommonOptions.Strict());
        _strict.Description = "Take warnings for errors";
    }

    public override VerbGroup Group => VerbGroup.Commands;

    public override Task<int> RunAsync(Invocation call)
    {
        var given = call.Get(_folder) ?? CommandFolders.Name;
        var folder = call.Commands.Look([new(FolderName.Find(call.Host, given), FolderOrigin.Named)])[0];
        var found = folder.Problems.IsEmpty ? HookLint.Of(folder) : folder.Problems;
        if (call.Get(_strict)) found = [.. found.Select(diagnostic => diagnostic with { Severity = Severity.Error })];
        var valid = found.All(diagnostic => diagnostic.Severity is Severity.Warning);
        call.Report.Add(found);
        call.Report.Note($"{given}: {(folder.Set is { } set && valid ? FolderReport.Summary(set) + ", " : "")}{(found.IsEmpty ? "nothing wrong" : Counted.Of(found.Length, valid ? "warning" : "thing") + (valid ? "" : " wrong"))}");
        call.Report.Member("folder", writer => writer.WriteStringValue(given));
        call.Report.Member("valid", writer => writer.WriteBooleanValue(valid));
        return Task.FromResult(valid ? ExitStatus.Done : ExitStatus.Invalid);
    }
}
