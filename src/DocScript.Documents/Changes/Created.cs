namespace DocScript.Documents.Changes;

/// <summary>The document came to be: empty but for its key, type and title, or by import with all it has. Its header's counters are zero.</summary>
public sealed record Created(Document Initial) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override bool IsEdit => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => Initial;

    /// <inheritdoc/>
    public override Change Invert() => new Deleted(Initial);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => $"there is {document.Called} already";
}
