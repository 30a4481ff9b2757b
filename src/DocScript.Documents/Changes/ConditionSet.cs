using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A condition of a component, such as <c>dateTime</c>; null (the C# one) is unset.</summary>
public sealed record ConditionSet(string Component, string Name, Value? Was, Value? Value) : ComponentValueSet(Component, Was, Value)
{
    private protected override string InMessages => Called(Component, Name);

    /// <summary>What messages call it: <c>condition 'dateTime' of 'doc-1'</c>.</summary>
    internal static string Called(string component, string name) => $"condition '{name}' of '{component}'";

    private protected override Value? Find(Component component) => component.Conditions.Find(Name);

    private protected override Component Put(Component component) => component with { Conditions = component.Conditions.Set(Name, Value) };
}
