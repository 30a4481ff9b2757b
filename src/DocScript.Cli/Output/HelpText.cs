using System.CommandLine;

namespace DocScript.Cli.Output;

/// <summary>The help of a command as it is printed.</summary>
internal static class HelpText
{
    /// <summary>The same with arguments that may be left out in brackets where commands are listed, as they stand in the usage of each.</summary>
    public static string WithBrackets(string help, Command command)
    {
        foreach (var listed in command.Subcommands)
            foreach (var argument in listed.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues == 0))
                help = help.Replace($"\n  {listed.Name} <{argument.HelpName ?? argument.Name}> ", $"\n  {listed.Name} [{argument.HelpName ?? argument.Name}] ", StringComparison.Ordinal);
        return help;
    }
}
