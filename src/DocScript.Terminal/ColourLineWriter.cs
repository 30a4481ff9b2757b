using Spectre.Console;
using Spectre.Console.Rendering;
using SpectreStyle = Spectre.Console.Style;

namespace DocScript.Terminal;

/// <summary>Lines in colour. The sixteen colours of every terminal are used, so that its own theme decides how they look.</summary>
internal sealed class ColourLineWriter : LineWriter
{
    private static readonly SpectreStyle Plain = SpectreStyle.Plain;
    private static readonly SpectreStyle Error = new(Color.Red, decoration: Decoration.Bold);
    private static readonly SpectreStyle Warning = new(Color.Olive, decoration: Decoration.Bold);
    private static readonly SpectreStyle Strong = new(decoration: Decoration.Bold);
    private static readonly SpectreStyle Place = new(Color.Teal);
    private static readonly SpectreStyle Faint = new(decoration: Decoration.Dim);
    private static readonly SpectreStyle Added = new(Color.Green);
    private static readonly SpectreStyle Removed = new(Color.Maroon);
    private static readonly SpectreStyle Changed = new(Color.Olive);
    private static readonly SpectreStyle Moved = new(Color.Blue);
    private static readonly SpectreStyle Published = new(Color.Purple);
    private static readonly SpectreStyle AddedWords = new(Color.Green, decoration: Decoration.Underline);
    private static readonly SpectreStyle RemovedWords = new(Color.Maroon, decoration: Decoration.Strikethrough);

    private readonly IAnsiConsole _console;

    public ColourLineWriter(TextWriter writer) : base(writer) => _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.Standard,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });

    protected override void Write(IReadOnlyList<Piece> line) => _console.Write(new Line(line));

    private static SpectreStyle Of(Style style) => style switch
    {
        Style.Error => Error,
        Style.Warning => Warning,
        Style.Strong => Strong,
        Style.Place => Place,
        Style.Faint => Faint,
        Style.Help or Style.Added => Added,
        Style.Removed => Removed,
        Style.Changed => Changed,
        Style.Moved => Moved,
        Style.Published => Published,
        Style.AddedWords => AddedWords,
        Style.RemovedWords => RemovedWords,
        _ => Plain,
    };

    // Segments are handed over as they are: the library's own text would be wrapped at a width.
    private sealed class Line(IReadOnlyList<Piece> pieces) : Renderable
    {
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            pieces.Select(piece => new Segment(Harmless(piece.Text), Of(piece.Style)));
    }
}
