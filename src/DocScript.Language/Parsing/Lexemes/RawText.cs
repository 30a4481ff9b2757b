using System.Text;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>A raw text between three or more quotes, with the indentation rules of C# 11.</summary>
internal static class RawText
{
    private const string Layout = "start the text on the line after the opening quotes, and put the closing quotes on a line of their own, not further right than the text";

    /// <summary>The raw text that starts with the quotes here.</summary>
    public static Expression? Read(ref Cursor cursor)
    {
        var state = cursor.State;
        var text = state.Text;
        var start = cursor.Position;
        var inner = SkipQuotes(text, start);
        var quotes = inner - start;
        var close = text.AsSpan(inner).IndexOf(text.AsSpan(start, quotes));
        if (close < 0)
            return state.Fail<Expression>(
                ref cursor, text.Length, SyntaxCodes.UnclosedText, new(start, quotes), "the raw text has no closing quotes", "opened here",
                $"close it with as many quotes as opened it: {text.AsSpan(start, Math.Min(quotes, 10))}");
        close += inner;
        var end = SkipQuotes(text, close);
        if (end - close > quotes)
            state.Report(
                SyntaxCodes.RawTextLayout, Span.Between(close, end), "more closing quotes than opening quotes", help: "open and close the text with one more quote than it holds in a row");
        Surrogates.Check(state, inner, close);
        var literal = new TextLiteral(Unindent(state, inner, close), Raw: true);
        literal.StandsAt(start, end);
        state.Height = 1;
        cursor = cursor.After(end);
        return literal;
    }

    private static int SkipQuotes(string text, int position)
    {
        while (position < text.Length && text[position] == '"') position++;
        return position;
    }

    private static string Unindent(ParseState state, int start, int end)
    {
        var content = state.Text.AsSpan(start, end - start);
        var firstEnd = content.IndexOf('\n');
        if (firstEnd < 0) return content.ToString();
        var lastStart = content.LastIndexOf('\n') + 1;
        var indentation = content[lastStart..];
        if (!content[..firstEnd].IsWhiteSpace() || !indentation.IsWhiteSpace())
        {
            var wrong = content[..firstEnd].IsWhiteSpace() ? new Span(end, 0) : Span.Between(start, start + content[..firstEnd].TrimEnd('\r').Length);
            state.Report(SyntaxCodes.RawTextLayout, wrong, "a raw text of several lines shares a line with its quotes", help: Layout);
            return content.ToString();
        }

        var value = new StringBuilder(content.Length);
        var reported = false;
        for (var line = firstEnd + 1; line < lastStart;)
        {
            var length = content[line..].IndexOf('\n');
            var written = content.Slice(line, length);
            if (written is [.., '\r']) written = written[..^1];
            if (line > firstEnd + 1) value.Append('\n');
            if (written.StartsWith(indentation, StringComparison.Ordinal)) value.Append(written[indentation.Length..]);
            else if (!written.IsWhiteSpace() && !reported)
            {
                reported = true;
                var indented = written.Length - written.TrimStart().Length;
                state.Report(SyntaxCodes.RawTextLayout, new(start + line, Math.Max(1, indented)), "the line starts with less space than the closing quotes", help: Layout);
            }

            line += length + 1;
        }

        return value.ToString();
    }
}
