using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>
/// One property of a component's styles, or with <paramref name="Directive"/> of one of its style directives; null (the C# one) is unset.
/// A style directive that loses its last property is unset, so one that was an empty object is set whole, by a <see cref="DirectiveSet"/>.
/// </summary>
public sealed record StyleSet(string Component, string? Directive, string Property, Value? Was, Value? Value) : ComponentValueSet(Component, Was, Value)
{
    private protected override string InMessages => Called(Component, Directive, Property);

    /// <summary>What messages call it: <c>style 'colour' of 'doc-1.box'</c>.</summary>
    internal static string Called(string component, string? directive, string property) => $"style '{property}' of '{component}{(directive is null ? "" : "." + directive)}'";

    private protected override Value? Find(Component component) => Of(component).Find(Property);

    private protected override Component Put(Component component)
    {
        var styles = Of(component).Set(Property, Value);
        return Directive is null
            ? component with { Styles = styles }
            : component with { Content = component.Content.Set(Directive, styles.Count == 0 ? null : styles) };
    }

    private ObjectValue Of(Component component) => Directive is null ? component.Styles : component.Content.Find(Directive) as ObjectValue ?? ObjectValue.Empty;
}
