namespace DocScript.Documents.Changes;

/// <summary>The document is no longer public. <paramref name="Version"/> is its content version at that moment: only that content was published unchanged.</summary>
public sealed record Unpublished(long Was, bool WasUnchanged, int Version) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Publication = null, Unchanged = false } };

    /// <inheritdoc/>
    public override Change Invert() => new PublicationRestored(null, false, Was, WasUnchanged);

    /// <inheritdoc/>
    public override string? Outdated(Document document) => Gone(document) ?? MovedPublication(document, Was);
}
