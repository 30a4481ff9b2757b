using System.Collections.Immutable;
using DocScript.Documents.Changes;

namespace DocScript.Engine.Storage;

/// <summary>The changes of one document in a transaction, with the document they lead to.</summary>
/// <param name="Expected">The sequence it had when it was read; 0 for a new one.</param>
/// <param name="Changes">In order; replayed by <see cref="Document.Commit"/>.</param>
/// <param name="After">The document afterwards, stamped: the header a store keeps beside, and what a snapshot or a publication would hold.</param>
public sealed record DocumentChanges(long Expected, ImmutableArray<Change> Changes, Document After)
{
    /// <summary>The document's id.</summary>
    public long Id => After.Id;

    /// <summary>What these changes make public, oldest first: the document as it was at each <see cref="Published"/>, not as later changes of the same transaction left it.</summary>
    public ImmutableArray<Publication> Publications(DateTimeOffset instant)
    {
        var first = 0;
        while (first < Changes.Length && Changes[first] is not Published) first++;
        if (first == Changes.Length) return [];

        var found = ImmutableArray.CreateBuilder<Publication>();
        var document = After;
        for (var i = Changes.Length - 1; i >= first; i--)
        {
            if (Changes[i] is Published published)
            {
                var content = document with { Header = After.Header with { Publication = published.Publication, Unchanged = true, Deleted = false } };
                found.Add(new Publication(published.Publication, Id, instant, content));
            }

            if (i > first) document = Changes[i].Invert().Apply(document);
        }

        found.Reverse();
        return found.ToImmutable();
    }
}
