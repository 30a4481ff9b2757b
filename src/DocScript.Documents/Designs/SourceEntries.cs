using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>Lists in the source of a design whatever their form: texts, objects that bear their names, or an object keyed by them.</summary>
internal static class SourceEntries
{
    private static readonly string[] NameFields = ["name", "handle", "identifier"];

    /// <summary>The entries with their names; those without one are left out.</summary>
    public static IEnumerable<(string Name, ObjectValue Entry)> Named(Value? list) => list switch
    {
        ObjectValue members => members.Entries.Select(member => (member.Key, member.Value as ObjectValue ?? ObjectValue.Empty)),
        ListValue { Items: var items } => items.Select(item => (Name: NameOf(item)!, item as ObjectValue ?? ObjectValue.Empty)).Where(entry => entry.Name is not null),
        _ => [],
    };

    /// <summary>The texts of a text or of a list.</summary>
    public static IEnumerable<string> Texts(Value? value) => value switch
    {
        TextValue text => [text.Text],
        ListValue { Items: var items } => items.OfType<TextValue>().Select(text => text.Text),
        _ => [],
    };

    /// <summary>The components that a default content is made of, at whatever depth.</summary>
    public static IEnumerable<string> ComponentsOf(Value? content)
    {
        if (content is not ListValue { Items: var items }) yield break;
        foreach (var component in items.OfType<ObjectValue>())
        {
            if ((component.Find("component") ?? component.Find("identifier")) is TextValue { Text: var name }) yield return name[(name.LastIndexOf('.') + 1)..];
            if (component.Find("containers") is not ObjectValue containers) continue;
            foreach (var below in containers.Entries.SelectMany(container => ComponentsOf(container.Value))) yield return below;
        }
    }

    private static string? NameOf(Value item) => item switch
    {
        TextValue text => text.Text,
        ObjectValue entry => NameFields.Select(field => (entry.Find(field) as TextValue)?.Text).FirstOrDefault(name => name is not null),
        _ => null,
    };
}
