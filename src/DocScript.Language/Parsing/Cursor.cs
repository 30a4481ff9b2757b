namespace DocScript.Language.Parsing;

/// <summary>
/// A place in a script with what holds there (how deep it is nested, whether line ends are plain space), over the state that one parse shares.
/// It never stands on space: each lexeme takes the space behind it. There is one for each lexeme, so it is a small value.
/// </summary>
internal readonly struct Cursor(ParseState state, int position, byte depth, ushort links, bool lineEndsAreSpace)
{
    /// <summary>Where a parse starts.</summary>
    public Cursor(ParseState state) : this(state, 0, 0, 0, false) { }

    public ParseState State => state;

    public int Position => position;

    /// <summary>How many brackets, blocks, interpolations and prefix operators are open.</summary>
    public int Depth => depth;

    /// <summary>How many <c>else if</c> the position is inside of.</summary>
    public int Links => links;

    public string Source => state.Text;

    public bool AtEnd => position >= Source.Length;

    /// <summary>The character here, NUL at the end.</summary>
    public char Current => Peek(0);

    /// <summary>Whether there is no space between the last lexeme and this position, as <c>.</c>, <c>[</c> and <c>(</c> want it to bind.</summary>
    public bool IsAttached => position > 0 && !char.IsWhiteSpace(Source[position - 1]);

    /// <summary>Whether a statement can end here.</summary>
    public bool AtStatementEnd => AtEnd || Current is '\n' or ';' or '}';

    public char Peek(int ahead)
    {
        var text = Source;
        return (uint)(position + ahead) < (uint)text.Length ? text[position + ahead] : '\0';
    }

    public Cursor At(int place) => new(state, place, depth, links, lineEndsAreSpace);

    /// <summary>Where the next lexeme starts after one that ends at <paramref name="end"/>.</summary>
    public Cursor After(int end)
    {
        state.LastEnd = end;
        return At(lineEndsAreSpace ? state.Spaces.SkipAll(end) : state.Spaces.SkipWithinStatement(end));
    }

    /// <summary>The same after a lexeme that a statement can't end with, so that a line end is plain space.</summary>
    public Cursor AfterUnfinished(int end)
    {
        state.LastEnd = end;
        return At(state.Spaces.SkipAll(end));
    }

    /// <summary>Where the value inside a bracket starts, one deeper; the bracket ends at <paramref name="end"/>.</summary>
    public Cursor Inside(int end) => new(state, state.Spaces.SkipAll(end), (byte)(depth + 1), links, true);

    /// <summary>Where the first statement of a block starts, one deeper.</summary>
    public Cursor InsideBlock(int end) => new(state, end, (byte)(depth + 1), links, false);

    /// <summary>The same place, one deeper.</summary>
    public Cursor Deeper() => new(state, position, (byte)(depth + 1), links, lineEndsAreSpace);

    /// <summary>The same place, inside one more <c>else if</c>.</summary>
    public Cursor InsideElseIf() => new(state, position, depth, (ushort)(links + 1), lineEndsAreSpace);

    /// <summary>What is here is not what was expected: says so, and is null for the scanner to answer.</summary>
    public T? Reject<T>(Expectation expected)
        where T : class
    {
        state.Expect(position, expected);
        return null;
    }
}
