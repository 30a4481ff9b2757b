using System.Text.Json;

namespace DocScript.Documents.Json;

/// <summary>Fields of JSON objects, read with errors that name the place.</summary>
internal static class JsonFields
{
    /// <summary>Parses text and reads it; everything wrong with it is a <see cref="FormatException"/>.</summary>
    public static T Parse<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, ValueJson.ReadOptions);
            return read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"not JSON: {wrong.Message}", wrong);
        }
    }

    /// <summary>What a person calls this kind of JSON.</summary>
    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    /// <summary>A field, or null where it is missing or JSON's null.</summary>
    public static JsonElement? Find(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new FormatException($"expected an object, not {Kind(element)}");
        return element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
    }

    /// <summary>A field that must be there.</summary>
    public static JsonElement Get(this JsonElement element, string name) => element.Find(name) ?? throw new FormatException($"'{name}' is missing");

    /// <summary>A field that is text, or null.</summary>
    public static string? FindText(this JsonElement element, string name) => element.Find(name)?.Text(name);

    /// <summary>A field that must be text.</summary>
    public static string GetText(this JsonElement element, string name) => element.Get(name).Text(name);

    /// <summary>A field that is an integer, or null.</summary>
    public static long? FindInteger(this JsonElement element, string name) => element.Find(name)?.Integer(name);

    /// <summary>A field that must be an integer.</summary>
    public static long GetInteger(this JsonElement element, string name) => element.Get(name).Integer(name);

    /// <summary>A field that must be a count, from 0.</summary>
    public static int GetCount(this JsonElement element, string name) => element.Get(name).Count(name);

    /// <summary>A field that is a count, from 0; 0 where it is missing.</summary>
    public static int FindCount(this JsonElement element, string name) => element.Find(name)?.Count(name) ?? 0;

    /// <summary>A field that is a boolean; false where it is missing.</summary>
    public static bool IsTrue(this JsonElement element, string name) => element.Find(name)?.Boolean(name) ?? false;

    /// <summary>A field that must be an instant in ISO 8601.</summary>
    public static DateTimeOffset GetInstant(this JsonElement element, string name) => element.Get(name).Instant(name);

    /// <summary>A field that is an instant in ISO 8601, or null.</summary>
    public static DateTimeOffset? FindInstant(this JsonElement element, string name) => element.Find(name)?.Instant(name);

    /// <summary>The items of a field that is a list; none where it is missing.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element, string name) => element.Find(name) is { } found ? ItemsOf(found, name) : default;

    /// <summary>The items of a list; <paramref name="name"/> is what a message calls it.</summary>
    public static JsonElement.ArrayEnumerator ItemsOf(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new FormatException($"'{name}' must be a list, not {Kind(list)}");

    /// <summary>A field that is an object; empty where it is missing.</summary>
    public static Values.ObjectValue Members(this JsonElement element, string name, SharedNames? names = null)
    {
        if (element.Find(name) is not { } found) return Values.ObjectValue.Empty;
        return found.ValueKind == JsonValueKind.Object ? ValueJson.ReadObject(found, names) : throw new FormatException($"'{name}' must be an object, not {Kind(found)}");
    }

    /// <summary>The text of a JSON string.</summary>
    public static string Text(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) throw new FormatException($"expected text, not {Kind(element)}");
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException wrong)
        {
            throw new FormatException("text has half a surrogate pair", wrong);
        }
    }

    /// <summary>The name of a field.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException wrong)
        {
            throw new FormatException("a key has half a surrogate pair", wrong);
        }
    }

    /// <summary>The integer that a field is; <paramref name="name"/> is what a message calls it, also below.</summary>
    public static long Integer(this JsonElement field, string name) => field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out var integer)
        ? integer
        : throw new FormatException($"'{name}' must be an integer");

    /// <summary>The count from 0 that a field is.</summary>
    public static int Count(this JsonElement field, string name) => field.Integer(name) is >= 0 and <= int.MaxValue and var count
        ? (int)count
        : throw new FormatException($"'{name}' is out of range");

    /// <summary>The boolean that a field is.</summary>
    public static bool Boolean(this JsonElement field, string name) => field.ValueKind switch
    {
        JsonValueKind.False => false,
        JsonValueKind.True => true,
        _ => throw new FormatException($"'{name}' must be true or false"),
    };

    /// <summary>The instant that a field is.</summary>
    public static DateTimeOffset Instant(this JsonElement field, string name) => field.ValueKind == JsonValueKind.String && field.TryGetDateTimeOffset(out var instant)
        ? instant
        : throw new FormatException($"'{name}' must be a date in ISO 8601");

    /// <summary>The text that a field is.</summary>
    public static string Text(this JsonElement field, string name) =>
        field.ValueKind == JsonValueKind.String ? Text(field) : throw new FormatException($"'{name}' must be text, not {Kind(field)}");
}
