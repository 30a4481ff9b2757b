using DocScript.Documents;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Which metadata properties the store's design marks as indexed, for whatever content type.</summary>
internal static class IndexedProperties
{
    /// <summary>The properties by the design's document; none where that holds no design that can be read.</summary>
    public static IReadOnlySet<string> Of(Document design) => IndexedMetadata.Of(design).Properties.Keys.ToHashSet(StringComparer.Ordinal);
}
