using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>
/// One property of a component's styles, or with <paramref name="Directive"/> of one of its style directives; null (the C# one) is unset.
/// A style directive that loses its last property is unset, so one that was an empty object is set whole, by a <see cref="DirectiveSet"/>.
/// </summary>
public sealed record StyleSet(string Component, string? Directive, string Property, Value? Was, Value? Value) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with
    {
        Components = document.Components.Update(Component, component => Directive is null
            ? component with { Styles = With(component.Styles) }
            : component with { Content = With(component.Content, Directive, With(Of(component) ?? ObjectValue.Empty)) }),
    };

    /// <inheritdoc/>
    public override Change Invert() => new StyleSet(Component, Directive, Property, Value, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Component) is not { } component) return $"component '{Component}' is gone";
        var now = Of(component)?.Find(Property);
        return now == Was ? null : Moved(Called(Component, Directive, Property), now, Was);
    }

    /// <summary>What messages call it: <c>style 'colour' of 'doc-1.box'</c>.</summary>
    internal static string Called(string component, string? directive, string property) => $"style '{property}' of '{component}{(directive is null ? "" : "." + directive)}'";

    private ObjectValue? Of(Component component) => Directive is null ? component.Styles : component.Content.Find(Directive) as ObjectValue;

    private ObjectValue With(ObjectValue styles) => Value is null ? styles.Without(Property) : styles.With(Property, Value);

    private static ObjectValue With(ObjectValue content, string directive, ObjectValue styles) => styles.Count == 0 ? content.Without(directive) : content.With(directive, styles);
}
