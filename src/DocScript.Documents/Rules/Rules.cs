using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>
/// Where every rule lives once. The methods that make edits judge a whole attempt against document and design; the engine turns the violation into a
/// diagnostic. Those that only judge names and values serve <c>check</c> too, which knows the design but no document.
/// </summary>
public static partial class Rules
{
    /// <summary>All rules, for the reference and the coverage list.</summary>
    public static IReadOnlyList<Rule> All => RuleSet.All;

    /// <summary>The violation that a document has no such component.</summary>
    public static Violation ComponentMissing(Document document, string id) =>
        new(RuleSet.ComponentExists, $"{document.Called} has no component '{id}'", Help: "look at its outline with 'docscript show'") { Part = EditPart.Component, Component = id, Name = id, Candidates = document.Components.Ids.Take(10_000) };

    /// <summary>The content type exists.</summary>
    public static Violation? ContentTypeExists(Design design, string handle) => design.ContentTypes.ContainsKey(handle)
        ? null
        : new Violation(RuleSet.ContentTypeExists, $"there is no content type '{handle}'", Help: Known("content types", design.ContentTypes.Keys)) { Part = EditPart.Type, Name = handle, Candidates = design.ContentTypes.Keys };

    /// <summary>The component is one of the design's and, where the content type is known, of its list.</summary>
    public static Violation? ComponentTypeExists(Design design, string? contentType, string name)
    {
        if (!design.Components.ContainsKey(name))
            return new Violation(RuleSet.ComponentTypeExists, $"there is no component type '{name}'", Help: Known("component types", design.Components.Keys)) { Part = EditPart.Type, Name = name, Candidates = design.Components.Keys };
        return contentType is not null && design.ContentTypes.TryGetValue(contentType, out var type) && type.Components is { } allowed && !allowed.Contains(name, StringComparer.Ordinal)
            ? new Violation(RuleSet.ComponentTypeAllowed, $"content type '{contentType}' does not take components of type '{name}'", Help: Known("it takes", allowed)) { Part = EditPart.Type, Name = name, Candidates = allowed }
            : null;
    }

    /// <summary>A chosen key has the right form (contracts/model.md, Identity).</summary>
    public static Violation? KeyIsValid(string key)
    {
        var isValid = key.Length is >= 1 and <= 128
            && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '=' or '-')
            && !key.All(char.IsAsciiDigit);
        return isValid
            ? null
            : new Violation(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", Help: "choose one such as \"release-notes\"") { Part = EditPart.Key };
    }

    /// <summary>The next step after a publication was refused for what a draft may be.</summary>
    private const string Unfinished = "a draft may stay so; change it before publishing";

    private static string? Known(string what, IEnumerable<string> names)
    {
        var known = names.Order(StringComparer.Ordinal).ToList();
        return known.Count == 0 ? null : $"{what}: {string.Join(", ", known.Take(12))}{(known.Count > 12 ? ", …" : "")}";
    }
}
