using DocScript.Documents.Designs;
using DocScript.Documents.Html;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for text with markup (contracts/livingdocs.md 2.5): what an editable does not take is removed when it is set (<see cref="MarkupCleaner"/>), and refused where it stands already.</summary>
public static partial class Rules
{
    /// <summary>
    /// What of a value its editable does not take, or null. It is not against setting the value, from which it is removed (so a check warns of it); it is
    /// against a value that is there already: in a document that comes in, in a plan, in what an undo would bring back.
    /// </summary>
    public static Violation? MarkupTaken(Design design, string componentType, string directive, Value value)
    {
        if (value is not TextValue text || FindDirective(design, componentType, directive) is not { Kind: DirectiveKind.Editable } editable) return null;
        if (MarkupCleaner.Clean(text.Text, editable.Markup).Removed is not { } removed) return null;
        var tags = editable.Markup.Tags.Count switch
        {
            0 => "it takes plain text",
            > 12 => "it takes inline tags such as a, br, em and strong",
            _ => $"it takes {string.Join(", ", editable.Markup.Tags.Order(StringComparer.Ordinal))}",
        };
        return new Violation(RuleSet.EditableMarkup, $"editable '{directive}' of '{componentType}' does not take {ValueLiteral.Escaped(removed)}", Help: $"{tags}; the rest is removed, and its text kept") { Part = EditPart.Value, Property = directive };
    }

    private static string Cleaned(DirectiveDefinition editable, string markup) => MarkupCleaner.Clean(markup, editable.Markup).Clean;

    private static DirectiveDefinition? FindDirective(Design design, string componentType, string directive) =>
        design.Components.TryGetValue(componentType, out var definition) ? definition.Directives.GetValueOrDefault(directive) : null;
}
