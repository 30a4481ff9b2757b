using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Terminal;

/// <summary>A design for people: content types with their metadata, components with what they hold and where they may stand.</summary>
public static class DesignOutline
{
    /// <summary>The lines of a whole design.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(Design design) =>
    [
        [new(NameText.Of(design.Name), Style.Strong), new($" {design.Version}: {Counted.Of(design.ContentTypes.Count, "content type")}, {Counted.Of(design.Components.Count, "component")}, {Counted.Of(design.ComponentProperties.Count, "style")}", Style.Faint)],
        .. design.ContentTypes.Values.SelectMany(type => Lines(type, detailed: false).Prepend([])),
        .. design.Components.Values.SelectMany(component => Lines(design, component, detailed: false).Prepend([])),
    ];

    /// <summary>A content type in detail, with all that is configured.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(ContentType type) => Lines(type, detailed: true);

    /// <summary>A component in detail, with all that is configured.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Lines(Design design, ComponentDefinition component) => Lines(design, component, detailed: true);

    private static IEnumerable<IReadOnlyList<Piece>> Lines(ContentType type, bool detailed)
    {
        yield return [new("content type "), new(NameText.Of(type.Handle), Style.Place), new($" ({type.DocumentType})", Style.Faint)];
        yield return Line("components", Names(type.Components, "all"));
        var width = type.Metadata.Keys.Select(name => NameText.Of(name).Length).DefaultIfEmpty(0).Max();
        foreach (var property in type.Metadata.Values)
        {
            yield return
            [
                new("  meta ", Style.Faint),
                new(NameText.Of(property.Name).PadRight(width)),
                new($" {property.Plugin.Name}{(IsRequired(property) ? " required" : "")}{(property.Indexed ? " indexed" : "")}", Style.Faint),
                new(detailed ? Configured(property.Configuration) : "", Style.Faint),
            ];
        }

        if (!detailed) yield break;
        foreach (var (name, value) in type.Configuration.Entries) yield return Line(name, ValueLiteral.Short(value, 200));
    }

    private static IEnumerable<IReadOnlyList<Piece>> Lines(Design design, ComponentDefinition component, bool detailed)
    {
        yield return [new("component "), new(NameText.Of(component.Name), Style.Place), new(component.Label == component.Name ? "" : $" ({component.Label})", Style.Faint)];
        foreach (var directive in component.Directives.Values)
            yield return Line(DirectiveKinds.NameOf(directive.Kind), NameText.Of(directive.Name) + (detailed ? Configured(directive.Configuration) : ""));
        foreach (var container in component.Containers.Values)
            yield return Line("container", $"{NameText.Of(container.Name)}: {Names(container.AllowedChildren, "all components")}{(detailed ? Configured(container.Configuration) : "")}");
        if (component.AllowedParents is not null) yield return Line("stands in", Names(component.AllowedParents, ""));
        if (component.Properties.Count > 0 && !detailed) yield return Line("styles", Names(component.Properties, ""));
        if (!detailed) yield break;
        foreach (var style in component.Properties)
            yield return Line("style", NameText.Of(style) + Configured(design.ComponentProperties.GetValueOrDefault(style) ?? ObjectValue.Empty));
        var types = design.ContentTypes.Values.Where(type => type.Components?.Contains(component.Name, StringComparer.Ordinal) != false).Select(type => type.Handle).ToList();
        yield return Line("content types", Names(types, ""));
    }

    private static bool IsRequired(MetadataProperty property) =>
        (property.Configuration.Find("required") ?? (property.Configuration.Find("config") as ObjectValue)?.Find("required")) is BooleanValue { Boolean: true };

    private static string Configured(ObjectValue configuration) => configuration.Count == 0 ? "" : " " + ValueLiteral.Short(configuration, 200);

    private static string Names(IReadOnlyList<string>? names, string all) => names is null ? all : names.Count == 0 ? "none" : string.Join(", ", names.Select(NameText.Of));

    private static IReadOnlyList<Piece> Line(string name, string text) => [new($"  {name} ", Style.Faint), new(text)];
}
