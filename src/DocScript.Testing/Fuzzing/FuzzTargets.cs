using System.Numerics;
using System.Text.RegularExpressions;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Declarations;
using DocScript.Hooks.Loading;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Testing.Fuzzing;

/// <summary>What is tried, and the table it is called from.</summary>
/// <param name="Commands">All that scripts can call.</param>
/// <param name="All">What is tried of it.</param>
public sealed partial record FuzzTargets(CommandTable Commands, IReadOnlyList<FuzzTarget> All)
{
    /// <summary>
    /// The commands and functions of a folder of C#, beside the built-in commands. Where it has hooks, also a built-in command for each of their events, so that they are called.
    /// </summary>
    /// <param name="folder">The folder as it was read.</param>
    /// <param name="set">What it declares.</param>
    public static FuzzTargets Of(CommandFolder folder, HookSet set)
    {
        var texts = folder.Files.ToDictionary(file => Path.Combine(folder.Path, file.Name), file => file.Text, StringComparer.Ordinal);
        return new(
            CommandTable.BuiltIn.With(set.Commands, set.Functions, set.Hooks),
            [
                .. set.Commands.Select(command => new CommandTarget(command, command.Declaration.Method.Parameters, At(command.File, command.Declaration.Method)) { Words = WordsIn(texts[command.File]) }),
                .. set.Files.SelectMany(file => file.Manifest.Functions.Select(function => new FunctionTarget(function, At(file.File, function.Method)) { Words = WordsIn(texts[file.File]) })),
                .. set.Hooks.Select(hook => hook.Event).Distinct().Select(Raising).Distinct().Select(command => new CommandTarget(command, [])),
            ]);

        Location At(string file, MethodDeclaration method) => new(new SourceText(file, texts[file]), new Span(method.Start, method.Name.Length));
    }

    /// <summary>Commands that are no methods of users, tried beside the built-in ones.</summary>
    public static FuzzTargets Of(params IReadOnlyList<Command> commands) => new(CommandTable.BuiltIn.With(commands, [], []), [.. commands.Select(command => new CommandTarget(command, []))]);

    private static IReadOnlyList<string> WordsIn(string text) => [.. Literal().Matches(text).Select(match => match.Groups["text"].Value).Distinct(StringComparer.Ordinal)];

    // Texts of C# without escapes are enough.
    [GeneratedRegex("\"(?<text>[^\"\\\\\n{}]{1,40})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    // The one that does the least else.
    private static Command Raising(DocumentEvents one) => CommandTable.BuiltIn.Commands.Where(command => command.Raises.HasFlag(one)).MinBy(command => BitOperations.PopCount((uint)command.Raises))!;
}
