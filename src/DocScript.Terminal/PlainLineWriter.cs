namespace DocScript.Terminal;

/// <summary>Lines without colours; words of a longer text that came or went are marked with <c>{+ +}</c> and <c>[- -]</c>.</summary>
internal sealed class PlainLineWriter(TextWriter writer) : LineWriter(writer)
{
    protected override void Write(IReadOnlyList<Piece> line)
    {
        foreach (var piece in line)
            Writer.Write(piece.Style switch
            {
                Style.AddedWords => "{+" + Harmless(piece.Text) + "+}",
                Style.RemovedWords => "[-" + Harmless(piece.Text) + "-]",
                _ => Harmless(piece.Text),
            });
    }
}
