namespace DocScript.Terminal;

/// <summary>What a piece of output is; a terminal shows it in colour, everything else plain.</summary>
public enum Style
{
    /// <summary>Text without a role.</summary>
    Plain,

    /// <summary><c>error</c> and the mark under an error.</summary>
    Error,

    /// <summary><c>warning</c> and the mark under a warning.</summary>
    Warning,

    /// <summary>What matters most on its line: a message, a title.</summary>
    Strong,

    /// <summary>Where something is: a file, line and column; an id.</summary>
    Place,

    /// <summary>Frames, arrows and what is only context.</summary>
    Faint,

    /// <summary>What to do next.</summary>
    Help,

    /// <summary>Something new.</summary>
    Added,

    /// <summary>Something gone.</summary>
    Removed,

    /// <summary>Something that is different now.</summary>
    Changed,

    /// <summary>Something in another place now.</summary>
    Moved,

    /// <summary>Published or taken off.</summary>
    Published,

    /// <summary>Words that came into a longer text; plain output puts them between <c>{+</c> and <c>+}</c>.</summary>
    AddedWords,

    /// <summary>Words that went out of a longer text; plain output puts them between <c>[-</c> and <c>-]</c>.</summary>
    RemovedWords,
}
