using DocScript.Language.Text;

namespace DocScript.Language.Tree;

/// <summary>Something that has a value (language.md section 3).</summary>
public abstract record Expression : Node;

/// <summary>A text in quotes without interpolation; <paramref name="Raw"/> says that it was written with three quotes, which makes no other text of it.</summary>
public sealed record TextLiteral(string Value, bool Raw = false) : Expression
{
    /// <inheritdoc/>
    public bool Equals(TextLiteral? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}

/// <summary><c>"a ${b} c"</c>: parts are <see cref="TextLiteral"/>s and other expressions.</summary>
public sealed record InterpolatedText(Items<Expression> Parts) : Expression;

/// <summary>A whole number; a minus sign directly before the digits belongs to it.</summary>
public sealed record IntegerLiteral(long Value) : Expression;

/// <summary>A number with a decimal point.</summary>
public sealed record DecimalLiteral(decimal Value) : Expression;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanLiteral(bool Value) : Expression;

/// <summary><c>null</c>.</summary>
public sealed record NullLiteral : Expression;

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListExpression(Items<Expression> Elements) : Expression;

/// <summary><c>{a: 1, "b c": 2}</c>.</summary>
public sealed record ObjectExpression(Items<ObjectEntry> Entries) : Expression;

/// <summary>One entry of an object.</summary>
public sealed record ObjectEntry(Name Key, Expression Value) : Node;

/// <summary>A bare name: a variable, a property of the document, or a component, in that order.</summary>
public sealed record NameExpression(string Name) : Expression;

/// <summary>A quoted text where a component is expected: its id, never a variable.</summary>
public sealed record ComponentIdExpression(string Id) : Expression;

/// <summary><c>a.b</c>.</summary>
public sealed record MemberExpression(Expression Of, Name Member) : Expression;

/// <summary><c>a[i]</c>.</summary>
public sealed record IndexExpression(Expression Of, Expression Index) : Expression;

/// <summary><c>f(a, b)</c>.</summary>
public sealed record CallExpression(string Function, Items<Expression> Arguments) : Expression
{
    /// <summary>Where the function's name stands; <c>default</c> for a node made by program.</summary>
    public Span FunctionSpan => Span == default ? default : new(Span.Start, Function.Length);
}

/// <summary><c>not a</c> or <c>-a</c>.</summary>
public sealed record UnaryExpression(UnaryOperator Operator, Expression Operand) : Expression;

/// <summary><c>a + b</c> and the like.</summary>
public sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary><c>exists x</c>.</summary>
public sealed record ExistsExpression(Expression Operand) : Expression;

/// <summary><c>(a)</c>: kept, so that the formatter keeps the author's brackets.</summary>
public sealed record ParenthesizedExpression(Expression Inner) : Expression;

/// <summary>Operators before their operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,
}

/// <summary>Operators between operands.</summary>
public enum BinaryOperator
{
    /// <summary><c>or</c></summary>
    Or,

    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>contains</c></summary>
    Contains,

    /// <summary><c>starts</c></summary>
    Starts,

    /// <summary><c>ends</c></summary>
    Ends,

    /// <summary><c>matches</c></summary>
    Matches,

    /// <summary><c>??</c></summary>
    Coalesce,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>%</c></summary>
    Remainder,
}
