using DocScript.Documents.Components;

namespace DocScript.Documents.Changes;

/// <summary>A component with all below it went out.</summary>
public sealed record ComponentRemoved(Location Location, Subtree Subtree) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with { Components = document.Components.Remove(Subtree.Id) };

    /// <inheritdoc/>
    public override Change Invert() => new ComponentInserted(Location, Subtree);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (document.Components.Find(Subtree.Id) is null) return $"component '{Subtree.Id}' is gone";
        if (document.Components.LocationOf(Subtree.Id) != Location) return $"component '{Subtree.Id}' stands somewhere else";
        return document.Components.Extract(Subtree.Id) == Subtree ? null : $"component '{Subtree.Id}' or something below it changed";
    }
}
