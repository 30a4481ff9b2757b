using DocScript.Documents.Changes;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>A named version as the journal keeps it.</summary>
/// <param name="At">When it was added.</param>
/// <param name="Transaction">By which transaction.</param>
public sealed record KeptVersion(NamedVersion Version, DateTimeOffset At, Guid Transaction);

/// <summary>The named versions of documents (contracts/model.md, Counters): the journal is where they are kept.</summary>
public static class NamedVersions
{
    /// <summary>Those of a document, in order of their numbers.</summary>
    public static IEnumerable<KeptVersion> Of(IStoreReader reader, long document) =>
        from row in reader.History(document)
        from version in row.Changes.OfType<NamedVersionSet>()
        where version.IsAdded
        select new KeptVersion(version.Version, row.Instant, row.Transaction);

    /// <summary>The document as it was when a version was named, or null where there is no such version.</summary>
    public static Document? At(IStoreReader reader, long document, int number)
    {
        Document? before = null;
        foreach (var row in reader.History(document))
        {
            var end = row.Changes.ToList().FindIndex(change => change is NamedVersionSet { IsAdded: true } set && set.Version.Number == number);
            if (end >= 0) return Document.Commit(before, row.Changes[..(end + 1)], row.Instant);
            before = Document.Commit(before, row.Changes, row.Instant);
        }

        return null;
    }
}
