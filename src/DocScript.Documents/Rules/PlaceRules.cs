using DocScript.Documents.Components;
using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>Rules for places in the component tree (contracts/livingdocs.md 2.5 and rulings 6 and 7).</summary>
public static partial class Rules
{
    /// <summary>How many components may lie in one another.</summary>
    public const int DeepestComponent = 200;

    /// <summary>
    /// What the design alone tells of a place in a component of a known type, or at the root (<paramref name="parentType"/> null): whether the container is there, takes
    /// the type, and the type may stand there.
    /// </summary>
    /// <param name="parent">The parent as the message calls it.</param>
    /// <param name="container">The container; null: the only one.</param>
    /// <param name="type">The type of what is to stand there, or null where it is not known.</param>
    public static Violation? MayStandIn(Design design, string? parent, string? parentType, string? container, string? type)
    {
        if (parent is null || parentType is null) return type is null ? null : Parents(design, null, type);
        if (!design.Components.TryGetValue(parentType, out var definition)) return null;
        var holder = new Component { Id = parent, Type = parentType, Containers = [.. definition.Containers.Keys.Select(name => new Container(name, null, null, 0))] };
        if (ContainerOf(holder, container) is not { } found) return ContainerMissing(holder, container);
        return type is null ? null : Children(design, holder, found.Name, type) ?? Parents(design, holder, type);
    }

    // A location, or the rule that stands against it.
    private readonly record struct Located(Location? Location, Violation? Violation)
    {
        public static implicit operator Located(Location location) => new(location, null);

        public static implicit operator Located(Violation violation) => new(null, violation);
    }

    private static Located Locate(Document document, ComponentTree tree, ComponentPlace place) => place switch
    {
        AtRoot root => End(tree.Root, null, null, root.First),
        InContainer inside => LocateIn(document, tree, inside),
        BesideSibling beside => LocateBeside(document, tree, beside),
        _ => throw new InvalidOperationException($"no place {place.GetType().Name}"),
    };

    private static Located LocateIn(Document document, ComponentTree tree, InContainer place)
    {
        if (tree.Find(place.Parent) is not { } parent) return ComponentMissing(document, place.Parent) with { Part = EditPart.Place };
        if (ContainerOf(parent, place.Container) is not { } container) return ContainerMissing(parent, place.Container);
        return End(container, parent.Id, container.Name, place.First);
    }

    private static Container? ContainerOf(Component parent, string? name) => name is null
        ? parent.Containers is [var only] ? only : null
        : parent.Containers.FirstOrDefault(container => string.Equals(container.Name, name, StringComparison.Ordinal));

    private static Violation ContainerMissing(Component parent, string? name)
    {
        var names = parent.Containers.Select(container => container.Name).ToList();
        if (name is not null)
            return new Violation(RuleSet.ContainerExists, $"component '{parent.Id}' ({parent.Type}) has no container '{name}'", Help: Known("it has", names)) { Part = EditPart.Container, Component = parent.Id, Property = name, Name = name, Candidates = names };
        var has = names.Count == 0 ? "no container" : $"{names.Count} containers";
        return new Violation(RuleSet.ContainerNamed, $"component '{parent.Id}' ({parent.Type}) has {has}", Help: names.Count == 0 ? "only components with a container take others" : $"name one, as in 'last in {parent.Id}.{names[0]}'") { Part = EditPart.Container, Component = parent.Id };
    }

    private static Location End(Container container, string? parent, string? name, bool first) =>
        first ? new Location(parent, name, null, container.First) : new Location(parent, name, container.Last, null);

