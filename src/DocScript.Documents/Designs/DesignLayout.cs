using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>What older designs have in place of content types: layouts with groups of components and a default content, and one list of metadata for all.</summary>
internal sealed record DesignLayout(string Name, IReadOnlyList<string> Components)
{
    public static IReadOnlyDictionary<string, DesignLayout> AllOf(ObjectValue source)
    {
        var found = new OrderedDictionary<string, DesignLayout>(StringComparer.Ordinal);
        foreach (var layout in Objects(source.Find("layouts")))
        {
            if (Text(layout.Find("name")) is not { } name) continue;
            var grouped = Objects(layout.Find("groups")).SelectMany(group => SourceEntries.Texts(group.Find("components")));
            found.TryAdd(name, new(name, [.. grouped.Concat(SourceEntries.ComponentsOf(layout.Find("defaultContent")))]));
        }

        return found;
    }

    public static IEnumerable<(string Name, MetadataPlugin Plugin)> MetadataOf(ObjectValue source) =>
        from property in Objects(source.Find("metadata"))
        let name = Text(property.Find("identifier")) ?? Text(property.Find("handle")) ?? Text(property.Find("name"))
        let type = Text(property.Find("type")) ?? Text(property.Find("plugin"))
        where name is not null && type is not null
        select (name, MetadataPlugins.Of(type));

    private static IEnumerable<ObjectValue> Objects(Value? list) => list is ListValue { Items: var items } ? items.OfType<ObjectValue>() : [];

    private static string? Text(Value? value) => (value as TextValue)?.Text;
}
