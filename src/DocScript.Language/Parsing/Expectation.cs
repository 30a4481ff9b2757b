namespace DocScript.Language.Parsing;

/// <summary>Something that could stand at a point of a script.</summary>
/// <param name="Text">A word or symbol as it is written, or what people call the thing: <c>a component</c>.</param>
/// <param name="IsLiteral">Whether <paramref name="Text"/> is to be written so.</param>
public sealed record Expectation(string Text, bool IsLiteral)
{
    /// <summary>Any value.</summary>
    public static Expectation Value { get; } = new("a value", false);

    internal static Expectation Operator { get; } = new("an operator", false);

    internal static Expectation Name { get; } = new("a name", false);

    /// <summary>A component.</summary>
    public static Expectation Component { get; } = new("a component", false);

    internal static Expectation Statement { get; } = new("a statement", false);

    internal static Expectation End { get; } = new("the end of the statement", false);

    /// <summary>As a message shows it: literals in quotes.</summary>
    public override string ToString() => IsLiteral ? $"'{Text}'" : Text;

    /// <summary>The thing with its article.</summary>
    internal static Expectation Of(string thing) => new((thing.Length > 0 && "aeiou".Contains(thing[0], StringComparison.Ordinal) ? "an " : "a ") + thing, false);
}
