using System.Globalization;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for a publication that other documents decide: values that are unique, and references.</summary>
public static partial class Rules
{
    private static IEnumerable<Violation> AmongOthers(Design design, Document document, IDocumentLookup others) =>
        PropertiesOf(design, document)
            .Where(property => document.Metadata.Find(property.Name) is not null)
            .SelectMany(property => Unique(design, document, property, others).Concat(Referring(design, document, property, others)));

    // A value is taken by a public document that has it in any property of the scope. One that was edited since it was published counts by what it says now.
    private static IEnumerable<Violation> Unique(Design design, Document document, MetadataProperty property, IDocumentLookup others)
    {
        if (property.Demands.UniquenessScope is not { } scope || document.Metadata.Find(property.Name) is not TextValue { Text.Length: > 0 } value) yield break;
        var twin = PropertiesOf(design, document).FirstOrDefault(other => other.Name != property.Name && IsIn(scope, other) && document.Metadata.Find(other.Name) == value);
        if (twin is not null) yield return Taken($"which '{twin.Name}' is too", "give one of them another value");
        foreach (var name in design.ContentTypes.Values.SelectMany(type => type.Metadata.Values).Where(other => IsIn(scope, other)).Select(other => other.Name).Distinct(StringComparer.Ordinal))
        {
            var owner = others.FindPublished(name, value).FirstOrDefault(other => other.Id != document.Id && PropertiesOf(design, other).Any(own => own.Name == name && IsIn(scope, own)));
            if (owner is null) continue;
            yield return Taken($"which {owner.Called} has published", $"give it another value, or unpublish {owner.Called}");
            yield break;
        }

        Violation Taken(string who, string help) =>
            new(RuleSet.MetadataUnique, $"metadata property '{property.Name}' is {value}, {who} (unique among '{scope}')", help) { Property = property.Name };
    }

    private static IEnumerable<Violation> Referring(Design design, Document document, MetadataProperty property, IDocumentLookup others) =>
        property.Demands.References is { } demands
            ? ReferencesIn(document.Metadata.Find(property.Name)!).Select(id => Refers(design, property, demands, id, others)).OfType<Violation>()
            : [];

    private static Violation? Refers(Design design, MetadataProperty property, ReferenceDemands demands, Value id, IDocumentLookup others)
    {
        if (IdOf(id) is not { } number || others.Find(number) is not { } target)
            return Wrong(RuleSet.ReferenceExists, $"document {(id is TextValue text ? $"'{text.Text}'" : id.ToString())}, which does not exist", "refer to another document, or take the reference out");
        if (demands.ContentTypes is { } types && !types.Contains(target.Header.ContentType, StringComparer.Ordinal))
            return Wrong(RuleSet.ReferenceFits, $"{target.Called} of content type '{target.Header.ContentType}'", $"it takes {string.Join(", ", types)}");
        if (demands.DocumentType is { } kind && design.ContentTypes.GetValueOrDefault(target.Header.ContentType)?.DocumentType is var found && found != kind)
            return Wrong(RuleSet.ReferenceFits, $"{target.Called} of document type '{found}'", $"it takes {kind}");
        return demands.Published && target.Header.Publication is null
            ? Wrong(RuleSet.ReferencePublished, $"{target.Called}, which is not published", $"publish {target.Called} first")
            : null;

        Violation Wrong(Rule rule, string what, string help) => new(rule, $"metadata property '{property.Name}' refers to {what}", help) { Property = property.Name };
    }

    private static IEnumerable<Value> ReferencesIn(Value value) => value is ObjectValue holder
        ? (holder.Find("references") is ListValue list ? list.Items : [holder.Find("reference") ?? Value.Null])
            .OfType<ObjectValue>().Select(reference => reference.Find("id")).OfType<Value>()
        : [];

    private static long? IdOf(Value id) => id switch
    {
        IntegerValue integer => integer.Integer,
        TextValue text when long.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool IsIn(string scope, MetadataProperty property) => string.Equals(property.Demands.UniquenessScope, scope, StringComparison.Ordinal);
}
