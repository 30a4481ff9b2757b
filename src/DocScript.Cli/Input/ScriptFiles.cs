using System.CommandLine;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Verbs;

namespace DocScript.Cli.Input;

/// <summary>The scripts named on the command line.</summary>
internal static class ScriptFiles
{
    /// <summary>The files as given; without any, standard input where something is piped into it.</summary>
    public static IReadOnlyList<string> Of(Invocation call, Argument<string[]> argument)
    {
        var files = call.Get(argument) ?? [];
        if (files.Count(file => file is "-") > 1) throw new CommandRefused(CliCodes.BadArguments, "standard input is named twice", "give '-' once");
        if (files.Length > 0) return files;
        return !call.Host.InIsTerminal
            ? ["-"]
            : throw new CommandRefused(CliCodes.BadArguments, "no script was named", $"name a file, or '-' for standard input; see 'docscript {call.Parsed.CommandResult.Command.Name} --help'");
    }
}
