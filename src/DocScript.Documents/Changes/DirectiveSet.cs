using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A directive's content; null (the C# one) is unset.</summary>
public sealed record DirectiveSet(string Component, string Directive, Value? Was, Value? Value) : ComponentValueSet(Component, Was, Value)
{
    private protected override string InMessages => $"'{Component}.{Directive}'";

    private protected override Value? Find(Component component) => component.Content.Find(Directive);

    private protected override Component Put(Component component) => component with { Content = component.Content.Set(Directive, Value) };
}
