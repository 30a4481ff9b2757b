using System.Globalization;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;

namespace DocScript.Language.Parsing;

/// <summary>The next step for errors that people really make.</summary>
internal static class SyntaxHints
{
    /// <summary>What to do about what was found instead of what was expected, or null where there is nothing to add.</summary>
    public static string? For(ParseState state, FoundToken found, IReadOnlyList<Expectation> expected)
    {
        bool Expects(string literal) => expected.Contains(new Expectation(literal, true));
        var insideExpression = state.Expected.Contains(Expectation.Operator);
        var byFound = found.Text switch
        {
            "==" when Expects("=") => "'=' sets a value; '==' compares two",
            "=" when insideExpression => "'==' compares two values; '=' only sets one",
            "&&" => "write 'and'",
            "||" => "write 'or'",
            "!" => "write 'not'",
            "'" or "`" or "‘" or "’" or "“" or "”" or "„" => "texts stand in straight double quotes: \"…\"",
            "(" or "[" or "." when insideExpression => $"'{found.Text}' binds only without a space before it",
            "{" when Expects("=") => "a value is set with '='",
            "not" or "exists" or "-" when expected.Contains(Expectation.Value) => "put this expression in ( )",
            "elseif" or "elsif" or "elif" => "write 'else if'",
            " " => "no space stands here",
            _ => null,
        };
        if (byFound is not null) return byFound;
        if (Misspelled(state, found, expected) is { } meant) return meant;
        if (state.WordBeforeHole is { Next: var next, Word: var word } && next == state.Furthest && found.Text is "." or "=" or "style" or "condition" or "as")
            return $"'{word}' is a word of the command here; for something of that name write \"{word}\" in quotes";
        if (!insideExpression && IsInfix(found.Text) && !expected.Contains(Expectation.Value) && !expected.Contains(Expectation.Statement))
            return "something may follow this value, so an expression with operators stands in ( )";
        if (state.OpenBracket.Position == state.Furthest && state.OpenBracket.Bracket >= 0)
        {
            var (line, column) = state.Source.Place(state.OpenBracket.Bracket);
            return string.Create(CultureInfo.InvariantCulture, $"the '{state.Text[state.OpenBracket.Bracket]}' at {line}:{column} is still open");
        }

        if (Expects("{") && found.Text is "in" or "as" or "where" or "order" or "limit" or "expect") return "the parts of a loop stand in the order in, as, where, order by, limit, expect";
        if (Expects("{")) return "a block of statements stands in { }";
        if (expected.Contains(Expectation.End) && IsStatementWord(state, found.Text)) return "put ';' or a line end between two statements";
        return null;
    }

    private const int LongestWord = 12;

    // A word that was misspelled is a name, and only what follows it is out of place.
    private static string? Misspelled(ParseState state, FoundToken found, IReadOnlyList<Expectation> expected)
    {
        var end = found.Span.Start;
        while (end > 0 && state.Text[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && end - start <= LongestWord && char.IsAsciiLetter(state.Text[start - 1])) start--;
        if (start == end || end - start > LongestWord) return null;
        string[] words = expected is [{ IsLiteral: true, Text: "in" }] ? ["document", "component"] : state.Expected.Contains(Expectation.Operator) && found.Text.Length > 0 && Names.LengthAt(found.Text, 0) > 0 ? ["not", "exists"] : [];
        return Suggestion.For(state.Text[start..end], words) is { } word ? $"did you mean '{word}' before it?" : null;
    }

    private static bool IsInfix(string text) => text is "==" or "!=" or "<" or "<=" or ">" or ">=" or "+" or "-" or "*" or "/" or "%" or "??" || ReservedWords.Infix.Contains(text);

    private static bool IsStatementWord(ParseState state, string text) => ReservedWords.Statements.Contains(text) || state.Grammar.Root.After(text) is not null;
}
