using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>A part of a definition, for people to read and compare.</summary>
/// <param name="Name">What it is, such as <c>directive title.maxLength</c>.</param>
/// <param name="Value">What it says.</param>
/// <param name="OneOfMany">Whether it is one of several of its name, such as an allowed parent.</param>
internal sealed record DefinitionPart(string Name, Value Value, bool OneOfMany = false)
{
    private static readonly string[] ReadComponent = ["name", "label", "directives", "allowedParents", "properties"];
    private static readonly string[] ReadDesign = ["name", "version", "components", "contentTypes", "componentProperties", "docscriptDesign"];

    /// <summary>The parts of a component; <paramref name="source"/> is its entry in the design as it came.</summary>
    public static IEnumerable<DefinitionPart> Of(ComponentDefinition component, ObjectValue source) =>
    [
        new("label", new TextValue(component.Label)),
        .. component.Directives.Values.SelectMany(directive => With("directive " + directive.Name, DirectiveKinds.NameOf(directive.Kind), directive.Configuration)),
        .. component.Containers.Values.SelectMany(container => With("container " + container.Name, DirectiveKinds.Container, container.Configuration)),
        .. component.Containers.Values.SelectMany(container => Names($"container {container.Name} takes", container.AllowedChildren)),
        .. Names("allowed parent", component.AllowedParents),
        .. Names("style", component.Properties),
        .. Rest(source, ReadComponent),
    ];

    /// <summary>The parts of a content type.</summary>
    public static IEnumerable<DefinitionPart> Of(ContentType type) =>
    [
        new("document type", new TextValue(type.DocumentType)),
        .. Names("component", type.Components),
        .. type.Conditions.Entries.Select(entry => new DefinitionPart($"conditions of {entry.Key}", entry.Value)),
        .. type.Metadata.Values.SelectMany(property => With("meta " + property.Name, property.Plugin.Name, property.Indexed ? property.Configuration.With("index", new BooleanValue(true)) : property.Configuration)),
        .. Rest(type.Configuration, []),
    ];

    /// <summary>The parts of a style.</summary>
    public static IEnumerable<DefinitionPart> Of(ObjectValue style) => Rest(style, []);

    /// <summary>The parts of a design that are no definitions.</summary>
    public static IEnumerable<DefinitionPart> OfWhole(Design design) =>
    [
        new("name", new TextValue(design.Name)),
        new("version", new TextValue(design.Version)),
        .. Rest(design.Source, ReadDesign),
    ];

    private static IEnumerable<DefinitionPart> With(string name, string kind, ObjectValue configuration) =>
        [new(name, new TextValue(kind)), .. configuration.Entries.SelectMany(entry => Flat($"{name}.{entry.Key}", entry.Value))];

    // Member by member, so that a difference deep in a configuration is shown alone.
    private static IEnumerable<DefinitionPart> Flat(string name, Value value) =>
        value is ObjectValue { Count: > 0 } members ? members.Entries.SelectMany(entry => Flat($"{name}.{entry.Key}", entry.Value)) : [new DefinitionPart(name, value)];

    // Where there is no list, everything is allowed: a list that comes narrows.
    private static IEnumerable<DefinitionPart> Names(string what, IReadOnlyList<string>? names) =>
        names is null ? [new(what, new TextValue("any"), OneOfMany: true)] : names.Distinct(StringComparer.Ordinal).Select(name => new DefinitionPart(what, new TextValue(name), OneOfMany: true));

    private static IEnumerable<DefinitionPart> Rest(ObjectValue source, string[] read) =>
        source.Entries.Where(entry => !read.Contains(entry.Key, StringComparer.Ordinal)).SelectMany(entry => Flat(entry.Key, entry.Value));
}
