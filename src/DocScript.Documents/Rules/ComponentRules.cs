using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for inserting, moving and removing components.</summary>
public static partial class Rules
{
    /// <summary>A fresh component with every declared container empty and the content given; the content's names and values are judged by <see cref="Insert"/>.</summary>
    public static Subtree NewComponent(Design design, string id, string type, ObjectValue content)
    {
        if (!design.Components.TryGetValue(type, out var definition))
            return new Subtree(id, type, false, content, ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);
        var stored = content.Entries
            .Select(entry => (entry.Key, Value: definition.Directives.TryGetValue(entry.Key, out var directive) && DirectiveAccepts(design, type, entry.Key, entry.Value) is null ? NormalDirective(directive, entry.Value) : entry.Value))
            .Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!));
        return new Subtree(
            id,
            type,
            false,
            ObjectValue.Of(stored),
            ObjectValue.Empty,
            ObjectValue.Empty,
            ObjectValue.Empty,
            [.. definition.Containers.Keys.Select(container => new SubtreeContainer(container, []))]);
    }

    /// <summary>Inserts a component made by <see cref="NewComponent"/>, or one with others below it.</summary>
    public static Edit Insert(Design design, Document document, ComponentPlace place, Subtree subtree)
    {
        if (Within(design, document, subtree) is { } wrong) return wrong;
        var located = Locate(document, document.Components, place);
        if (located.Violation is { } misplaced) return misplaced;
        if (MayStand(design, document.Components, subtree.Id, subtree.Type, located.Location!) is { } forbidden) return forbidden;
        if (TooDeep(document.Components, subtree.Id, located.Location!.Parent, Height(subtree)) is { } deep) return deep;
        return new ComponentInserted(located.Location!, subtree);
    }

    /// <summary>Moves a component with all below it.</summary>
    public static Edit Move(Design design, Document document, string component, ComponentPlace place)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (Stays(document, component) is { } stays) return stays;
        string?[] named = place switch
        {
            InContainer inside => [inside.Parent],
            BesideSibling beside => [beside.After, beside.Before, beside.Parent],
            _ => [],
        };
        foreach (var id in named)
        {
            if (id is null) continue;
            if (document.Components.Find(id) is null) return ComponentMissing(document, id) with { Part = EditPart.Place };
            if (document.Components.IsWithin(id, component))
                return new Violation(RuleSet.NotIntoItself, $"component '{component}' can't be moved {(string.Equals(id, component, StringComparison.Ordinal) ? "beside or into itself" : $"to '{id}', which lies below it")}", Help: "name a place outside it") { Part = EditPart.Place, Component = component };
        }

        var without = document.Components.Remove(component);
        var located = Locate(document, without, place);
        if (located.Violation is { } misplaced) return misplaced;
        var from = document.Components.LocationOf(component);
        if (located.Location == from) return Edit.None;
        if (MayStand(design, without, component, found.Type, located.Location!) is { } forbidden) return forbidden;
        if (TooDeep(without, component, located.Location!.Parent, Height(document.Components.Extract(component))) is { } deep) return deep;
        return new ComponentMoved(component, from, located.Location!);
    }

    /// <summary>Removes a component with all below it.</summary>
    public static Edit Remove(Document document, string component)
    {
        if (document.Components.Find(component) is null) return ComponentMissing(document, component);
        if (Stays(document, component) is { } stays) return stays;
        return new ComponentRemoved(document.Components.LocationOf(component), document.Components.Extract(component));
    }

    /// <summary>A component's id has the right form.</summary>
    public static Violation? ComponentIdIsValid(string id)
    {
        if (id.Length is 0 or > 128 || id.Any(char.IsControl))
            return new Violation(RuleSet.ComponentIdForm, "a component's id has 1 to 128 characters and no control characters", Help: "choose another id, or leave it out") { Part = EditPart.Id };
        return IsUnicode(id, "a component's id") is { } half ? half with { Part = EditPart.Id } : null;
    }

    private static Violation? IdIsFree(Document document, string id)
    {
        if (ComponentIdIsValid(id) is { } malformed) return malformed;
        return document.Components.Find(id) is { } taken ? IdIsTaken(document, id, taken.Type) : null;
    }

    private static Violation IdIsTaken(Document document, string id, string type) =>
        new(RuleSet.ComponentIdFree, $"{document.Called} has a component '{id}' already ({type})", Help: "choose another id, or leave it out") { Part = EditPart.Id, Component = id };

    private static Violation? Stays(Document document, string component)
    {
        var pinned = document.Components.DepthFirst(component).FirstOrDefault(candidate => candidate.Fixed);
        if (pinned is null) return null;
        var why = string.Equals(pinned.Id, component, StringComparison.Ordinal) ? "its position is fixed" : $"it contains '{pinned.Id}', whose position is fixed";
        return new Violation(RuleSet.FixedStays, $"component '{component}' can't be moved or removed: {why}", Help: "leave it where it is; content and what stands in it can be changed") { Part = EditPart.Component, Component = component };
    }
}
