namespace DocScript.Documents.Changes;

/// <summary>A new publication became the current one.</summary>
public sealed record Published(long Publication, long? Was, bool WasUnchanged) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Publication = Publication, Unchanged = true } };

    /// <inheritdoc/>
    public override Change Invert() => new PublicationRestored(Publication, true, Was, WasUnchanged);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => Gone(document) ?? MovedPublication(document, Was);
}
