using DocScript.Documents.Values;

namespace DocScript.Terminal.Diff;

/// <summary>A value before and after: <c>"a" -> "b"</c>, or for longer texts the words that differ, with a few around them.</summary>
internal static class ValueChange
{
    private const int LongText = 40;
    private const int Context = 24;
    private const double Alike = 0.3;

    public static IEnumerable<Piece> Pieces(Value? was, Value? value)
    {
        if (was is TextValue before && value is TextValue after && Math.Max(before.Text.Length, after.Text.Length) > LongText)
        {
            var runs = WordDiff.Of(before.Text, after.Text);
            if (WordDiff.Likeness(runs) >= Alike) return Words(runs);
        }

        return (was, value) switch
        {
            (null, null) => [],
            (null, _) => [new(ValueLiteral.Short(value), Style.Added)],
            (_, null) => [new(ValueLiteral.Short(was), Style.Removed)],
            _ => [new(ValueLiteral.Short(was), Style.Removed), new(" -> ", Style.Faint), new(ValueLiteral.Short(value), Style.Added)],
        };
    }

    private static IEnumerable<Piece> Words(IReadOnlyList<WordDiff.Run> runs)
    {
        yield return new("\"");
        for (var i = 0; i < runs.Count; i++)
            yield return runs[i] switch
            {
                { Kind: < 0 } went => new(Shortened(went.Text, ValueLiteral.Longest, ValueLiteral.Longest), Style.RemovedWords),
                { Kind: > 0 } came => new(Shortened(came.Text, ValueLiteral.Longest, ValueLiteral.Longest), Style.AddedWords),
                var stayed => new(Shortened(stayed.Text, i == 0 ? 0 : Context, i == runs.Count - 1 ? 0 : Context)),
            };
        yield return new("\"");
    }

    // The first and the last characters, cut at spaces where there are some.
    private static string Shortened(string text, int head, int tail)
    {
        if (text.Length <= head + tail + 10) return ValueLiteral.Escaped(text);
        var start = text[..head];
        var end = text[^tail..];
        if (start.LastIndexOf(' ') is > 0 and var space) start = start[..(space + 1)];
        if (end.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var next && next < end.Length - 1) end = end[next..];
        if (start.Length > 0 && char.IsHighSurrogate(start[^1])) start = start[..^1];
        if (end.Length > 0 && char.IsLowSurrogate(end[0])) end = end[1..];
        return ValueLiteral.Escaped(start) + "…" + ValueLiteral.Escaped(end);
    }
}
