using System.Security.Cryptography;
using System.Text;
using DocScript.Hooks.Capabilities;

namespace DocScript.Hooks.Safety;

/// <summary>What the commands of a folder may do: compute with the listed part of the library, and what was granted beyond.</summary>
public sealed class Policy
{
    // Goes up when code is instrumented or checked in another way, so that nothing compiled under the old one is used.
    private const int Version = 1;

    /// <summary>A policy with the capabilities that <c>docscript trust … --allow</c> granted.</summary>
    public Policy(IEnumerable<Capability> granted)
    {
        Granted = [.. granted.DistinctBy(capability => capability.ToString(), StringComparer.Ordinal).OrderBy(capability => capability.ToString(), StringComparer.Ordinal)];
        var text = new StringBuilder().Append(Version).Append('\n');
        foreach (var type in AllowList.Types) text.Append(type).Append('\n');
        foreach (var member in AllowList.Refused.Keys.Concat(AllowList.Replaced.Keys).Order(StringComparer.Ordinal)) text.Append(member).Append('\n');
        foreach (var capability in Granted) text.Append(capability).Append('\n');
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The policy that grants nothing.</summary>
    public static Policy Default { get; } = new([]);

    /// <summary>What was granted, each once, in order of its text.</summary>
    public IReadOnlyList<Capability> Granted { get; }

    /// <summary>The same for policies that allow the same and instrument alike, across processes: for the keys of caches.</summary>
    public string Fingerprint { get; }
}
