using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A condition of a component, such as <c>dateTime</c>; null (the C# one) is unset.</summary>
public sealed record ConditionSet(string Component, string Name, Value? Was, Value? Value) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with
    {
        Components = document.Components.Update(Component, component => component with
        {
            Conditions = Value is null ? component.Conditions.Without(Name) : component.Conditions.With(Name, Value),
        }),
    };

    /// <inheritdoc/>
    public override Change Invert() => new ConditionSet(Component, Name, Value, Was);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Component) is not { } component) return $"component '{Component}' is gone";
        var now = component.Conditions.Find(Name);
        return now == Was ? null : Moved(Called(Component, Name), now, Was);
    }

    /// <summary>What messages call it: <c>condition 'dateTime' of 'doc-1'</c>.</summary>
    internal static string Called(string component, string name) => $"condition '{name}' of '{component}'";
}
