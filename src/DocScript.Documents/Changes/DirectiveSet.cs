using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A directive's content; null (the C# one) is unset.</summary>
public sealed record DirectiveSet(string Component, string Directive, Value? Was, Value? Value) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with
    {
        Components = document.Components.Update(Component, component => component with
        {
            Content = Value is null ? component.Content.Without(Directive) : component.Content.With(Directive, Value),
        }),
    };

    /// <inheritdoc/>
    public override Change Invert() => new DirectiveSet(Component, Directive, Value, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Component) is not { } component) return $"component '{Component}' is gone";
        var now = component.Content.Find(Directive);
        return now == Was ? null : Moved($"'{Component}.{Directive}'", now, Was);
    }
}
