namespace DocScript.Language.Tree;

/// <summary>How operators are written and how tight they bind, for parser and printer.</summary>
public static class OperatorSyntax
{
    private static readonly string[] Symbols = ["or", "and", "==", "!=", "<", "<=", ">", ">=", "in", "contains", "starts", "ends", "matches", "??", "+", "-", "*", "/", "%"];

    /// <summary>All infix operators, loosest first.</summary>
    public static IReadOnlyList<BinaryOperator> Infix { get; } = Enum.GetValues<BinaryOperator>();

    internal const int Or = 1, And = 2, Not = 3, Comparison = 4, Coalesce = 5, Additive = 6, Multiplicative = 7, Prefix = 8, Primary = 9;

    /// <summary>The operator as it is written.</summary>
    public static string Symbol(this BinaryOperator op) => Symbols[(int)op];

    /// <summary>The operator as it is written, without a space.</summary>
    public static string Symbol(this UnaryOperator op) => op == UnaryOperator.Not ? "not" : "-";

    /// <summary>How tight it binds; more binds tighter.</summary>
    public static int Precedence(this BinaryOperator op) => op switch
    {
        BinaryOperator.Or => Or,
        BinaryOperator.And => And,
        BinaryOperator.Coalesce => Coalesce,
        BinaryOperator.Add or BinaryOperator.Subtract => Additive,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => Multiplicative,
        _ => Comparison,
    };

    /// <summary>How tight an expression holds together where it stands among operators.</summary>
    internal static int Precedence(this Expression expression) => expression switch
    {
        BinaryExpression binary => binary.Operator.Precedence(),
        UnaryExpression { Operator: UnaryOperator.Not } => Not,
        UnaryExpression => Prefix,
        ExistsExpression => Prefix,
        _ => Primary,
    };
}
