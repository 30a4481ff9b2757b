using System.Text.Json;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Json;

/// <summary>
/// Diagnostics as JSON: <c>code, severity, message</c>, and where they have them <c>file, line, column, endLine, endColumn, label, help, note</c>.
/// Lines and columns count from 1, columns in UTF-16 code units; the end is not part of the place.
/// </summary>
public static class DiagnosticJson
{
    /// <summary>Writes diagnostics as an array.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();
        foreach (var diagnostic in diagnostics) Write(writer, diagnostic);
        writer.WriteEndArray();
    }

    /// <summary>Writes one diagnostic as an object.</summary>
    public static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code.Id);
        writer.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        writer.WriteString("message", diagnostic.Message);
        if (diagnostic.Location is { } location)
        {
            var (line, column) = location.Source.Place(location.Span.Start);
            var (endLine, endColumn) = location.Source.Place(location.Span.End);
            writer.WriteString("file", location.Source.Name);
            writer.WriteNumber("line", line);
            writer.WriteNumber("column", column);
            writer.WriteNumber("endLine", endLine);
            writer.WriteNumber("endColumn", endColumn);
        }

        if (diagnostic.Label is { } label) writer.WriteString("label", label);
        if (diagnostic.Help is { } help) writer.WriteString("help", help);
        if (diagnostic.Note is { } note) writer.WriteString("note", note);
        writer.WriteEndObject();
    }
}
