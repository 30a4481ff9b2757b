namespace DocScript.Documents.Changes;

/// <summary>A mark in the changes of a transaction: it leaves <see cref="Header.Updated"/> as it was (Livingdocs' <c>preserveUpdatedAt</c>). <see cref="Document.Stamp"/> obeys it.</summary>
public sealed record UpdatedKept : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document;

    /// <summary>Itself: it says nothing of the state.</summary>
    public override Change Invert() => this;

    /// <inheritdoc/>
    public override string? Outdated(Document document) => null;
}
