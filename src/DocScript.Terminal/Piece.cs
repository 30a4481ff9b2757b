namespace DocScript.Terminal;

/// <summary>A piece of a line of output and what it is. The text holds no line end.</summary>
public sealed record Piece(string Text, Style Style = Style.Plain);
