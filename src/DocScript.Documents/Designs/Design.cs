using System.Collections.ObjectModel;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// What a store's documents are made of: component definitions and content types (contracts/livingdocs.md 2.3 to 2.5).
/// Equal to another with equal definitions that came in the same form.
/// </summary>
public sealed record Design(
    string Name,
    string Version,
    IReadOnlyDictionary<string, ComponentDefinition> Components,
    IReadOnlyDictionary<string, ContentType> ContentTypes)
{
    /// <summary>The built-in design: <c>article</c> and <c>page</c> with paragraph, heading, image, quote, list, columns, embed.</summary>
    public static Design BuiltIn => BuiltInDesign.Instance;

    /// <summary>Component properties (styles) by name, as they are configured.</summary>
    public IReadOnlyDictionary<string, ObjectValue> ComponentProperties { get; init; } = ReadOnlyDictionary<string, ObjectValue>.Empty;

    /// <summary>The design as it came, so that it can be stored and exported unchanged; empty for one that was made in memory.</summary>
    public ObjectValue Source { get; init; } = ObjectValue.Empty;

    /// <inheritdoc/>
    public bool Equals(Design? other) => other is not null && Name == other.Name && Version == other.Version
        && SameEntries.In(Components, other.Components) && SameEntries.In(ContentTypes, other.ContentTypes)
        && SameEntries.In(ComponentProperties, other.ComponentProperties) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Version, Components.Count, ContentTypes.Count);
}
