namespace DocScript.Documents.Changes;

/// <summary>An embargo was set, changed, or lifted (null).</summary>
public sealed record EmbargoSet(Embargo? Was, Embargo? Embargo) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document with { Header = document.Header with { Embargo = Embargo } };

    /// <inheritdoc/>
    public override Change Invert() => new EmbargoSet(Embargo, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document) =>
        Gone(document) ?? (document.Header.Embargo == Was ? null : $"the embargo of {document.Called} was changed");
}
