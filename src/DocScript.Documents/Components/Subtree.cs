using DocScript.Documents.Values;

namespace DocScript.Documents.Components;

/// <summary>A component with all below it, free of any place: what is inserted, removed, imported and exported. Equal to another with equal content all the way down.</summary>
public sealed record Subtree(
    string Id,
    string Type,
    bool Fixed,
    ObjectValue Content,
    ObjectValue Styles,
    ObjectValue Conditions,
    ObjectValue Data,
    IReadOnlyList<SubtreeContainer> Containers)
{
    /// <summary>This component and all below it, depth first.</summary>
    public IEnumerable<Subtree> DepthFirst()
    {
        var ahead = new Stack<Subtree>([this]);
        while (ahead.TryPop(out var next))
        {
            yield return next;
            for (var i = next.Containers.Count - 1; i >= 0; i--)
            {
                var children = next.Containers[i].Children;
                for (var j = children.Count - 1; j >= 0; j--) ahead.Push(children[j]);
            }
        }
    }

    /// <summary>The same without what lies below it: containers are there but empty.</summary>
    internal Subtree WithoutChildren() => Containers.Count == 0 ? this : this with { Containers = [.. Containers.Select(container => container with { Children = [] })] };

    /// <inheritdoc/>
    public bool Equals(Subtree? other) => ReferenceEquals(this, other) || (other is not null
        && Id == other.Id && Type == other.Type && Fixed == other.Fixed
        && Content == other.Content && Styles == other.Styles && Conditions == other.Conditions && Data == other.Data
        && Containers.SequenceEqual(other.Containers));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Type, Content);
}

/// <summary>A container of a <see cref="Subtree"/>.</summary>
public sealed record SubtreeContainer(string Name, IReadOnlyList<Subtree> Children)
{
    /// <inheritdoc/>
    public bool Equals(SubtreeContainer? other) => other is not null && Name == other.Name && Children.SequenceEqual(other.Children);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Children.Count);
}
