using System.Text.Json;
using DocScript.Documents.Values;

namespace DocScript.Engine.Json;

/// <summary>Our own JSON read strictly: whatever is not as it should be is a <see cref="FormatException"/> that names the place.</summary>
internal readonly struct JsonNodeReader(JsonElement json, JsonPlace place)
{
    public JsonNodeReader Member(string name)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        return json.TryGetProperty(name, out var value) ? new JsonNodeReader(value, place.Member(name)) : throw new FormatException($"{place.Member(name)} is missing");
    }

    public bool Has(string name) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _);

    public string Text() => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw Wrong("a text");

    public long Integer() => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var value) ? value : throw Wrong("an integer");

    public string Text(string name) => Member(name).Text();

    public long Integer(string name) => Member(name).Integer();

    public Guid? Guid(string name)
    {
        if (!Has(name)) return null;
        return System.Guid.TryParse(Text(name), out var id) ? id : throw Member(name).Wrong("a transaction id");
    }

    public DateTimeOffset Instant(string name) =>
        DateValue.TryParse(Text(name), out var date) ? date.Instant : throw Member(name).Wrong("a date");

    public IEnumerable<JsonNodeReader> List(string name)
    {
        var list = Member(name);
        return list.Items();
    }

    public IEnumerable<JsonNodeReader> Items()
    {
        if (json.ValueKind != JsonValueKind.Array) throw Wrong("a list");
        var at = place;
        return json.EnumerateArray().Select((item, index) => new JsonNodeReader(item, at.Item(index)));
    }

    public IEnumerable<(string Name, JsonNodeReader Value)> Members()
    {
        if (json.ValueKind != JsonValueKind.Object) throw Wrong("an object");
        var at = place;
        return json.EnumerateObject().Select(member => (member.Name, new JsonNodeReader(member.Value, at.Member(member.Name))));
    }

    /// <summary>What another reader makes of it, its failure with the place.</summary>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            return read(json);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{place}: {e.Message}", e);
        }
    }

    public FormatException Wrong(string expected) => new($"{(place == JsonPlace.Root ? "the file" : place.Pointer)} is {LivingdocsImport.Name(json)}, not {expected}");
}
