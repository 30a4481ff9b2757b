using DocScript.Documents;
using DocScript.Documents.Designs;

namespace DocScript.Testing.Fuzzing;

/// <summary>What arguments can name.</summary>
/// <param name="Current">The current document, or null for none.</param>
internal sealed record FuzzScope(Design Design, IReadOnlyList<Document> Documents, Document? Current)
{
    /// <summary>The components of the current document.</summary>
    public IReadOnlyList<string> Components { get; } = Current is null ? [] : [.. Current.Components.DepthFirst().Select(component => component.Id)];
}
