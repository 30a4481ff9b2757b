using System.Collections.Immutable;

namespace DocScript.Hooks.Trust;

/// <summary>The folders that a user trusts, by their real paths.</summary>
public sealed record TrustList(ImmutableSortedDictionary<string, TrustedFolder> Folders)
{
    /// <summary>No folder.</summary>
    public static TrustList Empty { get; } = new(ImmutableSortedDictionary<string, TrustedFolder>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Whether a folder is trusted as it is now.</summary>
    public FolderTrust Of(CommandFolder folder) => Folders.GetValueOrDefault(folder.Path) switch
    {
        null => new FolderTrust.Never(),
        var trusted when trusted.Differences(folder) is { IsEmpty: false } differences => new FolderTrust.Outdated(differences),
        var trusted => new FolderTrust.Given(trusted.Capabilities),
    };

    /// <summary>The same with a folder as it is trusted now.</summary>
    public TrustList With(TrustedFolder folder) => new(Folders.SetItem(folder.Path, folder));

    /// <summary>The same without a folder.</summary>
    public TrustList Without(string path) => new(Folders.Remove(path));
}
