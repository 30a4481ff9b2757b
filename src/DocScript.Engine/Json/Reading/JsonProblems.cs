using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Reading;

/// <summary>Collects what is wrong with one text, each kind of problem in the same words.</summary>
internal sealed class JsonProblems
{
    private readonly List<JsonProblem> _all = [];

    public IReadOnlyList<JsonProblem> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>Whether there are as many as anybody reads, so that what else is wrong need not be found, nor put into words.</summary>
    public bool IsFull => _all.Count == SyntaxLimits.Errors;

    /// <summary>Adds a problem, unless there are more than anybody reads.</summary>
    public void Add(JsonProblem problem)
    {
        if (_all.Count < SyntaxLimits.Errors - 1) _all.Add(problem);
        else if (_all.Count < SyntaxLimits.Errors)
            _all.Add(new(JsonProblemKind.Limit, problem.Place, problem.Span, $"more than {SyntaxLimits.Errors - 1} problems; the rest is not shown", Help: "repair these first"));
    }

    public void WrongKind(JsonPlace place, Node found, string expected, string? help = null)
    {
        if (IsFull) return;
        Add(new(JsonProblemKind.WrongKind, place, found.Span, $"{place.Shown} is {Kind(found)}, not {expected}", expected, Help: help ?? HowToWrite(expected)));
    }

    public void Missing(JsonPlace place, string key, Node within, string help)
    {
        if (IsFull) return;
        var at = place.Member(key);
        Add(new(JsonProblemKind.MissingKey, at, Opening(within.Span), $"{at.Shown} is missing", Help: help));
    }

    public void Unknown(JsonPlace place, Name key, IReadOnlyList<string> known, string? help = null)
    {
        if (IsFull) return;
        var at = place.Member(key.Text);
        help ??= known.Count == 0 ? "remove it" : $"there can be {string.Join(", ", known)}";
        Add(new(JsonProblemKind.UnknownKey, at, key.Span, $"{at.Shown} means nothing here", Label: Suggestion.Label(key.Text, known), Help: help));
    }

    public void NotOneOf(JsonPlace place, TextLiteral found, IReadOnlyList<string> known, JsonProblemKind kind = JsonProblemKind.NotOneOf)
    {
        if (IsFull) return;
        Add(new(kind, place, found.Span, $"{place.Shown} is {Quoted(found.Value)}, which is not known", Label: Suggestion.Label(found.Value, known), Help: $"known are {string.Join(", ", known)}"));
    }

    /// <summary>What a person calls this kind of JSON.</summary>
    public static string Kind(Node found) => found switch
    {
        ObjectExpression => "an object",
        ListExpression => "a list",
        TextLiteral => "a text",
        IntegerLiteral or DecimalLiteral => "a number",
        BooleanLiteral => "a boolean",
        _ => "null",
    };

    private static string HowToWrite(string expected) => expected switch
    {
        "an integer" or "true or false" => "write it without quotes",
        "a date in ISO 8601" => "write it as \"2026-05-01T08:00:00Z\"",
        _ when expected.StartsWith("a text", StringComparison.Ordinal) => "write it in double quotes",
        _ when expected.StartsWith("an object", StringComparison.Ordinal) => "write it as {…}",
        _ when expected.StartsWith("a list", StringComparison.Ordinal) => "write it as […]",
        _ => $"write {expected}",
    };

    private static string Quoted(string text) => $"\"{text.Shortened()}\"";

    // All of an object would be marked over many lines.
    private static Span Opening(Span span) => new(span.Start, Math.Min(1, span.Length));
}
