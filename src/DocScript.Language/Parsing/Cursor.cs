using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>
/// Sprache's input for scripts: a position with what holds there (how deep it is nested, whether line ends are plain space), over the state that one parse shares.
/// It keeps no memos, which were half of the time and memory, and never stands on space: each lexeme takes the space behind it. There is one for each lexeme, so it is small.
/// </summary>
internal sealed class Cursor(ParseState state, int position, byte depth, ushort links, bool lineEndsAreSpace) : IInput
{
    public ParseState State { get; } = state;

    public int Position { get; } = position;

    /// <summary>How many brackets, blocks, interpolations and prefix operators are open.</summary>
    public int Depth => depth;

    /// <summary>How many <c>else if</c> the position is inside of.</summary>
    public int Links => links;

    public string Source => State.Text;

    public bool AtEnd => Position >= Source.Length;

    /// <summary>The character here, NUL at the end.</summary>
    public char Current => Peek(0);

    public int Line => State.Source.Place(Position).Line;

    public int Column => State.Source.Place(Position).Column;

    public IDictionary<object, object> Memos => throw new NotSupportedException("scripts are parsed without memos");

    /// <summary>Whether there is no space between the last lexeme and this position, as <c>.</c>, <c>[</c> and <c>(</c> want it to bind.</summary>
    public bool IsAttached => Position > 0 && !char.IsWhiteSpace(Source[Position - 1]);

    /// <summary>Whether a statement can end here.</summary>
    public bool AtStatementEnd => AtEnd || Current is '\n' or ';' or '}';

    public char Peek(int ahead) => Position + ahead < Source.Length ? Source[Position + ahead] : '\0';

    public IInput Advance() => At(Position + 1);

    public Cursor At(int position) => new(State, position, depth, links, lineEndsAreSpace);

    /// <summary>A lexeme from here to <paramref name="end"/> has been read.</summary>
    public IResult<T> Accept<T>(T value, int end) => new Success<T>(value, After(end));

    /// <summary>Where the next lexeme starts after one that ends at <paramref name="end"/>.</summary>
    public Cursor After(int end)
    {
        State.LastEnd = end;
        return At(lineEndsAreSpace ? State.Spaces.SkipAll(end) : State.Spaces.SkipWithinStatement(end));
    }

    /// <summary>The same after a lexeme that a statement can't end with, so that a line end is plain space.</summary>
    public Cursor AfterUnfinished(int end)
    {
        State.LastEnd = end;
        return At(State.Spaces.SkipAll(end));
    }

    /// <summary>Where the value inside a bracket starts, one deeper; the bracket ends at <paramref name="end"/>.</summary>
    public Cursor Inside(int end) => new(State, State.Spaces.SkipAll(end), (byte)(depth + 1), links, true);

    /// <summary>Where the first statement of a block starts, one deeper.</summary>
    public Cursor InsideBlock(int end) => new(State, end, (byte)(depth + 1), links, false);

    /// <summary>The same place, one deeper.</summary>
    public Cursor Deeper() => new(State, Position, (byte)(depth + 1), links, lineEndsAreSpace);

    /// <summary>The same place, inside one more <c>else if</c>.</summary>
    public Cursor InsideElseIf() => new(State, Position, depth, (ushort)(links + 1), lineEndsAreSpace);

    /// <summary>What is here is not what was expected.</summary>
    public IResult<T> Reject<T>(Expectation expected)
    {
        State.Expect(Position, expected);
        return new Failure<T>(this);
    }

    public bool Equals(IInput? other) => other is Cursor cursor && cursor.Position == Position && ReferenceEquals(cursor.State, State);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}
