using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Sprache's input for scripts: a cursor, for the parsers that are composed. It keeps no memos, which were half of the time and memory.</summary>
internal class Input(Cursor cursor) : IInput
{
    public Cursor Cursor => cursor;

    public string Source => cursor.Source;

    public bool AtEnd => cursor.AtEnd;

    public char Current => cursor.Current;

    public int Position => cursor.Position;

    public int Line => cursor.State.Source.Place(Position).Line;

    public int Column => cursor.State.Source.Place(Position).Column;

    public IDictionary<object, object> Memos => throw new NotSupportedException("scripts are parsed without memos");

    public IInput Advance() => new Input(cursor.At(Position + 1));

    public bool Equals(IInput? other) => other is Input input && input.Position == Position && ReferenceEquals(input.Cursor.State, cursor.State);

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}
