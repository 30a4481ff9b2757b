using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>Rules for metadata that hold for publications only (contracts/livingdocs.md 2.4).</summary>
public static partial class Rules
{
    private static IEnumerable<Violation> MetadataPublishable(Design design, Document document) => [];
}
