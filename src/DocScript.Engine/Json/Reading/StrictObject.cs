using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Reading;

/// <summary>An object of JSON read strictly: what is missing, of another kind or not asked for becomes a problem with its place.</summary>
internal sealed class StrictObject
{
    private readonly List<string> _asked = [];

    private StrictObject(ObjectExpression json, JsonPlace place, JsonProblems problems) => (Json, Place, Problems) = (json, place, problems);

    /// <summary>The object itself.</summary>
    public ObjectExpression Json { get; }

    /// <summary>Where it stands.</summary>
    public JsonPlace Place { get; }

    /// <summary>Where problems go.</summary>
    public JsonProblems Problems { get; }

    /// <summary>The object, or null with a problem where it is something else.</summary>
    public static StrictObject? Of(Expression json, JsonPlace place, JsonProblems problems, string? help = null)
    {
        if (json is ObjectExpression found) return new(found, place, problems);
        problems.WrongKind(place, json, "an object", help);
        return null;
    }

    /// <summary>Whether there is a member, whatever it is.</summary>
    public bool Has(string key) => Json.Entries.Any(entry => entry.Key.Text == key);

    /// <summary>A member, or null where it is missing.</summary>
    public Expression? Find(string key)
    {
        if (!_asked.Contains(key, StringComparer.Ordinal)) _asked.Add(key);
        foreach (var entry in Json.Entries.Span)
            if (entry.Key.Text == key)
                return entry.Value;
        return null;
    }

    /// <summary>A member, or null with a problem where it is missing.</summary>
    public Expression? Get(string key, string help)
    {
        if (Find(key) is { } found) return found;
        Problems.Missing(Place, key, Json, help);
        return null;
    }

    /// <summary>A member that must be a text; null where it is missing, and with a problem where it is something else.</summary>
    public string? FindText(string key) => Text(key, Find(key));

    /// <summary>A member that must be there and be a text, or null with a problem.</summary>
    public string? GetText(string key, string help) => Text(key, Get(key, help));

    /// <summary>The items of a member that must be a list; none where it is missing.</summary>
    public IEnumerable<(Expression Value, JsonPlace Place)> Items(string key)
    {
        var found = Find(key);
        var place = Place.Member(key);
        if (found is ListExpression list) return list.Elements.Select((element, index) => (element, place.Item(index)));
        if (found is not null) Problems.WrongKind(place, found, "a list");
        return [];
    }

    /// <summary>Says of each member that was never asked for that it means nothing.</summary>
    public void RefuseOthers()
    {
        foreach (var entry in Json.Entries)
            if (!_asked.Contains(entry.Key.Text, StringComparer.Ordinal))
                Problems.Unknown(Place, entry.Key, _asked);
    }

    private string? Text(string key, Expression? found)
    {
        if (found is TextLiteral text) return text.Value;
        if (found is not null) Problems.WrongKind(Place.Member(key), found, "a text");
        return null;
    }
}
