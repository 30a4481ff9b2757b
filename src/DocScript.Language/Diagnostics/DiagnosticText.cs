using System.Globalization;
using DocScript.Language.Text;

namespace DocScript.Language.Diagnostics;

/// <summary>The one renderer of diagnostics for people (language.md section 4): a message, the place in the script with a mark under it, what to do next.</summary>
public sealed class DiagnosticText
{
    private readonly List<Segment> _segments = [];
    private readonly SegmentRole _severity;

    private DiagnosticText(Diagnostic diagnostic) => _severity = diagnostic.Severity == Severity.Error ? SegmentRole.Error : SegmentRole.Warning;

    /// <summary>The diagnostic as plain text: lines with <c>\n</c> between, none at the end, no trailing spaces.</summary>
    public static string Of(Diagnostic diagnostic) => string.Concat(Segments(diagnostic).Select(segment => segment.Text));

    /// <summary>Several diagnostics as plain text, an empty line between them.</summary>
    public static string Of(IEnumerable<Diagnostic> diagnostics) => string.Join("\n\n", diagnostics.Select(Of));

    /// <summary>The same text in pieces that say what they are, for a terminal with colours.</summary>
    public static IReadOnlyList<Segment> Segments(Diagnostic diagnostic)
    {
        var text = new DiagnosticText(diagnostic);
        text.Write(diagnostic);
        return text._segments;
    }

    private void Write(Diagnostic diagnostic)
    {
        Add(diagnostic.Severity == Severity.Error ? "error" : "warning", _severity);
        Add(" ");
        Add(diagnostic.Code.Id, SegmentRole.Code);
        Add(": ");
        AddLines(diagnostic.Message, "  ", SegmentRole.Message);
        var indent = " ";
        if (diagnostic.Location is { } location) indent = WriteExcerpt(location, diagnostic.Label);
        else if (diagnostic.Label is { } label) WriteRemark(indent, label, SegmentRole.Label);
        if (diagnostic.Note is { } note) WriteRemark(indent, note, SegmentRole.Note);
        if (diagnostic.Help is { } help) WriteRemark(indent, "help: " + help, SegmentRole.Help);
    }

    private string WriteExcerpt(Location location, string? label)
    {
        var source = location.Source;
        var start = Math.Clamp(location.Span.Start, 0, source.Text.Length);
        var end = Math.Clamp(location.Span.End, start, source.Text.Length);
        var (line, column) = source.Place(start);
        // A span that ends with a line end ends on that line, not at the start of the next.
        var lastLine = end > start ? source.Place(end - 1).Line : line;
        var indent = new string(' ', Number(lastLine).Length);
        AddLine();
        Add(indent + " ┌ ", SegmentRole.Frame);
        Add(DisplayText.Harmless(source.Name) + ":" + Number(line) + ":" + Number(column), SegmentRole.Place);
        WriteLine(source, line, start, end, indent, lastLine == line ? label : null);
        if (lastLine == line) return indent;
        if (lastLine > line + 1)
        {
            AddLine();
            Add(indent + " …", SegmentRole.Frame);
        }

        WriteLine(source, lastLine, start, end, indent, label);
        return indent;
    }

    private void WriteLine(SourceText source, int line, int start, int end, string indent, string? label)
    {
        var bounds = source.LineSpan(line);
        if (start < bounds.Start)
        {
            start = bounds.Start;
            while (start < bounds.End && source.Text[start] is ' ' or '\t') start++;
        }

        var marked = MarkedLine.Of(source.Text, bounds.Start, bounds.End, start, end);
        AddLine();
        Add(Number(line).PadLeft(indent.Length) + " │", SegmentRole.Frame);
        if (marked.Shown.Length > 0) Add(" " + marked.Shown, SegmentRole.Source);
        AddLine();
        Add(indent + " │", SegmentRole.Frame);
        Add(new string(' ', marked.MarkColumn + 1));
        Add(new string('^', marked.MarkWidth), _severity);
        if (label is null) return;
        Add(" ");
        AddLines(label, indent + "   ", SegmentRole.Label);
    }

    private void WriteRemark(string indent, string text, SegmentRole role)
    {
        AddLine();
        Add(indent + " = ", SegmentRole.Frame);
        AddLines(text, indent + "   ", role);
    }

    private void AddLines(string text, string indent, SegmentRole role)
    {
        var first = true;
        foreach (var line in DisplayText.Harmless(text).Split('\n'))
        {
            if (!first)
            {
                AddLine();
                Add(indent);
            }

            Add(line.TrimEnd(), role);
            first = false;
        }
    }

    private void AddLine() => Add("\n");

    private void Add(string text, SegmentRole role = SegmentRole.Plain)
    {
        if (text.Length > 0) _segments.Add(new(text, role));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
