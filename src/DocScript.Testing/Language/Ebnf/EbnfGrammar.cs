namespace DocScript.Testing.Language.Ebnf;

/// <summary>What space may stand between the parts of a rule, as the remark behind it says.</summary>
public enum EbnfSpace
{
    /// <summary>Space, and line ends where the statement goes on.</summary>
    Statement,

    /// <summary>None that the rule does not write.</summary>
    Explicit,

    /// <summary>Space and line ends, here and in all below.</summary>
    Lines,
}

/// <summary>A rule of an EBNF.</summary>
/// <param name="IsLongest">Whether only its longest match counts.</param>
public sealed record EbnfRule(string Name, EbnfNode Body, EbnfSpace Space, bool IsLongest);

/// <summary>The right side of a rule, or a part of it.</summary>
public abstract record EbnfNode;

/// <summary><c>'set'</c></summary>
public sealed record EbnfLiteral(string Text) : EbnfNode;

/// <summary><c>[a-z#x2028]</c>, <c>[^"]</c> or <c>#xA</c>: one character of, or not of, some ranges.</summary>
public sealed record EbnfCharacters(IReadOnlyList<(int From, int To)> Ranges, bool IsNegated) : EbnfNode
{
    /// <summary>Whether it holds a character.</summary>
    public bool Holds(int character) => Ranges.Any(range => character >= range.From && character <= range.To) != IsNegated;
}

/// <summary>The name of a rule.</summary>
public sealed record EbnfReference(string Rule) : EbnfNode;

/// <summary><c>A B</c></summary>
public sealed record EbnfSequence(IReadOnlyList<EbnfNode> Parts) : EbnfNode;

/// <summary><c>A | B</c></summary>
public sealed record EbnfChoice(IReadOnlyList<EbnfNode> Parts) : EbnfNode;

/// <summary><c>A?</c>, <c>A*</c>, <c>A+</c></summary>
public sealed record EbnfRepeat(EbnfNode Part, int Least, bool IsOnce) : EbnfNode;

/// <summary><c>A - B</c>: what is an A but not a B.</summary>
public sealed record EbnfExcept(EbnfNode Part, EbnfNode Not) : EbnfNode;
