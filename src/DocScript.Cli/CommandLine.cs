using System.CommandLine;
using System.CommandLine.Help;
using DocScript.Cli.Completion;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Hosting;
using DocScript.Cli.Input;
using DocScript.Cli.Output;
using DocScript.Cli.Verbs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli;

/// <summary>The command line as a function of its arguments and its host: what a process calls, and what tests call.</summary>
public static class CommandLine
{
    /// <summary>Runs one command line and answers its exit status. Never throws.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliHost host, CancellationToken cancellation = default)
    {
        var verbs = VerbTable.For(arguments);
        var root = new Command("docscript", "Commands for documents, each script one transaction.");
        var version = new Option<bool>("--version") { Description = "Show the version" };
        root.Options.Add(version);
        root.Options.Add(CommonOptions.Help());
        foreach (var verb in verbs)
        {
            verb.Command.Options.Add(verb.Json);
            (verb.Group is { } group ? Group(root, group) : root).Subcommands.Add(verb.Command);
        }

        if (arguments is [Suggestions.Directive, var line]) return await Suggestions.PrintAsync(root, host, line, cancellation);
        var parsed = root.Parse(arguments, Parsing);
        var name = Verb.NameOf(parsed.CommandResult.Command) is { Length: > 0 } full ? full : "docscript";
        var report = new Report(host, arguments.TakeWhile(argument => argument is not "--").Contains("--json", StringComparer.Ordinal));
        if (parsed.Action is HelpAction) return Help(parsed, host, host.Out, ExitStatus.Done);
        var called = parsed.GetValue(version) && parsed.CommandResult.Parent is null
            ? new VersionVerb()
            : verbs.FirstOrDefault(verb => verb.Command == parsed.CommandResult.Command);
        if (UsageErrors.Of(parsed, isCallable: called is not null) is { Count: > 0 } errors)
        {
            report.Add(errors);
            return report.Finish(name, ExitStatus.Usage);
        }

        if (called is null) return Help(root.Parse([.. name.Split(' ').Where(part => part != root.Name), "--help"], Parsing), host, host.Error, ExitStatus.Usage);
        return report.Finish(name, await RunAsync(called, new Invocation(host, parsed, report, cancellation) { Folders = called.Folders }));
    }

    /// <summary>How words become arguments, also where completion asks: no file is read for an argument, and '-ab' is no two options.</summary>
    internal static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    private static Command Group(Command root, VerbGroup group)
    {
        if (root.Subcommands.FirstOrDefault(command => command.Name == group.Name) is { } made) return made;
        var command = new Command(group.Name, group.Description);
        root.Subcommands.Add(command);
        return command;
    }

    private const string NothingChanged = "nothing was changed";

    private static async Task<int> RunAsync(Verb verb, Invocation call)
    {
        try
        {
            return await verb.RunAsync(call);
        }
        catch (CommandRefused refused)
        {
            return Fail(call.Report, verb.ChangesStore ? refused.Diagnostic with { Note = refused.Diagnostic.Note ?? NothingChanged } : refused.Diagnostic);
        }
        catch (StoreException exception)
        {
            return Fail(call.Report, exception.ToDiagnostic(verb.ChangesStore ? NothingChanged : null));
        }
        catch (OperationCanceledException) when (call.Cancellation.IsCancellationRequested)
        {
            call.Report.Note("cancelled; what was running changed nothing");
            return ExitStatus.Cancelled;
        }
        catch (Exception exception)
        {
            var status = Fail(call.Report, InternalError(exception));
            if (call.Host.Variable("DOCSCRIPT_DEBUG") is "1") call.Report.Note(exception.ToString());
            return status;
        }
    }

    private static Diagnostic InternalError(Exception exception) => new(
        CliCodes.Internal,
        Severity.Error,
        $"DocScript itself failed: {exception.GetType().Name}: {exception.Message}",
        Help: "this is a bug; report it with the script and what DOCSCRIPT_DEBUG=1 prints",
        Note: "a transaction is committed whole or not at all; 'docscript log' shows what was");

    private static int Fail(Report report, Diagnostic diagnostic)
    {
        report.Add([diagnostic]);
        return ExitStatus.Of(diagnostic.Code);
    }

    private static int Help(ParseResult help, CliHost host, TextWriter output, int status)
    {
        using var text = new StringWriter { NewLine = "\n" };
        help.Invoke(new InvocationConfiguration { Output = text, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        output.Write(HelpText.WithBrackets(text.ToString(), help.CommandResult.Command));
        output.Flush();
        return status;
    }
}
