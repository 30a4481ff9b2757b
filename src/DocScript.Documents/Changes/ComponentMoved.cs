using DocScript.Documents.Components;

namespace DocScript.Documents.Changes;

/// <summary>A component moved; both locations are free of the component itself, so that the inverse is the swap of the two.</summary>
public sealed record ComponentMoved(string Id, Location From, Location To) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with { Components = document.Components.Move(Id, To) };

    /// <inheritdoc/>
    public override Change Invert() => new ComponentMoved(Id, To, From);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Id) is null) return $"component '{Id}' is gone";
        if (document.Components.LocationOf(Id) != From) return $"component '{Id}' stands somewhere else";
        if (To.Parent is { } parent && document.Components.IsWithin(parent, Id)) return $"component '{parent}' lies below '{Id}'";
        return document.Components.HasGap(To, without: Id) ? null : $"the place that component '{Id}' would move to is gone";
    }
}
