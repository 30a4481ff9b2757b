using System.Collections.Immutable;

namespace DocScript.Documents.Json;

/// <summary>A part of a design that is not in form, with its place.</summary>
/// <param name="path">The names that lead to the part, such as <c>components, head, directives, title</c>.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="inner">Where it was found, or null where it is found here.</param>
public sealed class DefinitionException(ImmutableArray<string> path, string message, FormatException? inner = null) : FormatException(message, inner)
{
    /// <summary>The names that lead to the part: of members, and of the entries of lists.</summary>
    public ImmutableArray<string> Path { get; } = path;
}