    private static Located LocateBeside(Document document, ComponentTree tree, BesideSibling place)
    {
        foreach (var named in new[] { place.After, place.Before, place.Parent })
            if (named is not null && tree.Find(named) is null)
                return ComponentMissing(document, named) with { Part = EditPart.Place };
        var after = place.After is null ? null : tree.Find(place.After);
        var before = place.Before is null ? null : tree.Find(place.Before);
        if (after is not null && before is not null && !string.Equals(after.Next, before.Id, StringComparison.Ordinal))
            return new Violation(RuleSet.SiblingsAdjacent, $"components '{after.Id}' and '{before.Id}' do not stand next to each other in this order", Help: "name only one of them, with 'after' or 'before'") { Part = EditPart.Place, Component = after.Id };
        var sibling = (after ?? before)!;
        if (place.Parent is { } id && tree.Find(id) is { } parent)
        {
            if (ContainerOf(parent, place.Container) is not { } container) return ContainerMissing(parent, place.Container);
            if (!string.Equals(sibling.Parent, parent.Id, StringComparison.Ordinal) || !string.Equals(sibling.Container, container.Name, StringComparison.Ordinal))
                return new Violation(RuleSet.SiblingInContainer, $"component '{sibling.Id}' does not stand in '{parent.Id}.{container.Name}'", Help: "leave 'in …' out, or name the container that it stands in") { Part = EditPart.Place, Component = sibling.Id };
        }

        return new Location(sibling.Parent, sibling.Container, after?.Id ?? before!.Previous, before?.Id ?? after!.Next);
    }

    /// <summary>Whether a component of a type may stand at a location: allowed children and parents, and the neighbourhood of fixed ones.</summary>
    /// <param name="isBack">Whether it stood there before, which fixed ones did not forbid.</param>
    private static Violation? MayStand(Design design, ComponentTree tree, string id, string type, Location location, bool isBack = false)
    {
        var parent = location.Parent is null ? null : tree.Find(location.Parent);
        if ((Children(design, parent, location.Container, type) ?? Parents(design, parent, type)) is { } misplaced) return misplaced with { Component = id };
        if (isBack) return null;
        var previous = location.Previous is null ? null : tree.Find(location.Previous);
        var next = location.Next is null ? null : tree.Find(location.Next);
        return (previous, next) switch
        {
            ({ Fixed: true }, null) => new Violation(RuleSet.FixedEnds, $"nothing can be put after '{previous.Id}', which is fixed at the end of its container", Help: "put it before that") { Part = EditPart.Place, Component = previous.Id },
            (null, { Fixed: true }) => new Violation(RuleSet.FixedEnds, $"nothing can be put before '{next.Id}', which is fixed at the start of its container", Help: "put it after that") { Part = EditPart.Place, Component = next.Id },
            ({ Fixed: true }, { Fixed: true }) => new Violation(RuleSet.FixedEnds, $"nothing can be put between '{previous.Id}' and '{next.Id}', which are both fixed", Help: "put it elsewhere") { Part = EditPart.Place, Component = previous.Id },
            _ => null,
        };
    }

    private static Violation? Children(Design design, Component? parent, string? container, string type)
    {
        if (parent is null || !design.Components.TryGetValue(parent.Type, out var definition)) return null;
        if (container is null || !definition.Containers.TryGetValue(container, out var declared) || declared.AllowedChildren is not { } allowed) return null;
        return allowed.Contains(type, StringComparer.Ordinal)
            ? null
            : new Violation(RuleSet.AllowedChildren, $"container '{container}' of '{parent.Id}' ({parent.Type}) does not take components of type '{type}'", Help: Known("it takes", allowed)) { Part = EditPart.Type, Component = parent.Id, Property = container };
    }

    private static Violation? Parents(Design design, Component? parent, string type)
    {
        if (!design.Components.TryGetValue(type, out var definition) || definition.AllowedParents is not { } allowed) return null;
        return allowed.Contains(parent?.Type ?? ComponentDefinition.Root, StringComparer.Ordinal)
            ? null
            : new Violation(RuleSet.AllowedParents, $"components of type '{type}' may not stand {(parent is null ? "at the root of a document" : $"in '{parent.Id}' ({parent.Type})")}", Help: Known("they stand in", allowed)) { Part = EditPart.Type };
    }
}
