using System.Collections.Immutable;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Commands;

/// <summary>Where the commands of a script come from: the built-in ones, and those in C# that it needs. Asked once for each script; safe for several threads.</summary>
public interface ICommandSource
{
    /// <summary>The commands that a script is read and run with, or what stands in the way of them.</summary>
    CommandSelection Select(ScriptNeeds needs, IStore store);
}

/// <summary>The commands for a script.</summary>
/// <param name="Table">All that it can call, and the hooks on events.</param>
/// <param name="Problems">Why it must not run (DS6): a folder that is not trusted, a file that does not compile; else empty.</param>
public sealed record CommandSelection(CommandTable Table, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>The absolute paths of the folders it came from that only this script has: not the store's.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];
}
