using DocScript.Language.Text;

namespace DocScript.Language.Formatting;

/// <summary>A comment from <c>#</c> to the end of its line.</summary>
/// <param name="FollowsBlankLine">Whether an empty line stands before it in the source.</param>
internal readonly record struct Comment(string Text, bool FollowsBlankLine);

/// <summary>The comments and blank lines of a source, handed out once each, in order.</summary>
internal sealed class Comments(string source, IReadOnlyList<Span> spans)
{
    private int _next;

    /// <summary>No comments, for trees without a text.</summary>
    public static Comments None => new("", []);

    /// <summary>Whether a comment not handed out yet stands before a position.</summary>
    public bool AnyBefore(int position) => _next < spans.Count && spans[_next].Start < position;

    /// <summary>The comments before a position that were not handed out yet.</summary>
    public IEnumerable<Comment> Before(int position)
    {
        while (AnyBefore(position))
        {
            var span = spans[_next++];
            yield return new Comment(Text(span), HasBlankLineBefore(span.Start));
        }
    }

    /// <summary>The comment on the rest of the line after a position, or null.</summary>
    public string? Trailing(int position)
    {
        if (_next >= spans.Count || spans[_next].Start < position) return null;
        var between = source.AsSpan(position, spans[_next].Start - position);
        return between.Trim(" \t;").IsEmpty ? Text(spans[_next++]) : null;
    }

    /// <summary>Whether an empty line stands before the line of a position.</summary>
    public bool HasBlankLineBefore(int position)
    {
        var lines = 0;
        for (var i = Math.Min(position, source.Length) - 1; i >= 0 && (char.IsWhiteSpace(source[i]) || source[i] == ';'); i--)
            if (source[i] == '\n')
                lines++;
        return lines > 1;
    }

    private string Text(Span span) => source.Substring(span.Start, span.Length).TrimEnd();
}
