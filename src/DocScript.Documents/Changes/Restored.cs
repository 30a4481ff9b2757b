namespace DocScript.Documents.Changes;

/// <summary>A tombstone became a document again: the inverse of <see cref="Deleted"/>.</summary>
public sealed record Restored(Document Before) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => Before with { Header = document.Header with { Deleted = false } };

    /// <inheritdoc/>
    public override Change Invert() => new Deleted(Before);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => document.Header.Deleted ? null : $"{document.Called} is not deleted";
}
