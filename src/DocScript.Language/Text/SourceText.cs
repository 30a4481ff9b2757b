namespace DocScript.Language.Text;

/// <summary>A script's text with the name people know it by; finds the line and column of a position.</summary>
public sealed class SourceText(string name, string text)
{
    private int[]? _lineStarts;

    /// <summary>A file name as the user gave it, <c>-</c> for standard input, or a name such as <c>request</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>Line and column of a position, both from 1; columns count UTF-16 code units.</summary>
    public (int Line, int Column) Place(int position)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var index = Array.BinarySearch(starts, Math.Clamp(position, 0, Text.Length));
        if (index < 0) index = ~index - 1;
        return (index + 1, Math.Clamp(position, 0, Text.Length) - starts[index] + 1);
    }

    /// <summary>The text of a line (from 1) without its line end.</summary>
    public string Line(int line)
    {
        var span = LineSpan(line);
        return Text.Substring(span.Start, span.Length);
    }

    /// <summary>The stretch of a line (from 1) without its line end.</summary>
    public Span LineSpan(int line)
    {
        var starts = _lineStarts ??= FindLineStarts(Text);
        var start = starts[line - 1];
        var end = line < starts.Length ? starts[line] - 1 : Text.Length;
        if (end > start && Text[end - 1] == '\r') end--;
        return Span.Between(start, end);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                starts.Add(i + 1);
        return [.. starts];
    }
}
