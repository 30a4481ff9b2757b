using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Testing.Storage;

/// <summary>Designs whose one content type, <c>article</c>, has metadata that is indexed or not.</summary>
internal static class IndexedDesign
{
    public static Design Of(params ReadOnlySpan<(string Name, string Plugin, bool Indexed)> properties)
    {
        var metadata = new Dictionary<string, MetadataProperty>(StringComparer.Ordinal);
        foreach (var (name, plugin, indexed) in properties)
            metadata.Add(name, new MetadataProperty(name, MetadataPlugins.Of(plugin), indexed, ObjectValue.Empty.With("indexed", new BooleanValue(indexed))));
        var type = new ContentType("article", "article", null, metadata);
        return Design.BuiltIn with { ContentTypes = new Dictionary<string, ContentType>(StringComparer.Ordinal) { ["article"] = type } };
    }
}
