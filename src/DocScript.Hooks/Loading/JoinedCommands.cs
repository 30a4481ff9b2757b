using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;

namespace DocScript.Hooks.Loading;

/// <summary>The commands, functions and hooks of several folders, with the built-in ones, in one table.</summary>
internal static class JoinedCommands
{
    /// <summary>The table; or, where two can't be told apart, the built-in one and which they are.</summary>
    public static (CommandTable Table, ImmutableArray<Diagnostic> Problems) Of(ImmutableArray<HookSet> sets)
    {
        var clashes = ImmutableArray.CreateBuilder<Diagnostic>();
        var declared = sets.SelectMany(set => set.Files).SelectMany(file =>
            file.Manifest.Functions.Select(function => (What: $"function '{function.Name}'", file.File))
                .Concat(file.Manifest.Hooks.Select(hook => (What: $"hook '{hook.Name}' {(hook.IsAfter ? "after" : "before")} {EventNames.Of(hook.Event)}", file.File))));
        foreach (var twice in declared.GroupBy(one => one.What, StringComparer.Ordinal).Where(group => group.Count() > 1))
            clashes.Add(Clash(twice.Key, [.. twice.Select(one => one.File)]));
        var commands = sets.SelectMany(set => set.Commands).ToList();
        for (var i = 0; i < commands.Count; i++)
            foreach (var other in commands.Take(i).Where(other => !Differ(commands[i], other)))
                clashes.Add(Clash($"command '{commands[i].Syntax}'", [other.File, commands[i].File]));
        return clashes.Count > 0
            ? (CommandTable.BuiltIn, clashes.ToImmutable())
            : (sets.IsEmpty ? CommandTable.BuiltIn : CommandTable.BuiltIn.With(commands, sets.SelectMany(set => set.Functions), sets.SelectMany(set => set.Hooks)), []);
    }

    private static bool Differ(HookCommand one, HookCommand other)
    {
        if (one.Syntax.Elements[0].ToString() != other.Syntax.Elements[0].ToString()) return true;
        try
        {
            CommandGrammar.Of([one.Syntax, other.Syntax]);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Diagnostic Clash(string what, IReadOnlyList<string> files) => new(
        TrustCodes.DeclaredTwice,
        Severity.Error,
        files[0] == files[1] ? $"the {what} is declared twice in '{files[0]}'" : $"the {what} is declared in '{files[0]}' and in '{files[1]}'",
        Help: "give one of them another name, or leave one of the folders out");
}
