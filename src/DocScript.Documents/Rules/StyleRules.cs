using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Html;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>
/// Rules for styles (contracts/livingdocs.md 2.5 and ruling 8): of a component, which offers some of the design's component properties, and of a style directive, which
/// lists its own (one that lists none takes any). A property of type <c>option</c> has its value or none, one of type <c>select</c> one of its options, any other any text: a style
/// sheet says more than a design knows, so of type <c>style</c> only that is refused which would end the declaration or bring a script (<see cref="StyleDeclaration"/>).
/// </summary>
public static partial class Rules
{
    /// <summary>The component type, or its style directive, offers the property; where the type is null, any component type does.</summary>
    public static Violation? StyleExists(Design design, string? componentType, string? directive, string property)
    {
        if (componentType is null)
        {
            if (directive is not null) return null;
            var all = design.Components.Values.SelectMany(type => type.Properties).Distinct(StringComparer.Ordinal).ToList();
            return all.Contains(property, StringComparer.Ordinal) ? null : NoStyle($"no component type has a style '{property}'", property, all);
        }

        if (directive is null)
        {
            if (!design.Components.TryGetValue(componentType, out var definition)) return ComponentTypeExists(design, null, componentType);
            return definition.Properties.Contains(property, StringComparer.Ordinal) ? null : NoStyle($"component type '{componentType}' has no style '{property}'", property, definition.Properties);
        }

        if (DirectiveExists(design, componentType, directive, DirectiveKind.Style) is { } missing)
            return missing with { Part = EditPart.Kind, Help = missing.Rule == RuleSet.DirectiveIsOfKind ? "only style directives have styles; a component's own are set without a directive" : missing.Help };
        var offered = Offered(design.Components[componentType].Directives[directive]);
        return offered is null || offered.Contains(property, StringComparer.Ordinal) ? null : NoStyle($"style directive '{directive}' of '{componentType}' has no style '{property}'", property, offered);
    }

    /// <summary>The value can be stored in the property, which exists; null and empty text unset it.</summary>
    public static Violation? StyleAccepts(Design design, string property, Value value)
    {
        if (IsUnset(value)) return null;
        if (Storable(value, $"style '{property}'") is { } half) return half with { Property = property };
        var definition = design.ComponentProperties.GetValueOrDefault(property) ?? ObjectValue.Empty;
        var options = (definition.Find("type") as TextValue)?.Text switch
        {
            "option" => [definition.Find("value") ?? Value.Null],
            "select" when definition.Find("options") is ListValue list => list.Items.OfType<ObjectValue>().Select(option => option.Find("value") ?? Value.Null).Where(option => !IsUnset(option)),
            _ => null,
        };
        if (value is TextValue text && definition.Find("type") is TextValue { Text: "style" } && StyleDeclaration.BreaksOut(text.Text) is { } outbreak)
            return Wrong($"can't hold '{outbreak}', which would end its declaration or bring a script: {value}", "give one value, such as \"#1fc47a\"");
        if (options is null ? value is TextValue : options.Contains(value)) return null;
        var expected = options is null ? "text" : string.Join(" or ", options);
        return Wrong($"must be {(expected.Length == 0 ? "unset" : expected)}, not {value}", "null unsets it");

        Violation Wrong(string what, string help) => new(RuleSet.StyleValue, $"style '{property}' {what}", Help: help) { Part = EditPart.Value, Property = property, Holder = "styles" };
    }

    /// <summary>Sets a property of a component's styles or, with <paramref name="directive"/>, of one of its style directives; null and empty text unset it.</summary>
    public static Edit SetStyle(Design design, Document document, string component, string? directive, string property, Value? value, Value? was)
    {
        if (document.Components.Find(component) is not { } found) return ComponentMissing(document, component);
        if (StyleExists(design, found.Type, directive, property) is { } missing) return missing with { Component = component };
        var holder = directive is null ? found.Styles : found.Content.Find(directive) as ObjectValue ?? ObjectValue.Empty;
        var now = holder.Find(property);
        if (was is not null && !(IsUnset(was) ? IsUnset(now) : now == Stored(was))) return Outdated(StyleSet.Called(component, directive, property), now, was);
        if (value is not null && StyleAccepts(design, property, value) is { } wrong) return wrong with { Component = component };
        var stored = IsUnset(value) ? null : value;
        if (stored == now || (stored is null && IsUnset(now))) return Edit.None;

        // An empty object would not come back when the change is taken back, so the change is that of the whole directive.
        return directive is not null && found.Content.Find(directive) is ObjectValue { Count: 0 } empty
            ? new DirectiveSet(component, directive, empty, empty.With(property, stored!))
            : new StyleSet(component, directive, property, now, stored);
    }

    private static Violation? StylesAccept(Design design, DirectiveDefinition directive, string componentType, ObjectValue value)
    {
        foreach (var (property, style) in value.Entries)
            if ((StyleExists(design, componentType, directive.Name, property) ?? StyleAccepts(design, property, style)) is { } wrong)
                return wrong with { Part = EditPart.Value, Property = directive.Name, Member = property, Holder = "content" };
        return null;
    }

    /// <summary>The properties that a style directive lists; null where it lists none and so takes any.</summary>
    private static IReadOnlyList<string>? Offered(DirectiveDefinition directive) =>
        directive.Configuration.Find("properties") is (ListValue or ObjectValue) and var listed ? [.. SourceEntries.Named(listed).Select(entry => entry.Name)] : null;

    private static Violation NoStyle(string message, string property, IReadOnlyList<string> offered) =>
        new(RuleSet.StyleExists, message, Help: Known("it has", offered)) { Part = EditPart.Property, Property = property, Name = offered.Count > 0 ? property : null, Candidates = offered, Holder = "styles" };

    private static bool IsUnset(Value? value) => value is null or NullValue or TextValue { Text: "" };
}
