using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>An immutable document: header and content. It changes only by applying <see cref="Change"/>s. Two documents are equal when header and content are.</summary>
public sealed record Document(Header Header, string Title, ObjectValue Metadata, ComponentTree Components)
{
    /// <summary>The document's id.</summary>
    public long Id => Header.Id;

    /// <summary>Whatever an import brought beside title, metadata and content (the rest of systemdata, references); exported as it came.</summary>
    public ObjectValue Extra { get; init; } = ObjectValue.Empty;

    /// <summary>Whether title, metadata, components and the rest of the content are equal, whatever the headers say.</summary>
    public bool SameContent(Document other) =>
        Title == other.Title && Metadata == other.Metadata && Extra == other.Extra && Components.Equals(other.Components);

    /// <summary>
    /// The document after a whole transaction: the changes applied in order, then the counters and times stamped: sequence + 1; if any change is content,
    /// version + 1 and updated = <paramref name="instant"/>; a new document starts at version 1. The one rule by which stores, replay and the engine agree.
    /// </summary>
    /// <exception cref="InvalidOperationException">The document is not in the state the changes start from, or there is none and the first change makes none.</exception>
    public static Document Commit(Document? before, IEnumerable<Change> changes, DateTimeOffset instant)
    {
        var all = changes as IReadOnlyList<Change> ?? [.. changes];
        var after = before;
        foreach (var change in all)
        {
            after = (after, change) switch
            {
                (null, Created created) => created.Initial,
                (null, _) => throw new InvalidOperationException("the first change of a new document must make it"),
                (_, Created) => throw new InvalidOperationException($"there is {after.Called} already"),
                _ => change.Apply(after),
            };
        }

        if (after is null) throw new InvalidOperationException("a new document needs a change that makes it");
        return after with { Header = Stamp(before?.Header, after.Header, all, instant) };
    }

    /// <summary>The counters and times after a transaction (see <see cref="Commit"/>); the changes are applied already.</summary>
    public static Header Stamp(Header? before, Header after, IReadOnlyList<Change> changes, DateTimeOffset instant)
    {
        if (before is null)
            return after with { Version = 1, Sequence = 1, Created = instant, Updated = instant, Committed = instant };

        var content = changes.Any(change => change.IsContent);
        return after with
        {
            Version = content ? before.Version + 1 : before.Version,
            Sequence = before.Sequence + 1,
            Created = before.Created,
            Updated = content ? instant : before.Updated,
            Committed = instant,
        };
    }

    /// <summary>What a message calls it: <c>document 42</c>.</summary>
    internal string Called => string.Create(CultureInfo.InvariantCulture, $"document {Id}");

    /// <summary>The document about to change its content: what is public is no longer the same.</summary>
    internal Document Edited() => Header.Unchanged ? this with { Header = Header with { Unchanged = false } } : this;
}
