using System.Text;

namespace DocScript.Language.Diagnostics;

/// <summary>One line of source as shown under a diagnostic, with the columns that are marked.</summary>
internal readonly record struct MarkedLine(string Shown, int MarkColumn, int MarkWidth)
{
    // A line longer than this is shown as a window around the mark.
    private const int Longest = 120;
    private const int ContextBefore = 50;

    /// <summary>The line from <paramref name="start"/> to <paramref name="end"/> with the mark from <paramref name="markStart"/> to <paramref name="markEnd"/>.</summary>
    public static MarkedLine Of(ReadOnlySpan<char> text, int start, int end, int markStart, int markEnd)
    {
        markStart = Math.Clamp(markStart, start, end);
        markEnd = Math.Clamp(markEnd, markStart, end);
        var from = start;
        var to = end;
        if (end - start > Longest)
        {
            from = Math.Max(start, Math.Min(markStart - ContextBefore, end - Longest));
            to = Math.Min(end, from + Longest);
            if (from > start && char.IsLowSurrogate(text[from])) from++;
            if (to < end && char.IsLowSurrogate(text[to])) to--;
            markEnd = Math.Clamp(markEnd, markStart, to);
        }

        var shown = new StringBuilder();
        var column = 0;
        if (from > start)
        {
            shown.Append('…');
            column = 1;
        }

        var markColumn = DisplayText.Append(shown, text[from..markStart], column);
        var afterMark = DisplayText.Append(shown, text[markStart..markEnd], markColumn);
        DisplayText.Append(shown, text[markEnd..to], afterMark);
        if (to < end) shown.Append('…');
        return new(shown.ToString().TrimEnd(' '), markColumn, Math.Max(1, afterMark - markColumn));
    }
}
