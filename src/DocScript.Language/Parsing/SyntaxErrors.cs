using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;

namespace DocScript.Language.Parsing;

/// <summary>Makes the text of an error out of what was expected and what was found: the one place for the wording and the hints.</summary>
internal static class SyntaxErrors
{
    /// <summary>What is wrong at the furthest position of the statement at hand.</summary>
    public static Diagnostic Unexpected(ParseState state)
    {
        var found = FoundToken.At(state.Source, state.Furthest);
        var expected = state.Expected.Distinct().OrderBy(one => one == Expectation.End ? 2 : one.IsLiteral ? 1 : 0).ToList();
        // 'An operator' could stand behind every value; it says something only where nothing else could.
        if (expected.Count > 1) expected.Remove(Expectation.Operator);
        var code = IsStray(found.Text) ? SyntaxCodes.StrayCharacter : SyntaxCodes.Unexpected;
        var message = $"expected {List(expected)}, found {found.Shown}";
        var label = found.Text.Length > 0 && Names.LengthAt(found.Text, 0) > 0
            ? Suggestion.Label(found.Text, expected.Where(one => one.IsLiteral).Select(one => one.Text).Concat(state.Expected.Contains(Expectation.Operator) ? ReservedWords.Infix : []))
            : null;
        return new(code, Severity.Error, message, new(state.Source, found.Span), label, SyntaxHints.For(state, found, expected) ?? (code == SyntaxCodes.StrayCharacter ? OfStray(found.Text) : null));
    }

    /// <summary>What was probably meant by a word that starts no statement.</summary>
    public static (string? Label, string? Help) UnknownStatement(Cursor cursor, int length)
    {
        var word = cursor.Source.Substring(cursor.Position, length);
        var next = cursor.At(cursor.State.Spaces.SkipWithinStatement(cursor.Position + length));
        var known = ReservedWords.Statements.Concat(cursor.State.Grammar.Root.Words);
        if (Suggestion.Label(word, known) is { } label) return (label, null);
        if (next.Current == '=') return (null, $"write 'let {word} = …' for a variable, 'set {word} = …' for a directive or the title, 'set meta {word} = …' for metadata");
        if (ReservedWords.Continuing.Contains(word)) return (null, $"'{word}' continues a statement; no ';' stands before it");
        if (next.Current == '(') return (null, "a function gives a value, which a statement uses: print, let, set …");
        return (null, "statements are " + string.Join(", ", known.Order(StringComparer.Ordinal)));
    }

    /// <summary>The things with commas between, and <c>or</c> before the last.</summary>
    public static string List(IReadOnlyList<Expectation> expected) => expected.Count switch
    {
        0 => "something else",
        1 => expected[0].ToString(),
        _ => string.Join(", ", expected.Take(expected.Count - 1)) + " or " + expected[^1],
    };

    private static string OfStray(string found) => char.IsSurrogate(found[0]) && found.Length == 1 ? Surrogates.Help : "remove it; it can stand in texts and comments only";

    private static bool IsStray(string found) => found.Length is 1 or 2
        && found is not ("\n" or " ")
        && found is not ("==" or "!=" or "<=" or ">=" or "??")
        && !char.IsAsciiDigit(found[0])
        && Names.LengthAt(found, 0) == 0
        && !"\"#()[]{},;:.=<>+-*/%".Contains(found[0], StringComparison.Ordinal);
}
