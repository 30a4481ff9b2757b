using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>
/// Rules for metadata that hold for publications only (contracts/livingdocs.md 2.4): of its table, what stands under "stored" is asked of every write, what stands under
/// "checks" of a publication, lengths and ranges like enums, so that a draft may be unfinished.
/// </summary>
public static partial class Rules
{
    private static IEnumerable<Violation> MetadataPublishable(Design design, Document document)
    {
        foreach (var property in PropertiesOf(design, document))
        {
            var value = document.Metadata.Find(property.Name);
            if (property.Demands.Required && IsNothing(value))
                yield return Required(property);
            if (value is null or TextValue { Text.Length: 0 }) continue;
            foreach (var check in property.Demands.Checks)
                if (check(value) is { } complaint)
                    yield return new Violation(complaint.Rule, $"metadata property '{property.Name}' {complaint.What}", complaint.Help ?? Unfinished) { Property = property.Name };
        }
    }

    private static Violation Required(MetadataProperty property)
    {
        var why = property.Demands.RequiredMessage is { } message ? $": {message}" : "";
        return new Violation(RuleSet.MetadataRequired, $"metadata property '{property.Name}' is required{why}", "set it, then publish") { Property = property.Name };
    }

    private static bool IsNothing(Value? value) => value switch
    {
        null or NullValue => true,
        TextValue text => text.Text.Length == 0,
        ListValue list => list.Items.Length == 0,
        ObjectValue holder => holder.Count == 0 || holder.Find("references") is ListValue { Items.Length: 0 },
        _ => false,
    };

    private static IEnumerable<MetadataProperty> PropertiesOf(Design design, Document document) =>
        design.ContentTypes.TryGetValue(document.Header.ContentType, out var type) ? type.Metadata.Values : [];
}
