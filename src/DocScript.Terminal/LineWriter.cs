using DocScript.Language.Diagnostics;

namespace DocScript.Terminal;

/// <summary>
/// Writes lines of <see cref="Piece"/>s: in colour to a terminal, else plain. Neither depends on the width of anything, and in both, characters
/// that a terminal would obey instead of show are replaced by pictures of themselves.
/// </summary>
public abstract class LineWriter(TextWriter writer)
{
    /// <summary>Where the lines go.</summary>
    protected TextWriter Writer { get; } = writer;

    /// <summary>A writer with or without colours; the library that makes colours is loaded only for the former.</summary>
    public static LineWriter For(TextWriter writer, bool colours) => colours ? InColour(writer) : new PlainLineWriter(writer);

    /// <summary>Writes one line and its line end, which is always <c>\n</c>.</summary>
    public void WriteLine(IEnumerable<Piece> line)
    {
        Write([.. line.Where(piece => piece.Text.Length > 0)]);
        Writer.Write('\n');
    }

    /// <summary>Writes one line of one piece.</summary>
    public void WriteLine(string text = "", Style style = Style.Plain) => WriteLine([new(text, style)]);

    /// <summary>Writes what was not asked to be safe before: several lines, of which each is made harmless.</summary>
    public void WriteText(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) WriteLine(line);
    }

    /// <summary>Writes the pieces of one line; none is empty.</summary>
    protected abstract void Write(IReadOnlyList<Piece> line);

    /// <summary>The text with everything visible that a terminal would obey.</summary>
    protected static string Harmless(string text) => DisplayText.Harmless(text).Replace('\n', '␊');

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static ColourLineWriter InColour(TextWriter writer) => new(writer);
}
