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
    /// the next version and updated = <paramref name="instant"/>; a new document starts at version 1. The one rule by which stores, replay and the engine agree.
    /// </summary>
    /// <exception cref="InvalidOperationException">The document is not in the state the changes start from, or there is none and the first change makes none.</exception>
    public static Document Commit(Document? before, IEnumerable<Change> changes, DateTimeOffset instant)
    {
        var all = changes as IReadOnlyList<Change> ?? [.. changes];
        var after = Apply(before, all);
        return after with { Header = Stamp(before?.Header, after.Header, all, instant) };
    }

    /// <summary>The document after a transaction that was committed before, with the header that was stored of it then.</summary>
    /// <exception cref="InvalidOperationException">As of <see cref="Commit"/>.</exception>
    public static Document Replay(Document? before, IReadOnlyList<Change> changes, Header header) => Apply(before, changes) with { Header = header };

    /// <summary>
    /// The counters and times after a transaction (see <see cref="Commit"/>); the changes are applied already. Content that a check-in brought as it was committed before has
    /// the version that it had then; all else a number that was never given. <see cref="UpdatedKept"/> leaves the time of the last content change as it was.
    /// A working copy goes on from the version that it was made with.
    /// </summary>
    public static Header Stamp(Header? before, Header after, IReadOnlyList<Change> changes, DateTimeOffset instant)
    {
        var last = LastContent(changes);
        var isKept = IsUpdatedKept(changes);
        if (before is null)
        {
            var version = after.Version == 0 ? 1 : last > 0 ? after.Version + 1 : after.Version;
            return after with { Version = version, Sequence = 1, Created = instant, Updated = isKept ? after.Updated : instant, Committed = instant };
        }

        return after with
        {
            Version = last < 0 ? before.Version : Brought(changes, last) ?? Math.Max(before.Version, after.LastVersion) + 1,
            Sequence = before.Sequence + 1,
            Created = before.Created,
            Updated = last < 0 || isKept ? before.Updated : instant,
            Committed = instant,
        };
    }

    private static Document Apply(Document? before, IReadOnlyList<Change> changes)
    {
        var after = before;
        foreach (var change in changes)
        {
            after = (after, change) switch
            {
                (null, Created created) => created.Initial,
                (null, _) => throw new InvalidOperationException("the first change of a new document must make it"),
                (_, Created) => throw new InvalidOperationException($"there is {after.Called} already"),
                _ => change.Apply(after),
            };
        }

        return after ?? throw new InvalidOperationException("a new document needs a change that makes it");
    }

    private static bool IsUpdatedKept(IReadOnlyList<Change> changes)
    {
        for (var i = 0; i < changes.Count; i++)
            if (changes[i] is UpdatedKept) return true;
        return false;
    }

    private static int LastContent(IReadOnlyList<Change> changes)
    {
        var last = changes.Count - 1;
        while (last >= 0 && !changes[last].IsContent) last--;
        return last;
    }

    // The version that the last check-in brought, if no content was changed after it.
    private static int? Brought(IReadOnlyList<Change> changes, int lastContent)
    {
        for (var i = changes.Count - 1; i > lastContent; i--)
            if (changes[i] is CheckoutSet { IsCheckin: true, Version: var version }) return version > 0 ? version : null;
        return null;
    }

    /// <summary>What a message calls it: <c>document 42</c>.</summary>
    internal string Called => string.Create(CultureInfo.InvariantCulture, $"document {Id}");

    /// <summary>The document about to change its content: what is public is no longer the same.</summary>
    internal Document Edited() => Header.Unchanged ? this with { Header = Header with { Unchanged = false } } : this;
}
