using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Diagnostics;

public sealed class DiagnosticTextTests
{
    private static readonly DiagnosticCode Code = new("DS3004", "unknown component", "…");

    private static string Render(string text, int start, int length, string? label = null, string? help = null, string? note = null, Severity severity = Severity.Error) =>
        DiagnosticText.Of(new Diagnostic(Code, severity, "document 42 has no component 'doc-9'", new(new("release.docscript", text), new(start, length)), label, help, note));

    [Fact]
    public void The_example_of_the_contract_is_rendered_to_the_letter() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:3:24
        3 │ insert paragraph after doc-9
          │                        ^^^^^ did you mean 'doc-1'?
          = statement 3 of 4; nothing was changed
        """,
        Render("use 42\n\ninsert paragraph after doc-9\npublish", 31, 5, "did you mean 'doc-1'?", note: "statement 3 of 4; nothing was changed"));

    [Fact]
    public void Note_stands_before_help() => Assert.Equal(
        """
        warning DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:1:1
        1 │ a
          │ ^
          = why
          = help: do that
        """,
        Render("a", 0, 1, note: "why", help: "do that", severity: Severity.Warning));

    [Fact]
    public void Without_a_place_only_message_and_remarks_are_shown() => Assert.Equal(
        """
        error DS3004: nothing there
          = help: look elsewhere
        """,
        DiagnosticText.Of(new Diagnostic(Code, Severity.Error, "nothing there", Help: "look elsewhere")));

    [Fact]
    public void The_end_of_the_file_is_marked_after_its_last_character() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:1:6
        1 │ print
          │      ^
        """,
        Render("print", 5, 0));

    [Fact]
    public void A_position_after_the_last_line_end_shows_an_empty_line() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:2:1
        2 │
          │ ^
        """,
        Render("print\r\n", 7, 3));

    [Fact]
    public void Tabs_are_shown_as_spaces_and_the_mark_stands_under_its_text() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:1:4
        1 │     a   b
          │         ^
        """,
        Render("\ta\tb", 3, 1));

    [Fact]
    public void Wide_characters_count_two_columns_and_combining_ones_none() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:1:6
        1 │ 漢字e\u0301 x
          │       ^
        """.Replace("\\u0301", "\u0301", StringComparison.Ordinal),
        Render("漢字e\u0301 x", 5, 1));

    [Fact]
    public void A_span_over_lines_marks_the_first_and_the_last() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
           ┌ release.docscript:9:3
         9 │ a [1,
           │   ^^^
           …
        11 │   3] b
           │   ^^ here
        """,
        Render("\n\n\n\n\n\n\n\na [1,\n  2,\n  3] b", 10, 13, "here"));

    [Fact]
    public void A_span_over_two_lines_shows_both_without_dots() => Assert.Equal(
        """
        error DS3004: document 42 has no component 'doc-9'
          ┌ release.docscript:1:1
        1 │ [1,
          │ ^^^
        2 │ 2]
          │ ^^
        """,
        Render("[1,\n2]", 0, 6));

    [Fact]
    public void A_long_line_is_shown_as_a_window_around_the_mark()
    {
        var shown = Render(new string('a', 1_000_000) + "x" + new string('b', 1_000_000), 1_000_000, 1).Split('\n');
        Assert.Equal("1 │ …" + new string('a', 50) + "x" + new string('b', 69) + "…", shown[2]);
        Assert.Equal("  │ " + new string(' ', 51) + "^", shown[3]);
    }

    [Theory]
    [InlineData("a\u001b[31mb", "a␛[31mb")]
    [InlineData("a\0b", "a␀b")]
    [InlineData("a\u202eb", "a\ufffdb")]
    public void What_a_terminal_would_obey_is_made_visible(string text, string shown)
    {
        Assert.Contains("1 │ " + shown + "\n", Render(text, 0, 1), StringComparison.Ordinal);
        Assert.StartsWith($"error DS3004: {shown}", DiagnosticText.Of(new Diagnostic(Code, Severity.Error, text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_shown_as_the_replacement_character() => Assert.Contains("│ a\ufffdb\n", Render("a\ud800b", 0, 1), StringComparison.Ordinal);

    [Fact]
    public void The_segments_say_what_they_are()
    {
        var segments = DiagnosticText.Segments(new(Code, Severity.Error, "no", new(new("f", "ab"), new(0, 2)), "label", "help", "note"));
        Assert.Equal(
            [
                (SegmentRole.Error, "error"), (SegmentRole.Code, "DS3004"), (SegmentRole.Message, "no"), (SegmentRole.Place, "f:1:1"), (SegmentRole.Source, " ab"),
                (SegmentRole.Error, "^^"), (SegmentRole.Label, "label"), (SegmentRole.Note, "note"), (SegmentRole.Help, "help: help"),
            ],
            segments.Where(segment => segment.Role is not (SegmentRole.Plain or SegmentRole.Frame)).Select(segment => (segment.Role, segment.Text)));
    }

    [Theory]
    [InlineData(-5, 3)]
    [InlineData(100, 3)]
    [InlineData(0, 1000)]
    public void A_place_outside_the_text_is_moved_into_it(int start, int length) => Assert.Contains("^", Render("a\nb", start, length), StringComparison.Ordinal);
}
