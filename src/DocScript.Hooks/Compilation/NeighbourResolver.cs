using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Compilation;

/// <summary>Resolves <c>#load</c> to files of the same folder, as they were read with it.</summary>
internal sealed class NeighbourResolver(ImmutableSortedDictionary<string, string> texts) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        if (baseFilePath is null || Path.IsPathRooted(path)) return null;
        var whole = Path.GetFullPath(path, Path.GetDirectoryName(baseFilePath)!);
        return texts.ContainsKey(whole) ? whole : null;
    }

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Encoding.UTF8.GetBytes(texts[resolvedPath]), writable: false);

    public override bool Equals(object? other) => other is NeighbourResolver resolver && ReferenceEquals(resolver.Texts, Texts);

    public override int GetHashCode() => Texts.GetHashCode();

    private ImmutableSortedDictionary<string, string> Texts => texts;
}
