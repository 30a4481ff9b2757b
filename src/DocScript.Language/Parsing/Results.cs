using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>A value, and itself the input behind it: one object where Sprache makes two larger ones.</summary>
internal sealed class Success<T>(T value, Cursor behind) : Input(behind), IResult<T>
{
    public T Value => value;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => this;
}

/// <summary>No value; what was expected where is in the <see cref="ParseState"/>. A failure where the parser started means that nothing was read.</summary>
internal sealed class Failure<T>(Cursor at) : Input(at), IResult<T>
{
    public T Value => throw new InvalidOperationException("a failed parser has no value");

    public bool WasSuccessful => false;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => this;
}
