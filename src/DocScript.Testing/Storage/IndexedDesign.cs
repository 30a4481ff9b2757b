using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Testing.Storage;

/// <summary>Designs whose content types, <c>article</c> and <c>page</c>, have metadata that is indexed or not.</summary>
public static class IndexedDesign
{
    /// <summary>One with properties, each with its plugin and whether the store indexes it.</summary>
    public static Design Of(params ReadOnlySpan<(string Name, string Plugin, bool Indexed)> properties)
    {
        var metadata = new Dictionary<string, MetadataProperty>(StringComparer.Ordinal);
        foreach (var (name, plugin, indexed) in properties)
            metadata.Add(name, new MetadataProperty(name, MetadataPlugins.Of(plugin), indexed, ObjectValue.Empty.With("indexed", new BooleanValue(indexed))));
        string[] types = ["article", "page"];
        return Design.BuiltIn with { ContentTypes = types.ToDictionary(name => name, name => new ContentType(name, name, null, metadata), StringComparer.Ordinal) };
    }
}
