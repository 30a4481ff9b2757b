using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Hooks.Diagnostics;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;

namespace DocScript.Hooks.Loading;

/// <summary>What a script needs beyond the folders that are trusted.</summary>
internal sealed class Needed
{
    private readonly IReadOnlyList<(string Name, Location Place)> _missing;
    private readonly DocumentEvents _raised;

    /// <summary>What a script needs.</summary>
    /// <param name="needs">What it needs beyond the built-in commands.</param>
    /// <param name="table">What it has by the folders that are trusted.</param>
    /// <param name="hooked">The events on which those have hooks.</param>
    public Needed(ScriptNeeds needs, CommandTable table, DocumentEvents hooked)
    {
        var has = table.Commands.Select(FirstWord).Concat(table.Functions.Names).ToHashSet(StringComparer.Ordinal);
        _missing = [.. needs.Unknown.Where(unknown => !has.Contains(unknown.Name))];
        // A command or hook in C# can do anything.
        _raised = _missing.Count < needs.Unknown.Count || (hooked & needs.Events) is not DocumentEvents.None ? DocumentEvents.All : needs.Events;
    }

    /// <summary>The refusal of a script that needs something of a folder that is not trusted; null where it runs without the folder as it would with it.</summary>
    public Diagnostic? Refusal(FolderInPlay folder)
    {
        var set = folder.Set!;
        var words = set.Commands.Select(FirstWord).Concat(set.Functions.Select(function => function.Name)).ToHashSet(StringComparer.Ordinal);
        if (_missing.FirstOrDefault(one => words.Contains(one.Name)) is (var name, var place) && name is not null) return Refuse(folder, $"this script needs its '{name}'", place);
        if ((set.Events & _raised) is not DocumentEvents.None and var events) return Refuse(folder, $"it has a hook on {string.Join(" and ", EventNames.All.Where(name => events.HasFlag(EventNames.Find(name)!.Value)).Select(name => $"'{name}'"))}, which this raises", null);
        return set.Problems.IsEmpty ? null : Refuse(folder, $"what it declares can't be told: {set.Problems[0].Message}", null);
    }

    private static string FirstWord(Command command) => ((Word)command.Syntax.Elements[0]).Text;

    private static Diagnostic Refuse(FolderInPlay folder, string why, Location? place) => folder switch
    {
        { TrustProblem: { } problem } => problem with { Message = $"{problem.Message}; so '{folder.Path}' is not trusted, and {why}", Location = place },
        { Trust: FolderTrust.Outdated outdated } => new(TrustCodes.ChangedSince, Severity.Error, $"the folder of commands '{folder.Path}' changed since it was trusted ({string.Join(", ", outdated.Differences)}), and {why}", place, Help: Trust(folder)),
        _ => new(TrustCodes.NotTrusted, Severity.Error, $"the folder of commands '{folder.Path}' is not trusted, and {why}", place, Help: Trust(folder)),
    };

    private static string Trust(FolderInPlay folder) => $"look at the files, then: docscript trust {folder.Path}";
}
