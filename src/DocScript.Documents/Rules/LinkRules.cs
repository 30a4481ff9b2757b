using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for links (contracts/livingdocs.md 2.5): an address, or a reference to a document, and where it opens.</summary>
public static partial class Rules
{
    private const string LinkReference = "write {$ref: \"document\", reference: {id: \"42\"}}";

    private static readonly string[] LinkMembers = ["href", "target", "$ref", "reference"];

    private static readonly string[] LinkTargets = ["_blank", "_self", "_parent", "_top"];

    private static Violation? LinkAccepts(DirectiveDefinition link, string componentType, ObjectValue value)
    {
        if (OnlyMembers(link, componentType, value, LinkMembers) is { } unknown) return unknown;
        if (Given("href") is { } href)
        {
            if (href is not TextValue address) return Wrong("href", "text", href, "write an address such as \"https://example.com\"");
            if (ScriptAddress([new("href", "href", address.Text)], Called(link, componentType), takesPictures: false) is { } script) return script with { Property = link.Name };
        }

        if (Given("target") is { } target && !(target is TextValue { Text: var name } && LinkTargets.Contains(name, StringComparer.Ordinal)))
            return WrongMember(RuleSet.LinkMember, link, componentType, "target", $"must be one of {string.Join(", ", LinkTargets)}, not {target}") with { Help = "leave it out to open the link in the same window", Name = (target as TextValue)?.Text, Candidates = LinkTargets };
        if (Given("$ref") is { } kind && kind is not TextValue) return Wrong("$ref", "text", kind, LinkReference);
        if (Given("reference") is { } reference && !Designs.Shape.Open(("id!", Designs.Shape.Id))(reference)) return Wrong("reference", "an object {id: …}", reference, LinkReference);
        return Given("$ref") is null == Given("reference") is null
            ? null
            : WrongMember(RuleSet.LinkMember, link, componentType, Given("$ref") is null ? "reference" : "$ref", "needs the other of '$ref' and 'reference'") with { Help = LinkReference };

        Value? Given(string member) => value.Find(member) is { } found and not NullValue ? found : null;

        Violation Wrong(string member, string expected, Value given, string help) => WrongMember(RuleSet.LinkMember, link, componentType, member, $"must be {expected}, not {given}") with { Help = help };
    }
}
