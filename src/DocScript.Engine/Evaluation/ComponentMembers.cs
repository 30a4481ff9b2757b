using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>The members of a component (language.md section 3): its own properties, then directives, then containers.</summary>
internal static class ComponentMembers
{
    /// <summary>The names that a directive or container of the same name is hidden by.</summary>
    public static readonly string[] Own = ["id", "type", "parent", "container", "fixed", "styles", "conditions", "content", "containers"];

    /// <summary>The member's value, or null (the C# one) where the component has no such member.</summary>
    public static Value? Find(Design design, Document document, Component component, string name) => name switch
    {
        "id" => new TextValue(component.Id),
        "type" => new TextValue(component.Type),
        "parent" => component.Parent is { } parent ? new ComponentReference(document.Id, parent) : Value.Null,
        "container" => component.Container is { } container ? new TextValue(container) : Value.Null,
        "fixed" => new BooleanValue(component.Fixed),
        "styles" => component.Styles,
        "conditions" => component.Conditions,
        "content" => component.Content,
        "containers" => ObjectValue.Of(component.Containers.Select(container => KeyValuePair.Create(container.Name, Children(document, component.Id, container.Name)))),
        _ => FindDirective(design, component, name) ?? FindContainer(document, component, name),
    };

    /// <summary>A directive's value; null of the language when it is unset, the C# one when there is none of this name.</summary>
    public static Value? FindDirective(Design design, Component component, string name) =>
        component.Content.Find(name) ?? (design.Components.TryGetValue(component.Type, out var definition) && definition.Directives.ContainsKey(name) ? Value.Null : null);

    /// <summary>A container's components as a list, or null where there is none of this name.</summary>
    public static Value? FindContainer(Document document, Component component, string name) =>
        component.Containers.Any(container => string.Equals(container.Name, name, StringComparison.Ordinal)) ? Children(document, component.Id, name) : null;

    /// <summary>What a person may have meant.</summary>
    public static IEnumerable<string> Names(Design design, Component component) =>
        Own.Concat(component.Containers.Select(container => container.Name))
            .Concat(design.Components.TryGetValue(component.Type, out var definition) ? definition.Directives.Keys : []);

    private static Value Children(Document document, string parent, string container) =>
        new ListValue([.. document.Components.Children(parent, container).Select(child => new ComponentReference(document.Id, child.Id))]);
}
