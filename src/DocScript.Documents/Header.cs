namespace DocScript.Documents;

/// <summary>What a store knows of a document without its content (contracts/model.md, Counters).</summary>
public sealed record Header
{
    /// <summary>1 … 2147483647; system documents have negative ids.</summary>
    public required long Id { get; init; }

    /// <summary>Unique in the store, 1 to 128 of <c>0-9 A-Z a-z . _ = -</c>; by default the id in digits.</summary>
    public required string Key { get; init; }

    /// <summary>The content type's handle, such as <c>article</c>; never changes.</summary>
    public required string ContentType { get; init; }

    /// <summary>Counts transactions that changed content; 1 for a new document.</summary>
    public int Version { get; init; }

    /// <summary>Counts all commits to the document; the concurrency token. 0 for a document that was never committed.</summary>
    public long Sequence { get; init; }

    /// <summary>The current publication, or null when the document is not public.</summary>
    public long? Publication { get; init; }

    /// <summary>Whether the document is public and its content unchanged since.</summary>
    public bool Unchanged { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>The last content change.</summary>
    public DateTimeOffset Updated { get; init; }

    /// <summary>The last commit of any kind.</summary>
    public DateTimeOffset Committed { get; init; }

    /// <summary>When it is to be published, or null.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>When it is to be taken off, or null.</summary>
    public DateTimeOffset? UnpublishAt { get; init; }

    /// <summary>When the earlier of the two schedules is due, or null without one.</summary>
    public DateTimeOffset? Due => PublishAt is { } publish && UnpublishAt is { } unpublish ? (publish < unpublish ? publish : unpublish) : PublishAt ?? UnpublishAt;

    /// <summary>What keeps it from being published, or null; it may be over (<see cref="Documents.Embargo.Holds"/>).</summary>
    public Embargo? Embargo { get; init; }

    /// <summary>Who holds it, or null when it is not checked out.</summary>
    public Checkout? Checkout { get; init; }

    /// <summary>The highest version that a working copy was committed with, also one that was dropped; 0 for none. No number is given twice.</summary>
    public int LastVersion { get; init; }

    /// <summary>How many named versions there are.</summary>
    public int NamedVersions { get; init; }

    /// <summary>Whether it was deleted: a tombstone, kept so that id and key are never given again and undo can bring it back.</summary>
    public bool Deleted { get; init; }

    /// <summary>Whether the tombstone has lost its content for good.</summary>
    public bool Purged { get; init; }

    /// <summary>Whether this is a public document (positive id), visible to scripts.</summary>
    public bool IsPublic => Id > 0;

    /// <summary>The document that this is a working copy of, or null.</summary>
    public long? WorkingCopyOf => Documents.Checkout.DocumentOf(Id);

    /// <summary>Whether a transaction's actor is shown what it did here: to documents, and to working copies, of which the end says nothing that the document does not say.</summary>
    public bool IsShown => IsPublic || (WorkingCopyOf is not null && !Deleted);
}
