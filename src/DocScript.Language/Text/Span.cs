namespace DocScript.Language.Text;

/// <summary>A stretch of a source text, in UTF-16 code units.</summary>
public readonly record struct Span(int Start, int Length)
{
    /// <summary>The position after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> to <paramref name="end"/>, which is not part of it.</summary>
    public static Span Between(int start, int end) => new(start, Math.Max(0, end - start));
}
