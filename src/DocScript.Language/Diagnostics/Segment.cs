namespace DocScript.Language.Diagnostics;

/// <summary>What a piece of a rendered diagnostic is, so that a terminal can colour it.</summary>
public enum SegmentRole
{
    /// <summary>Spaces, line ends and colons.</summary>
    Plain,

    /// <summary><c>error</c> or the mark under an error.</summary>
    Error,

    /// <summary><c>warning</c> or the mark under a warning.</summary>
    Warning,

    /// <summary>The code, such as <c>DS1003</c>.</summary>
    Code,

    /// <summary>What happened.</summary>
    Message,

    /// <summary>File, line and column.</summary>
    Place,

    /// <summary>The frame's lines and the line numbers.</summary>
    Frame,

    /// <summary>The script's own text.</summary>
    Source,

    /// <summary>The words under the marked place.</summary>
    Label,

    /// <summary>What became of the run.</summary>
    Note,

    /// <summary>What to do next.</summary>
    Help,
}

/// <summary>A piece of a rendered diagnostic; a line end is a segment <c>"\n"</c> of its own.</summary>
public readonly record struct Segment(string Text, SegmentRole Role);
