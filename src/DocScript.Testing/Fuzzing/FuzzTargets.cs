using DocScript.Engine.Commands;
using DocScript.Hooks.Loading;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Testing.Fuzzing;

/// <summary>What is tried, and the table it is called from.</summary>
/// <param name="Commands">All that scripts can call.</param>
/// <param name="All">What is tried of it.</param>
public sealed record FuzzTargets(CommandTable Commands, IReadOnlyList<FuzzTarget> All)
{
    /// <summary>The commands and functions of a folder, tried beside the built-in commands.</summary>
    public static FuzzTargets Of(HookSet set)
    {
        var texts = set.Files.ToDictionary(file => file.File, file => new SourceText(file.File, File.ReadAllText(file.File)), StringComparer.Ordinal);
        return new(
            CommandTable.BuiltIn.With(set.Commands, set.Functions),
            [
                .. set.Commands.Select(command => new CommandTarget(command, command.Declaration.Method.Parameters, At(command.File, command.Declaration.Method))),
                .. set.Files.SelectMany(file => file.Manifest.Functions.Select(function => new FunctionTarget(function, At(file.File, function.Method)))),
            ]);

        Location At(string file, Hooks.Declarations.MethodDeclaration method) => new(texts[file], new Span(method.Start, method.Name.Length));
    }

    /// <summary>Commands that are no methods of users, tried beside the built-in ones.</summary>
    public static FuzzTargets Of(params IReadOnlyList<Command> commands) => new(CommandTable.BuiltIn.With(commands, []), [.. commands.Select(command => new CommandTarget(command, []))]);
}
