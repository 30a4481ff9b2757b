using System.Collections.Immutable;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A tombstone lost its content for good. Id, key, content type, counters and times stay, so that neither id nor key is ever given again.</summary>
public sealed record Purged : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) =>
        Without(document) with { Header = document.Header with { Deleted = true, Purged = true, Publication = null, Unchanged = false, PublishAt = null, UnpublishAt = null, Embargo = null } };

    /// <summary>Itself: nothing brings the content back.</summary>
    public override Change Invert() => this;

    /// <inheritdoc/>
    public override string? Outdated(Document document) => document.Header.Purged ? $"{document.Called} is purged already" : null;

    /// <summary>What is left of the changes of a purged document in the journal: that it was made, deleted, published, and when, but nothing of what it held.</summary>
    public static ImmutableArray<Change> Redact(ImmutableArray<Change> changes) => [.. changes.Select(Redact).OfType<Change>()];

    /// <summary>What is left of a header of a purged document in the journal: counters, times, keys, but no words of its editors.</summary>
    public static Header Redact(Header header) => header with { Embargo = Without(header.Embargo) };

    private static Change? Redact(Change change) => change switch
    {
        Created created => new Created(Without(created.Initial)),
        Deleted deleted => new Deleted(Without(deleted.Before)),
        Restored restored => new Restored(Without(restored.Before)),
        Published or Unpublished or PublicationRestored or Purged or UpdatedKept => change,
        ScheduleSet { Failure: null } => change,
        ScheduleSet schedule => schedule with { Failure = "" },
        EmbargoSet embargo => new EmbargoSet(Without(embargo.Was), Without(embargo.Embargo)),
        CheckoutSet checkout => checkout,
        NamedVersionSet named => named with { Version = named.Version with { Description = "", Fields = ObjectValue.Empty } },
        _ => null,
    };

    private static Embargo? Without(Embargo? embargo) => embargo is null ? null : embargo with { Reason = null };

    private static Document Without(Document document) => new(Redact(document.Header), "", ObjectValue.Empty, ComponentTree.Empty);
}
