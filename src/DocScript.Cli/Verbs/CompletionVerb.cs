using System.CommandLine;
using DocScript.Cli.Completion;
using DocScript.Cli.Hosting;

namespace DocScript.Cli.Verbs;

/// <summary><c>docscript completion</c>: a script for a shell that completes the command line.</summary>
internal sealed class CompletionVerb : Verb
{
    private readonly Argument<string> _shell;

    public CompletionVerb() : base("completion", "Print a script that makes a shell complete docscript's commands, options and parameters") =>
        _shell = Add(new Argument<string>("shell") { Description = string.Join(", ", ShellScripts.ByShell.Keys) }.AcceptOnlyFromAmong([.. ShellScripts.ByShell.Keys]));

    public override Task<int> RunAsync(Invocation call)
    {
        var script = ShellScripts.ByShell[call.Get(_shell)!];
        call.Report.Data(script);
        call.Report.Member("script", writer => writer.WriteStringValue(script));
        return Task.FromResult(ExitStatus.Done);
    }
}
