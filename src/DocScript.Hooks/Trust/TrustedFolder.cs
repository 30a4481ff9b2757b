using System.Collections.Immutable;
using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Trust;

/// <summary>A folder as a user trusted it.</summary>
/// <param name="Path">Its real path.</param>
/// <param name="Files">The files that were in it, each with the SHA-256 of its bytes.</param>
/// <param name="Capabilities">What its code may do beyond documents.</param>
public sealed record TrustedFolder(string Path, ImmutableSortedDictionary<string, string> Files, ImmutableArray<Capability> Capabilities)
{
    /// <summary>The trust in a folder as it is now.</summary>
    public static TrustedFolder Of(CommandFolder folder, ImmutableArray<Capability> capabilities) =>
        new(folder.Path, folder.Files.ToImmutableSortedDictionary(file => file.Name, file => file.Hash, StringComparer.Ordinal), capabilities);

    /// <summary>What is different now, a few words for each file; empty where the folder is as it was.</summary>
    public ImmutableArray<string> Differences(CommandFolder now)
    {
        var hashes = now.Files.ToDictionary(file => file.Name, file => file.Hash, StringComparer.Ordinal);
        return
        [
            .. now.Files.Where(file => Files.GetValueOrDefault(file.Name) is { } hash && hash != file.Hash).Select(file => file.Name + " changed"),
            .. now.Files.Where(file => !Files.ContainsKey(file.Name)).Select(file => file.Name + " is new"),
            .. Files.Keys.Where(name => !hashes.ContainsKey(name)).Select(name => name + " is gone"),
        ];
    }
}
