using System.Text;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Compilation;

/// <summary>Resolves <c>#load</c> to other files of the same folder, as they were read with it; never to the file itself, also not by way of another.</summary>
internal sealed class NeighbourResolver(HookFile file) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        if (baseFilePath is null || Path.IsPathRooted(path)) return null;
        var whole = Path.GetFullPath(path, Path.GetDirectoryName(baseFilePath)!);
        return whole != file.Path && file.Texts.ContainsKey(whole) ? whole : null;
    }

    public override Stream OpenRead(string resolvedPath) => new MemoryStream(Encoding.UTF8.GetBytes(file.Texts[resolvedPath]), writable: false);

    public override bool Equals(object? other) => other is NeighbourResolver resolver && resolver.File == File;

    public override int GetHashCode() => File.GetHashCode();

    private HookFile File => file;
}
