using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Changes;

/// <summary>A value of a component, wherever in it the value stands; null (the C# one) is unset.</summary>
public abstract record ComponentValueSet(string Component, Value? Was, Value? Value) : Change
{
    /// <inheritdoc/>
    public sealed override bool IsContent => true;

    /// <summary>What messages call it, such as <c>condition 'dateTime' of 'doc-1'</c>.</summary>
    private protected abstract string InMessages { get; }

    /// <inheritdoc/>
    public sealed override Document Apply(Document document) => document.Edited() with { Components = document.Components.Update(Component, Put) };

    /// <inheritdoc/>
    public sealed override Change Invert() => this with { Was = Value, Value = Was };

    /// <inheritdoc/>
    public sealed override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Component) is not { } component) return $"component '{Component}' is gone";
        var now = Find(component);
        return now == Was ? null : Moved(InMessages, now, Was);
    }

    /// <summary>The value as it is in the component.</summary>
    private protected abstract Value? Find(Component component);

    /// <summary>The component with <see cref="Value"/> in its place.</summary>
    private protected abstract Component Put(Component component);
}
