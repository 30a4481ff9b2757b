using DocScript.Documents.Components;
using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>Rules for a component with what it brings below it.</summary>
public static partial class Rules
{
    /// <summary>What is wrong within a subtree, wherever it will stand: ids, types, content, containers and what stands in them.</summary>
    public static Violation? Within(Design design, Document document, Subtree subtree)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in subtree.DepthFirst())
        {
            if ((OfItsOwn(design, document.Header.ContentType, part) ?? IdIsFree(document, part.Id)) is { } wrong) return wrong with { Component = part.Id };
            if (!ids.Add(part.Id)) return IdIsTaken(document, part.Id, part.Type);
            if (Below(design, part) is { } misplaced) return misplaced;
        }

        return null;
    }

    private static Violation? OfItsOwn(Design design, string contentType, Subtree part) =>
        ComponentTypeExists(design, contentType, part.Type)
        ?? part.Content.Entries.Select(entry => DirectiveKeeps(design, part.Type, entry.Key, entry.Value)).FirstOrDefault(wrong => wrong is not null)
        ?? part.Styles.Entries.Select(entry => StyleExists(design, part.Type, null, entry.Key) ?? StyleAccepts(design, entry.Key, entry.Value)).FirstOrDefault(wrong => wrong is not null)
        ?? part.Conditions.Entries.Select(entry => ConditionAccepts(entry.Key, entry.Value) ?? ConditionAllowed(design, contentType, part.Type, entry.Key)).FirstOrDefault(wrong => wrong is not null);

    private static Violation? Below(Design design, Subtree part)
    {
        var definition = design.Components[part.Type];
        var self = new Component { Id = part.Id, Type = part.Type, Containers = [.. definition.Containers.Keys.Select(name => new Container(name, null, null, 0))] };
        foreach (var (container, children) in part.Containers)
        {
            if (!definition.Containers.ContainsKey(container)) return ContainerMissing(self, container);
            foreach (var child in children)
            {
                if ((Children(design, self, container, child.Type) ?? Parents(design, self, child.Type)) is { } misplaced) return misplaced with { Component = child.Id };
            }
        }

        return null;
    }

    // Level by level, so that a subtree of any depth can be judged without going as deep on the stack.
    private static int Height(Subtree subtree)
    {
        var height = 0;
        for (List<Subtree> level = [subtree]; level.Count > 0; height++)
            level = [.. level.SelectMany(part => part.Containers).SelectMany(container => container.Children)];
        return height;
    }

    private static Violation? TooDeep(ComponentTree tree, string id, string? parent, int height) =>
        (parent is null ? 0 : tree.DepthOf(parent)) + height > DeepestComponent
            ? new Violation(RuleSet.Depth, $"component '{id}' would lie, or have others lie, more than {DeepestComponent} deep", Help: "put it higher up") { Part = EditPart.Place, Component = id }
            : null;
}
