using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>The title.</summary>
public sealed record TitleSet(string Was, string Title) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with { Title = Title };

    /// <inheritdoc/>
    public override Change Invert() => new TitleSet(Title, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        return document.Title == Was ? null : Moved("the title", new TextValue(document.Title), new TextValue(Was));
    }
}
