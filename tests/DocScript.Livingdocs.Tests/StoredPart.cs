using DocScript.Documents.Values;

namespace DocScript.Livingdocs.Tests;

/// <summary>One thing that a stored document says of a component: where it stands, what a directive holds.</summary>
/// <param name="Component">The component's id.</param>
/// <param name="Name"><c>place</c>, <c>type</c>, <c>position</c>, <c>data</c>, <c>conditions</c>, <c>containers</c>, <c>content.d0</c>, <c>styles.boxed</c>.</param>
internal readonly record struct StoredPart(string Component, string Name)
{
    /// <summary>All that a document says, by part.</summary>
    public static Dictionary<StoredPart, Value> AllOf(Value content)
    {
        var parts = new Dictionary<StoredPart, Value>();
        AddList((ListValue)content, "root");
        return parts;

        void AddList(ListValue components, string container)
        {
            for (var index = 0; index < components.Items.Length; index++) Add((ObjectValue)components.Items[index], $"{container}[{index}]");
        }

        void Add(ObjectValue component, string place)
        {
            var id = ((TextValue)component.Find("id")!).Text;
            parts.Add(new(id, "place"), new TextValue(place));
            parts.Add(new(id, "type"), component.Find("identifier")!);
            foreach (var name in new[] { "position", "data", "conditions" })
                if (component.Find(name) is { } whole)
                    parts.Add(new(id, name), whole);
            foreach (var name in new[] { "content", "styles" })
                foreach (var (member, value) in (component.Find(name) as ObjectValue)?.Entries ?? [])
                    parts.Add(new(id, $"{name}.{member}"), value);
            if (component.Find("containers") is not ObjectValue containers) return;
            parts.Add(new(id, "containers"), new TextValue(string.Join(' ', containers.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal))));
            foreach (var (name, children) in containers.Entries) AddList((ListValue)children, $"{id}.{name}");
        }
    }
}

/// <summary>A part in which ours and theirs differ; null is absent.</summary>
internal sealed record Difference(StoredPart Part, Value? Ours, Value? Theirs)
{
    public static IReadOnlyList<Difference> Between(Value ours, Value theirs)
    {
        if (ours == theirs) return [];
        var (left, right) = (StoredPart.AllOf(ours), StoredPart.AllOf(theirs));
        return [.. left.Keys.Union(right.Keys)
            .Select(part => new Difference(part, left.GetValueOrDefault(part), right.GetValueOrDefault(part)))
            .Where(difference => difference.Ours != difference.Theirs)];
    }

    public override string ToString() => $"{Part.Component} {Part.Name}: ours {Ours?.ToString() ?? "nothing"}, theirs {Theirs?.ToString() ?? "nothing"}";
}
