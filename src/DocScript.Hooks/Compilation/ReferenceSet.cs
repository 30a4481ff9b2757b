using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Compilation;

/// <summary>The assemblies that C# of users is compiled against, read once: the runtime's basic ones and the contract.</summary>
internal static class ReferenceSet
{
    private static readonly string[] Names =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Runtime", "System.Runtime.Extensions", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory",
        "System.Text.RegularExpressions", "System.Globalization", "DocScript.Documents", "DocScript.Engine", "DocScript.Hooks",
    ];

    /// <summary>The references.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Names.Contains(Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
