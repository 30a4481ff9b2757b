using DocScript.Language.Grammar;
using DocScript.Language.Text;

namespace DocScript.Language.Parsing;

/// <summary>What stands where something else was expected, in words for the message and as a span to mark.</summary>
internal readonly record struct FoundToken(string Text, Span Span, string Shown)
{
    private const int Longest = 30;

    /// <summary>The lexeme at a position.</summary>
    public static FoundToken At(SourceText source, int position)
    {
        var text = source.Text;
        if (position >= text.Length) return new("", new(text.Length, 0), "the end of the script");
        if (text[position] == '\n') return new("\n", new(position, 0), "the end of the line");
        if (char.IsWhiteSpace(text[position])) return new(" ", new(position, 1), "a space");
        var length = Length(text, position);
        var token = text.Substring(position, length);
        var shown = token.Length <= Longest ? token : token[..(Longest - 1)] + "…";
        return new(token, new(position, length), token[0] == '"' ? shown : $"'{shown}'");
    }

    private static int Length(string text, int position)
    {
        if (Names.LengthAt(text, position) is > 0 and var name) return name;
        var c = text[position];
        var end = position + 1;
        if (char.IsAsciiDigit(c))
        {
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            return end - position;
        }

        if (c == '"')
        {
            while (end < text.Length && text[end] is not ('"' or '\n')) end++;
            return Math.Min(end + 1, text.Length) - position - (end < text.Length && text[end] == '\n' ? 1 : 0);
        }

        var next = end < text.Length ? text[end] : '\0';
        return (c, next) switch
        {
            ('=' or '!' or '<' or '>', '=') or ('?', '?') or ('&', '&') or ('|', '|') or ('$', '{') => 2,
            _ when char.IsSurrogatePair(c, next) => 2,
            _ => 1,
        };
    }
}
