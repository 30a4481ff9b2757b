using DocScript.Documents.Components;

namespace DocScript.Documents.Changes;

/// <summary>A component with all below it came in.</summary>
public sealed record ComponentInserted(Location Location, Subtree Subtree) : Change
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override Document Apply(Document document) => document.Edited() with { Components = document.Components.Insert(Location, Subtree) };

    /// <inheritdoc/>
    public override Change Invert() => new ComponentRemoved(Location, Subtree);

    /// <inheritdoc/>
    public override string? Outdated(Document document)
    {
        if (Gone(document) is { } gone) return gone;
        if (Subtree.DepthFirst().FirstOrDefault(part => document.Components.Find(part.Id) is not null) is { } taken)
            return $"there is a component '{taken.Id}' already";
        return document.Components.HasGap(Location) ? null : $"the place of component '{Subtree.Id}' is gone";
    }
}
