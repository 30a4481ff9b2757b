using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for the content of components.</summary>
public static partial class Rules
{
    /// <summary>The directive exists on the component type, and is of <paramref name="kind"/> where that is given.</summary>
    /// <param name="component">How the help calls the component where the name is a container's.</param>
    public static Violation? DirectiveExists(Design design, string componentType, string directive, DirectiveKind? kind, string component = "<component>")
    {
        if (!design.Components.TryGetValue(componentType, out var definition)) return ComponentTypeExists(design, null, componentType);
        if (definition.Containers.ContainsKey(directive))
            return new Violation(RuleSet.DirectiveExists, $"'{directive}' of '{componentType}' is a container, not a directive", Help: $"put components there with 'insert … last in {component}.{directive}'") { Part = EditPart.Property, Property = directive };
        if (!definition.Directives.TryGetValue(directive, out var found))
            return new Violation(RuleSet.DirectiveExists, $"component type '{componentType}' has no directive '{directive}'", Help: Known("it has", definition.Directives.Keys)) { Part = EditPart.Property, Property = directive, Name = directive, Candidates = definition.Directives.Keys };
        return kind is not null && kind != found.Kind
            ? new Violation(RuleSet.DirectiveIsOfKind, $"directive '{directive}' of '{componentType}' is of kind {DirectiveKinds.NameOf(found.Kind)}, not {DirectiveKinds.NameOf(kind.Value)}", Help: $"write 'as {DirectiveKinds.NameOf(found.Kind)}', or leave it out") { Part = EditPart.Kind, Property = directive }
            : null;
    }

    /// <summary>The value can be stored in the directive.</summary>
    public static Violation? DirectiveAccepts(Design design, string componentType, string directive, Value value)
    {
        if (DirectiveExists(design, componentType, directive, null) is { } missing) return missing;
        var kind = design.Components[componentType].Directives[directive].Kind;
        var stored = Stored(value);
        var fits = kind switch
        {
            DirectiveKind.Editable => stored is TextValue,
            DirectiveKind.Toggle => value is BooleanValue,
            DirectiveKind.Html => stored is TextValue || (stored is ObjectValue entries && entries.Find("html") is TextValue),
            _ => value is ObjectValue,
        };
        if (Storable(value, $"directive '{directive}' of '{componentType}'") is { } wrong) return wrong with { Property = directive };
        if (value is NullValue) return null;
        return fits
            ? MembersAccept(design, design.Components[componentType].Directives[directive], componentType, stored)
            : new Violation(RuleSet.DirectiveValue, $"directive '{directive}' of '{componentType}' must be {Expected(kind)}, not {Describe(value)}", Help: HowToWrite(kind, value)) { Part = EditPart.Value, Property = directive };
    }

    /// <summary>Sets a directive's content.</summary>
    public static Edit SetDirective(Design design, Document document, string component, string directive, DirectiveKind? kind, Value? value, Value? was)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (DirectiveExists(design, found.Type, directive, kind, component) is { } missing) return missing with { Component = component };
        var definition = design.Components[found.Type].Directives[directive];
        var now = found.Content.Find(directive);
        if (was is not null && now != Stored(was) && !SameStored(now, NormalDirective(definition, was) ?? Value.Null, isDate: false)) return Outdated($"'{component}.{directive}'", now, was);
        if (value is not null && DirectiveAccepts(design, found.Type, directive, value) is { } wrong) return wrong with { Component = component };
        var stored = value is null ? null : NormalDirective(definition, value);
        return stored == now ? Edit.None : new DirectiveSet(component, directive, now, stored);
    }

    /// <summary>
    /// The value as it is stored, or null (the C# one) where that is unset: an editable without what it does not take, bare html wrapped, an include with its service, dates as text.
    /// Empty text and an empty object are unset. What is in that form already stays as it is.
    /// </summary>
    public static Value? NormalDirective(DirectiveDefinition directive, Value value) => (directive.Kind, Stored(value)) switch
    {
        (_, NullValue or ObjectValue { Count: 0 }) => null,
        (DirectiveKind.Editable, TextValue text) => Cleaned(directive, text.Text) switch
        {
            "" => null,
            var clean => ReferenceEquals(clean, text.Text) ? text : new TextValue(clean),
        },
        (DirectiveKind.Html, TextValue html) => ObjectValue.Of([KeyValuePair.Create<string, Value>("html", html)]),
        (DirectiveKind.Style, ObjectValue styles) when styles.Entries.Any(style => IsUnset(style.Value)) =>
            ObjectValue.Of(styles.Entries.Where(style => !IsUnset(style.Value))) is { Count: > 0 } set ? set : null,
        (DirectiveKind.Include, ObjectValue include) => WithService(directive, include),
        (_, var stored) => stored,
    };

    /// <summary>The value may stand in the directive as it is: <see cref="DirectiveAccepts"/> takes it, and nothing of it would be removed.</summary>
    private static Violation? DirectiveKeeps(Design design, string componentType, string directive, Value value) =>
        DirectiveAccepts(design, componentType, directive, value) ?? MarkupTaken(design, componentType, directive, value);

    private static Violation? MembersAccept(Design design, DirectiveDefinition directive, string componentType, Value value) => (directive.Kind, value) switch
    {
        (DirectiveKind.Image or DirectiveKind.Video, ObjectValue media) => MediaAccepts(directive, componentType, media),
        (DirectiveKind.Link, ObjectValue link) => LinkAccepts(directive, componentType, link),
        (DirectiveKind.Html, ObjectValue html) => OnlyMembers(directive, componentType, html, ["html"]),
        (DirectiveKind.Include, ObjectValue include) => IncludeAccepts(design, directive, componentType, include),
        (DirectiveKind.Style, ObjectValue styles) => StylesAccept(design, directive, componentType, styles),
        _ => null,
    };

    private static string Expected(DirectiveKind kind) => kind switch
    {
        DirectiveKind.Editable => "text",
        DirectiveKind.Toggle => "true or false",
        DirectiveKind.Html => "text or an object {html: …}",
        DirectiveKind.Link => "an object {href: …}",
        DirectiveKind.Image => "an object {url: …}",
        _ => "an object",
    };

    private static string? HowToWrite(DirectiveKind kind, Value given) => kind switch
    {
        DirectiveKind.Editable => Quotes,
        DirectiveKind.Toggle => given is TextValue ? "write it without quotes" : "write true or false, or null to unset it",
        DirectiveKind.Html => "write the markup in quotes, as \"<p>Hi</p>\"",
        DirectiveKind.Link => "write it as {href: \"https://example.com\"}",
        DirectiveKind.Include => "write it as {service: \"poll\", params: {…}}",
        DirectiveKind.Style => "write it as {color: \"red\"}",
        _ => "write it as {url: \"https://example.com/a.jpg\", width: 1200, height: 800}",
    };
}
