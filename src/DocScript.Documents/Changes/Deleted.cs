namespace DocScript.Documents.Changes;

/// <summary>The document became a tombstone, which keeps its content, so that undo can bring it back.</summary>
public sealed record Deleted(Document Before) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Deleted = true } };

    /// <inheritdoc/>
    public override Change Invert() => new Restored(Before);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        return document.SameContent(Before) && document.Header.Publication == Before.Header.Publication ? null : $"{document.Called} changed";
    }
}
