using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using FsCheck.Xunit;

namespace DocScript.Terminal.Tests;

public sealed class LineWriterTests
{
    private static readonly Diagnostic Wrong = new(
        new DiagnosticCode("DS3004", "t", "e"),
        Severity.Error,
        "document 42 has no component 'doc-9'",
        new Location(new SourceText("a.docscript", "remove doc-9\n"), new Span(7, 5)),
        "did you mean 'doc-1'?",
        Note: "nothing was changed");

    [Fact]
    public void Plain_diagnostics_are_the_one_renderers_text() =>
        Assert.Equal(DiagnosticText.Of(Wrong) + "\n", Write(colours: false, writer => writer.WriteDiagnostics([Wrong])));

    [Fact]
    public void Colours_change_nothing_but_colours()
    {
        var coloured = Write(colours: true, writer => writer.WriteDiagnostics([Wrong, Wrong]));
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);
        Assert.Equal(Write(colours: false, writer => writer.WriteDiagnostics([Wrong, Wrong])), WithoutColours(coloured));
    }

    [Fact]
    public void A_line_longer_than_any_terminal_stays_one_line() =>
        Assert.Equal(new string('x', 5000) + "\n", WithoutColours(Write(colours: true, writer => writer.WriteLine(new string('x', 5000), Style.Strong))));

    [Property]
    public bool Nothing_that_a_terminal_would_obey_gets_through(string? text)
    {
        var nasty = "\u001b]0;title\u0007\u009b31m\r\b\u007f" + text;
        return Write(colours: false, writer => writer.WriteLine(nasty)).TrimEnd('\n').All(c => !char.IsControl(c))
            && WithoutColours(Write(colours: true, writer => writer.WriteLine([new(nasty, Style.Error)]))).TrimEnd('\n').All(c => !char.IsControl(c));
    }

    private static string Write(bool colours, Action<LineWriter> write)
    {
        var text = new StringWriter();
        write(LineWriter.For(text, colours));
        return text.ToString();
    }

    private static string WithoutColours(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
