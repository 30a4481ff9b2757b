using System.Collections.Immutable;
using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Trust;

/// <summary>Whether a user trusts a folder as it is now.</summary>
public abstract record FolderTrust
{
    private FolderTrust() { }

    /// <summary>It is as it was when it was trusted.</summary>
    /// <param name="Capabilities">What its code may do beyond documents.</param>
    public sealed record Given(ImmutableArray<Capability> Capabilities) : FolderTrust;

    /// <summary>It was never trusted, or the trust was taken back.</summary>
    public sealed record Never : FolderTrust;

    /// <summary>It is not as it was when it was trusted.</summary>
    /// <param name="Differences">What is different, a few words for each file.</param>
    public sealed record Outdated(ImmutableArray<string> Differences) : FolderTrust;
}
