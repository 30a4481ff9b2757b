using DocScript.Language.Grammar;
using DocScript.Language.Text;

namespace DocScript.Language.Parsing;

/// <summary>Spaces, comments and line ends, and which of the latter end a statement; remembers the comments it passes.</summary>
internal sealed class Spaces(string text)
{
    private List<Span>? _comments;

    /// <summary>The comments in order, from their <c>#</c> to the end of the line.</summary>
    public IReadOnlyList<Span> Comments => _comments is null ? [] : _comments;

    /// <summary>How often space was looked for. Every step of the parser does it, also one that goes over a text again; tests tell by it that parsing is linear.</summary>
    public long Steps { get; private set; }

    /// <summary>Past spaces, comments and line ends.</summary>
    public int SkipAll(int position)
    {
        while (true)
        {
            position = SkipLine(position);
            if (position >= text.Length || text[position] != '\n') return position;
            position++;
        }
    }

    /// <summary>Past spaces and comments, and past line ends if what follows them continues the statement; else to the first line end.</summary>
    public int SkipWithinStatement(int position)
    {
        position = SkipLine(position);
        if (position >= text.Length || text[position] != '\n') return position;
        var next = SkipAll(position);
        return ContinuesAt(next) ? next : position;
    }

    private int SkipLine(int position)
    {
        Steps++;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == ' ') position++;
            else if (c == '\n' || c is > ' ' and < (char)127 and not '#') return position;
            else if (c == '#') position = SkipComment(position);
            else if (char.IsWhiteSpace(c) || (c == '\uFEFF' && position == 0)) position++;
            else return position;
        }

        return position;
    }

    private int SkipComment(int start)
    {
        var end = text.IndexOf('\n', start);
        if (end < 0) end = text.Length;
        // The same comment is passed again after a look beyond a line end.
        _comments ??= [];
        if (_comments.Count == 0 || _comments[^1].Start < start) _comments.Add(Span.Between(start, text[end - 1] == '\r' ? end - 1 : end));
        return end;
    }

    private bool ContinuesAt(int position)
    {
        if (position >= text.Length) return false;
        switch (text[position])
        {
            case '{' or '+' or '-' or '*' or '/' or '%' or '<' or '>':
                return true;
            case '=' or '!':
                return position + 1 < text.Length && text[position + 1] == '=';
            case '?':
                return position + 1 < text.Length && text[position + 1] == '?';
            default:
                var length = Names.LengthAt(text, position);
                var word = text.AsSpan(position, length);
                return ReservedWords.Continuing.Contains(word) || ReservedWords.Infix.Contains(word);
        }
    }
}
