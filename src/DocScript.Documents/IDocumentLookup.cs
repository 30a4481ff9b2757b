using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>The documents of a store, as far as a rule for one of them asks for others. Whoever answers keeps what was asked, so that a commit notices what moved on.</summary>
public interface IDocumentLookup
{
    /// <summary>A document that is not deleted, or null.</summary>
    Document? Find(long id);

    /// <summary>The public documents that have this value in a metadata property now, which they may have set since they were published.</summary>
    IEnumerable<Document> FindPublished(string property, Value value);
}
