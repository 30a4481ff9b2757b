using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>Rules for the content of components that hold for publications only (contracts/livingdocs.md 2.5).</summary>
public static partial class Rules
{
    private static IEnumerable<Violation> ContentPublishable(Design design, Document document) => [];
}
