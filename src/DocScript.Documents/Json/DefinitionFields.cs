using System.Collections.ObjectModel;
using System.Text.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>
/// What the parts of a design have in common: a list whose entries bear their names, or in older designs an object keyed by them; and fields that are only kept.
/// </summary>
internal static class DefinitionFields
{
    /// <summary>The entries of a list or object by name, in order; errors name the entry.</summary>
    public static IReadOnlyDictionary<string, T> ByName<T>(JsonElement element, string field, Func<string, JsonElement, T> read)
    {
        var found = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, json) in Named(element, field))
        {
            T entry;
            try
            {
                entry = read(name, json);
            }
            catch (FormatException wrong)
            {
                throw new DefinitionException([field, name, .. (wrong as DefinitionException)?.Path ?? []], $"{field} '{name}': {wrong.Message}", wrong);
            }

            if (!found.TryAdd(name, entry)) throw new DefinitionException([field, name], $"{field}: '{name}' occurs twice");
        }

        return new ReadOnlyDictionary<string, T>(found);
    }

    /// <summary>The names in a list of names or of objects with a name; null where there is no list.</summary>
    public static IReadOnlyList<string>? Names(JsonElement element, string field) =>
        element.Find(field) is null ? null : [.. Named(element, field).Select(entry => entry.Name)];

    /// <summary>All fields but these.</summary>
    public static ObjectValue Rest(JsonElement element, params ReadOnlySpan<string> read)
    {
        var rest = element.ValueKind == JsonValueKind.Object ? ValueJson.ReadObject(element) : ObjectValue.Empty;
        foreach (var name in read) rest = rest.Without(name);
        return rest;
    }

    /// <summary>Writes names as a list of objects with a name.</summary>
    public static void WriteNames(Utf8JsonWriter writer, string field, IReadOnlyList<string>? names)
    {
        if (names is null) return;
        writer.WriteStartArray(field);
        foreach (var name in names) writer.WriteStringValue(name);
        writer.WriteEndArray();
    }

    /// <summary>The entries of a list or object with their names, in order.</summary>
    public static IEnumerable<(string Name, JsonElement Json)> Named(JsonElement element, string field)
    {
        if (element.Find(field) is not { } found) yield break;
        if (found.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in found.EnumerateObject()) yield return (JsonFields.Name(property), property.Value);
            yield break;
        }

        foreach (var item in JsonFields.ItemsOf(found, field)) yield return (NameOf(item, field), item);
    }

    private static string NameOf(JsonElement item, string field)
    {
        if (item.ValueKind == JsonValueKind.String) return JsonFields.Text(item);
        return item.FindText("name") ?? item.FindText("handle") ?? item.FindText("identifier")
            ?? throw new DefinitionException([field], $"{field}: an entry has no 'name' or 'handle'");
    }
}
