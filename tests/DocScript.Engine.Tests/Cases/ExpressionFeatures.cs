using DocScript.Language.Tree;

namespace DocScript.Engine.Tests.Cases;

/// <summary>What an expression uses, by the words of the coverage list.</summary>
internal static class ExpressionFeatures
{
    public static IEnumerable<string> Of(Expression expression) => expression.DescendantsAndSelf().OfType<Expression>().Select(Word);

    public static string Operator(Enum operation) => $"operator {operation}";

    private static string Word(Expression expression) => expression switch
    {
        TextLiteral text => text.Raw ? "raw text" : "text",
        InterpolatedText => "interpolated text",
        IntegerLiteral => "integer",
        DecimalLiteral => "decimal",
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        NullLiteral => "null",
        ListExpression => "list",
        ObjectExpression => "object",
        NameExpression name => $"name {name.Name}",
        ComponentIdExpression => "quoted component",
        MemberExpression member => $"member {member.Member.Text}",
        IndexExpression => "index",
        CallExpression call => $"function {call.Function}",
        UnaryExpression unary => Operator(unary.Operator),
        BinaryExpression binary => Operator(binary.Operator),
        ExistsExpression => "exists",
        ParenthesizedExpression => "parentheses",
        _ => throw new InvalidOperationException($"no words for {expression.GetType().Name}"),
    };
}
