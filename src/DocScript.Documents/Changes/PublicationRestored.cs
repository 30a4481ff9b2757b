namespace DocScript.Documents.Changes;

/// <summary>An earlier publication became the current one again, or none: the inverse of publish and unpublish.</summary>
public sealed record PublicationRestored(long? Was, bool WasUnchanged, long? Publication, bool Unchanged) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Publication = Publication, Unchanged = Unchanged } };

    /// <inheritdoc/>
    public override Change Invert() => new PublicationRestored(Publication, Unchanged, Was, WasUnchanged);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => Gone(document) ?? MovedPublication(document, Was);
}
