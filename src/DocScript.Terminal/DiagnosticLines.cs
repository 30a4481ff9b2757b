using DocScript.Language.Diagnostics;

namespace DocScript.Terminal;

/// <summary>Diagnostics as lines for a terminal: the one renderer's text, with a style for each of its roles.</summary>
public static class DiagnosticLines
{
    /// <summary>The lines of one diagnostic.</summary>
    public static IEnumerable<IReadOnlyList<Piece>> Of(Diagnostic diagnostic)
    {
        var line = new List<Piece>();
        foreach (var segment in DiagnosticText.Segments(diagnostic))
        {
            if (segment.Text is "\n")
            {
                yield return line;
                line = [];
            }
            else
            {
                line.Add(new(segment.Text, StyleOf(segment.Role, diagnostic.Severity)));
            }
        }

        yield return line;
    }

    /// <summary>Writes diagnostics with an empty line between them.</summary>
    public static void WriteDiagnostics(this LineWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        var first = true;
        foreach (var diagnostic in diagnostics)
        {
            if (!first) writer.WriteLine();
            first = false;
            foreach (var line in Of(diagnostic)) writer.WriteLine(line);
        }
    }

    private static Style StyleOf(SegmentRole role, Severity severity) => role switch
    {
        SegmentRole.Error => Style.Error,
        SegmentRole.Warning => Style.Warning,
        SegmentRole.Code => severity == Severity.Error ? Style.Error : Style.Warning,
        SegmentRole.Message => Style.Strong,
        SegmentRole.Place => Style.Place,
        SegmentRole.Frame => Style.Faint,
        SegmentRole.Label => severity == Severity.Error ? Style.Error : Style.Warning,
        SegmentRole.Note => Style.Faint,
        SegmentRole.Help => Style.Help,
        _ => Style.Plain,
    };
}
