using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for the content of components that hold for publications only (contracts/livingdocs.md 2.5): how many characters (as the language's <c>length</c> counts them) the text of an editable has, without its markup.</summary>
public static partial class Rules
{
    // An editable that is unset is too short, unless it is optional.
    private static IEnumerable<Violation> ContentPublishable(Design design, Document document) =>
        from component in document.Components.DepthFirst()
        where design.Components.ContainsKey(component.Type)
        from directive in design.Components[component.Type].Directives.Values
        where directive.Kind == DirectiveKind.Editable
        let least = Length(directive, "minLength")
        let most = Length(directive, "maxLength")
        where least is not null || most is not null
        let text = component.Content.Find(directive.Name) as TextValue
        where text is not null || directive.Configuration.Find("optional") is not BooleanValue { Boolean: true }
        let length = text is null ? 0 : Markup.ToText(text.Text).EnumerateRunes().Count()
        where length < least || length > most
        select new Violation(
            RuleSet.EditableLength,
            string.Create(CultureInfo.InvariantCulture, $"'{component.Id}.{directive.Name}' has {Counted.Of(length, "character")}, {(length < least ? "fewer" : "more")} than the {(length < least ? least : most)} that a publication {(length < least ? "needs" : "may have")}"),
            Help: Unfinished)
        {
            Component = component.Id,
            Property = directive.Name,
        };

    private static decimal? Length(DirectiveDefinition directive, string limit) => (directive.Configuration.Find(limit) as NumberValue)?.AsDecimal;
}
