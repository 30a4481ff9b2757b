using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Native;

/// <summary>Operators that bind equally with their operands in the order of the text: <c>a + b - c</c>. <c>??</c> groups right, the others left.</summary>
internal sealed record OperatorChain(Expression First, IReadOnlyList<(BinaryOperator Operator, Expression Operand)> Rest)
{
    /// <summary>The chain that an expression is.</summary>
    public static OperatorChain Of(BinaryExpression top)
    {
        var rest = new List<(BinaryOperator, Expression)>();
        if (top.Operator == BinaryOperator.Coalesce)
        {
            Expression right = top;
            var operands = new List<Expression>();
            for (; right is BinaryExpression { Operator: BinaryOperator.Coalesce } next; right = next.Right) operands.Add(next.Left);
            operands.Add(right);
            return new(operands[0], [.. operands.Skip(1).Select(operand => (BinaryOperator.Coalesce, operand))]);
        }

        Expression left = top;
        for (; left is BinaryExpression next && next.Operator.Precedence() == top.Operator.Precedence(); left = next.Left) rest.Add((next.Operator, next.Right));
        rest.Reverse();
        return new(left, rest);
    }

    /// <summary>The expression that a chain is.</summary>
    public static Expression Combine(Expression first, IReadOnlyList<(BinaryOperator Operator, Expression Operand)> rest)
    {
        if (rest.All(step => step.Operator != BinaryOperator.Coalesce)) return rest.Aggregate(first, (left, step) => new BinaryExpression(step.Operator, left, step.Operand));
        var right = rest[^1].Operand;
        for (var i = rest.Count - 1; i >= 0; i--) right = new BinaryExpression(rest[i].Operator, i == 0 ? first : rest[i - 1].Operand, right);
        return right;
    }
}
