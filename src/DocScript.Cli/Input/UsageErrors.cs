using System.CommandLine;
using System.CommandLine.Parsing;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Verbs;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Input;

/// <summary>What the command line's parser found wrong, as our diagnostics.</summary>
internal static class UsageErrors
{
    /// <summary>The errors of a parse, or none. A group of commands that is none itself has only those of its next word. An option that does not exist is told alone: what else is wrong mostly follows from it.</summary>
    public static IReadOnlyList<Diagnostic> Of(ParseResult parsed, bool isCallable)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = parsed.CommandResult.Parent is null;
        var isGroup = command.Subcommands.Count > 0;
        var full = $"docscript {Verb.NameOf(command)}".TrimEnd();
        var help = $"see '{full} --help'";
        if (isGroup && parsed.UnmatchedTokens is [var verb, ..] && verb[0] != '-')
            return [Error(CliCodes.UnknownVerb, isRoot ? $"'{verb}' is no command" : $"'{full}' has no command '{verb}'", help, Suggestion.Label(verb, command.Subcommands.Select(known => known.Name)))];
        if (UnknownOptions(parsed) is { Count: > 0 } options)
            return [.. options.Select(option => Error(
                CliCodes.UnknownOption,
                $"'{full}' has no option '{option}'",
                help,
                Suggestion.Label(option, command.Options.Select(known => known.Name))))];
        if (isGroup && !isCallable) return [];
        if (parsed.UnmatchedTokens is [var extra, ..]) return [Error(CliCodes.BadArguments, $"'{extra}' is one argument too many for '{full}'", help)];
        // A command with others below it misses one of them only where it does nothing itself.
        return [.. parsed.Errors.Where(error => !isGroup || error.SymbolResult is not CommandResult).Select(error => Error(CliCodes.BadArguments, Message(error), help))];
    }

    private static string Message(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing => $"the <{missing.Argument.Name}> is missing",
        OptionResult { Implicit: true } option => $"{option.Option.Name} is missing",
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value",
        OptionResult { Option.ValueType: var type } option when type == typeof(int?) => $"{option.Option.Name} takes a whole number, not '{option.Tokens[0].Value}'",
        OptionResult { Tokens.Count: > 1 } option => $"{option.Option.Name} is given more than once",
        _ => char.ToLowerInvariant(error.Message[0]) + error.Message[1..].TrimEnd('.'),
    };

    // The parser takes an unknown option for an argument wherever one may stand.
    private static List<string> UnknownOptions(ParseResult parsed)
    {
        var unknown = new List<string>();
        Token? before = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash) break;
            var isValue = before is { Type: TokenType.Option } && parsed.CommandResult.Command.Options.Any(option => option.Name == before.Value && option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool));
            if (token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && !isValue) unknown.Add(token.Value);
            before = token;
        }

        return unknown;
    }

    private static Diagnostic Error(DiagnosticCode code, string message, string help, string? label = null) =>
        new(code, Severity.Error, message, Label: label, Help: help);
}
