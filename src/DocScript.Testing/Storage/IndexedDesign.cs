using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Testing.Storage;

/// <summary>The built-in design with an integer <c>n</c> in the metadata of articles.</summary>
internal static class IndexedDesign
{
    /// <summary>The design, in which <c>n</c> is marked as indexed or not.</summary>
    public static Design Of(bool indexed)
    {
        var n = new MetadataProperty("n", MetadataPlugins.Of("li-integer"), indexed, ObjectValue.Empty.With("indexed", new BooleanValue(indexed)));
        var type = new ContentType("article", "article", null, new Dictionary<string, MetadataProperty>(StringComparer.Ordinal) { ["n"] = n });
        return Design.BuiltIn with { ContentTypes = new Dictionary<string, ContentType>(StringComparer.Ordinal) { ["article"] = type } };
    }
}
