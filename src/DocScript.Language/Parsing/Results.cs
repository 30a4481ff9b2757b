using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>A value and the place behind it. Sprache's own result is twice as large.</summary>
internal sealed class Success<T>(T value, IInput remainder) : IResult<T>
{
    public T Value => value;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => remainder;
}

/// <summary>No value; what was expected where is in the <see cref="ParseState"/>. A failure where the parser started means that nothing was read.</summary>
internal sealed class Failure<T>(IInput remainder) : IResult<T>
{
    public T Value => throw new InvalidOperationException("a failed parser has no value");

    public bool WasSuccessful => false;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => remainder;
}
