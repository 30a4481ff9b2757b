using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Compilation;

/// <summary>Resolves no <c>#r</c>: C# of users has the contract and the runtime's basic assemblies, and nothing else.</summary>
internal sealed class NoReferences : MetadataReferenceResolver
{
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];

    public override bool Equals(object? other) => other is NoReferences;

    public override int GetHashCode() => 1;
}
