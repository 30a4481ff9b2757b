using DocScript.Language.Text;

namespace DocScript.Engine.Testing;

/// <summary>A line of a test file that begins with <c>#:</c>, as words; <c>"…"</c> makes one word of several.</summary>
/// <param name="Span">The line.</param>
/// <param name="Words">The words in order.</param>
internal sealed record TestDirective(Span Span, IReadOnlyList<TestWord> Words)
{
    private const string Mark = "#:";

    /// <summary>The directive in a comment, or null where it is an ordinary comment.</summary>
    public static TestDirective? Of(SourceText source, Span comment)
    {
        var text = source.Text;
        if (string.CompareOrdinal(text, comment.Start, Mark, 0, Mark.Length) != 0) return null;
        var line = comment.Start - 1;
        while (line >= 0 && text[line] is ' ' or '\t') line--;
        return line >= 0 && text[line] is not '\n' ? null : new(comment, [.. WordsOf(text, comment.Start + Mark.Length, comment.End)]);
    }

    private static IEnumerable<TestWord> WordsOf(string text, int start, int end)
    {
        for (var at = start; at < end;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (from, isQuoted) = (at, false);
            while (at < end && (isQuoted || !char.IsWhiteSpace(text[at]))) isQuoted ^= text[at++] == '"';
            yield return new(text[from..at].Replace("\"", "", StringComparison.Ordinal), Span.Between(from, at));
        }
    }
}

/// <summary>A word of a <c>#:</c> line.</summary>
internal sealed record TestWord(string Text, Span Span);
