using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>Paths of the tree as paths of documents.</summary>
internal static class Paths
{
    public static MetadataPath Of(Language.Tree.Path path) => new([.. path.Names.Select(name => name.Text)]);
}
