using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for the content of components.</summary>
public static partial class Rules
{
    /// <summary>The directive exists on the component type, and is of <paramref name="kind"/> where that is given.</summary>
    public static Violation? DirectiveExists(Design design, string componentType, string directive, DirectiveKind? kind)
    {
        if (!design.Components.TryGetValue(componentType, out var definition)) return ComponentTypeExists(design, null, componentType);
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
        return fits || value is NullValue
            ? null
            : new Violation(RuleSet.DirectiveValue, $"directive '{directive}' of '{componentType}' must be {Expected(kind)}, not {Describe(value)}") { Part = EditPart.Value, Property = directive };
    }

    /// <summary>Sets a directive's content.</summary>
    public static Edit SetDirective(Design design, Document document, string component, string directive, DirectiveKind? kind, Value? value, Value? was)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (DirectiveExists(design, found.Type, directive, kind) is { } missing) return missing with { Component = component };
        var definition = design.Components[found.Type].Directives[directive];
        var now = found.Content.Find(directive);
        if (was is not null && !SameStored(now, NormalDirective(definition.Kind, was) ?? Value.Null, isDate: false)) return Outdated($"'{component}.{directive}'", now, was);
        if (value is not null && DirectiveAccepts(design, found.Type, directive, value) is { } wrong) return wrong with { Component = component };
        var stored = value is null ? null : NormalDirective(definition.Kind, value);
        return stored == now ? Edit.None : new DirectiveSet(component, directive, now, stored);
    }

    /// <summary>The value as it is stored: empty editables are unset, bare html is wrapped, dates are text.</summary>
    internal static Value? NormalDirective(DirectiveKind kind, Value value) => (kind, Stored(value)) switch
    {
        (_, NullValue) => null,
        (DirectiveKind.Editable, TextValue { Text: "" }) => null,
        (DirectiveKind.Html, TextValue html) => ObjectValue.Of([KeyValuePair.Create<string, Value>("html", html)]),
        (_, var stored) => stored,
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
}
