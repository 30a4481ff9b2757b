using System.Collections.Immutable;
using DocScript.Engine.Commands;
using DocScript.Hooks.Trust;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Loading;

/// <summary>A folder of C# commands as a script meets it.</summary>
/// <param name="Path">Its real path where it could be read, else as it was named.</param>
/// <param name="Origin">Why it is in play.</param>
/// <param name="Set">What it declares, or null where it can't be read.</param>
/// <param name="Trust">Whether this user trusts it as it is; null where it can't be read.</param>
/// <param name="Problems">What is wrong with it: it is not there, does not compile.</param>
public sealed record FolderInPlay(string Path, FolderOrigin Origin, HookSet? Set, FolderTrust? Trust, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Its files, of which <see cref="Set"/> was made; null where it can't be read.</summary>
    public CommandFolder? Content { get; init; }

    /// <summary>Why trust could not be looked up, or null.</summary>
    public Diagnostic? TrustProblem { get; init; }

    /// <summary>Whether it loads: because the user named it or trusts it. One that is not there counts too, since nothing of it can.</summary>
    public bool IsTrusted => Origin is FolderOrigin.Named || Trust is null or FolderTrust.Given;
}
