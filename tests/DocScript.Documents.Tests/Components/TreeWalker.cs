using DocScript.Documents.Components;
using DocScript.Documents.Designs;

namespace DocScript.Documents.Tests.Components;

/// <summary>Walks a tree by hand and asserts what must always hold, sharing no code with the rules.</summary>
internal static class TreeWalker
{
    /// <summary>Links, ends and counts agree, and every component is reached exactly once.</summary>
    public static void AssertSound(ComponentTree tree)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Walk(tree, null, null, tree.Root, seen);
        Assert.Equal(tree.Count, seen.Count);
        Assert.Equal(tree.Ids.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.Equal(tree.Count, tree.DepthFirst().Count());
    }

    /// <summary>Every component stands where design and content type let it stand.</summary>
    public static void AssertAllowed(Design design, ContentType type, ComponentTree tree)
    {
        foreach (var component in tree.DepthFirst())
        {
            var definition = design.Components[component.Type];
            if (type.Components is not null) Assert.Contains(component.Type, type.Components);
            var parent = component.Parent is null ? null : tree.Find(component.Parent);
            if (definition.AllowedParents is { } parents) Assert.Contains(parent?.Type ?? "root", parents);
            if (parent is not null && design.Components[parent.Type].Containers[component.Container!].AllowedChildren is { } children)
                Assert.Contains(component.Type, children);
            Assert.Equal(definition.Containers.Keys, component.Containers.Select(container => container.Name));
        }
    }

    /// <summary>Every fixed component still is where it was, and at the end where it was at an end.</summary>
    public static void AssertFixedStay(ComponentTree before, ComponentTree after)
    {
        foreach (var component in before.DepthFirst().Where(component => component.Fixed))
        {
            var now = after.Find(component.Id);
            Assert.NotNull(now);
            Assert.Equal((component.Parent, component.Container), (now.Parent, now.Container));
            if (component.Previous is null) Assert.Null(now.Previous);
            if (component.Next is null) Assert.Null(now.Next);
            if (component.Previous is { } previous && before.Find(previous)!.Fixed) Assert.Equal(previous, now.Previous);
        }
    }

    private static void Walk(ComponentTree tree, string? parent, string? name, Container container, HashSet<string> seen)
    {
        string? previous = null;
        var count = 0;
        for (var id = container.First; id is not null; count++)
        {
            Assert.True(seen.Add(id), $"'{id}' was reached twice");
            var component = tree.Find(id);
            Assert.NotNull(component);
            Assert.Equal((id, parent, name, previous), (component.Id, component.Parent, component.Container, component.Previous));
            foreach (var below in component.Containers) Walk(tree, id, below.Name, below, seen);
            previous = id;
            id = component.Next;
        }

        Assert.Equal((container.Last, container.Count), (previous, count));
    }
}
