using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

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
            if ((OfItsOwn(design, document.Header.ContentType, part.Type, part.Content, part.Styles, part.Conditions).FirstOrDefault() ?? IdIsFree(document, part.Id)) is { } wrong) return wrong with { Component = part.Id };
            if (!ids.Add(part.Id)) return IdIsTaken(document, part.Id, part.Type);
            if (Below(design, part) is { } misplaced) return misplaced;
        }

        return null;
    }

    /// <summary>All that is wrong with a component by itself, whatever stands below it and wherever it stands: its type, content, styles and conditions. Of an unknown type nothing more can be said.</summary>
    private static IEnumerable<Violation> OfItsOwn(Design design, string contentType, string type, ObjectValue content, ObjectValue styles, ObjectValue conditions)
    {
        if (ComponentTypeExists(design, contentType, type) is { } unknown)
        {
            yield return unknown;
            if (!design.Components.ContainsKey(type)) yield break;
        }

        foreach (var (directive, value) in content.Entries)
            if (DirectiveKeeps(design, type, directive, value) is { } wrong)
                yield return wrong;
        foreach (var (style, value) in styles.Entries)
            if ((StyleExists(design, type, null, style) ?? StyleAccepts(design, style, value)) is { } wrong)
                yield return wrong;
        foreach (var (name, value) in conditions.Entries)
            if ((ConditionAccepts(name, value) ?? (name == "brands" ? null : ConditionExists(name)) ?? ConditionAllowed(design, contentType, type, name)) is { } wrong)
                yield return wrong;
    }

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
