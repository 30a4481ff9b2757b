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

    /// <summary>The directives of components.</summary>
    public IEnumerable<string> Directives => Design.Components.Values.SelectMany(component => component.Directives.Keys).Distinct(StringComparer.Ordinal);

    /// <summary>The names of types.</summary>
    public IEnumerable<string> Types => Design.ContentTypes.Keys.Concat(Design.Components.Keys);

    /// <summary>Texts that may mean something to what is called.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
