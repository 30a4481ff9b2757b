using DocScript.Documents;
using DocScript.Documents.Designs;

namespace DocScript.Testing.Fuzzing;

/// <summary>What arguments can name.</summary>
/// <param name="Current">The current document, or null for none.</param>
internal sealed record FuzzScope(Design Design, IReadOnlyList<Document> Documents, Document? Current)
{
    /// <summary>The components of the current document.</summary>
    public IReadOnlyList<string> Components { get; } = Current is null ? [] : [.. Current.Components.DepthFirst().Select(component => component.Id)];

    /// <summary>The metadata properties of the current document's type.</summary>
    public IEnumerable<string> Metadata => Current is not null && Design.ContentTypes.TryGetValue(Current.Header.ContentType, out var type) ? type.Metadata.Keys : [];

    /// <summary>The names that the design gives: of types, directives and metadata; arguments that are texts often are such.</summary>
    public IEnumerable<string> Names => Design.ContentTypes.Keys.Concat(Design.Components.Keys).Concat(Design.Components.Values.SelectMany(component => component.Directives.Keys)).Concat(Metadata).Distinct(StringComparer.Ordinal);
}
