using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>Full expressions: precedence climbing in one parser instead of a tower of them; chains are built in loops.</summary>
internal static class Operators
{
    /// <summary>A full expression.</summary>
    public static Expression? Expression(ref Cursor cursor) => Climb(ref cursor, OperatorSyntax.Or);

    /// <summary>The operator that stands here.</summary>
    internal static BinaryOperator? At(Cursor cursor, out int length)
    {
        length = 1;
        switch (cursor.Current)
        {
            case '+': return BinaryOperator.Add;
            case '-': return BinaryOperator.Subtract;
            case '*': return BinaryOperator.Multiply;
            case '/': return BinaryOperator.Divide;
            case '%': return BinaryOperator.Remainder;
            case '<' when cursor.Peek(1) != '=': return BinaryOperator.Less;
            case '>' when cursor.Peek(1) != '=': return BinaryOperator.Greater;
        }

        length = 2;
        switch (cursor.Current)
        {
            case '<': return BinaryOperator.LessOrEqual;
            case '>': return BinaryOperator.GreaterOrEqual;
            case '=' when cursor.Peek(1) == '=': return BinaryOperator.Equal;
            case '!' when cursor.Peek(1) == '=': return BinaryOperator.NotEqual;
            case '?' when cursor.Peek(1) == '?': return BinaryOperator.Coalesce;
            case 'o' or 'a' or 'i' or 'c' or 's' or 'e' or 'm': break;
            default: return null;
        }

        length = Names.LengthAt(cursor.Source, cursor.Position);
        return cursor.Source.AsSpan(cursor.Position, length) switch
        {
            "or" => BinaryOperator.Or,
            "and" => BinaryOperator.And,
            "in" => BinaryOperator.In,
            "contains" => BinaryOperator.Contains,
            "starts" => BinaryOperator.Starts,
            "ends" => BinaryOperator.Ends,
            "matches" => BinaryOperator.Matches,
            _ => null,
        };
    }

    private static Expression? Climb(ref Cursor cursor, int loosest)
    {
        var start = cursor.Position;
        var left = loosest <= OperatorSyntax.Not && cursor.IsAtWord("not") ? Not(ref cursor) : Prefixed(ref cursor);
        if (left is null) return null;
        var height = cursor.State.Height;
        var compared = false;
        while (At(cursor, out var length) is { } op && op.Precedence() >= loosest)
        {
            var precedence = op.Precedence();
            if (precedence == OperatorSyntax.Comparison && compared) ReportChain(cursor, length);
            compared = precedence == OperatorSyntax.Comparison;
            var right = op == BinaryOperator.Coalesce ? Alternatives(ref cursor, ref height) : Operand(ref cursor, length, precedence, ref height);
            if (right is null) return null;
            left = new BinaryExpression(op, left, right);
            left.StandsAt(start, cursor.State.LastEnd);
        }

        cursor.State.Expect(cursor.Position, Expectation.Operator);
        cursor.State.Height = height;
        return left;
    }

    private static Expression? Operand(ref Cursor cursor, int length, int precedence, ref int height)
    {
        var sign = cursor.Position;
        cursor = cursor.AfterUnfinished(sign + length);
        var right = Climb(ref cursor, precedence + 1);
        height = Math.Max(height, cursor.State.Height) + 1;
        return right is not null && height > SyntaxLimits.Chain ? cursor.FailChained(sign) : right;
    }

    /// <summary>All that follows the first <c>??</c> of a chain, which groups right.</summary>
    private static Expression? Alternatives(ref Cursor cursor, ref int height)
    {
        var nodes = cursor.State.Nodes;
        var start = nodes.Count;
        do
        {
            if (Operand(ref cursor, 2, OperatorSyntax.Coalesce, ref height) is not { } operand) return null;
            nodes.Add(operand);
        }
        while (At(cursor, out _) == BinaryOperator.Coalesce);

        var end = cursor.State.LastEnd;
        var right = (Expression)nodes.Take();
        while (nodes.Count > start)
        {
            var left = (Expression)nodes.Take();
            right = new BinaryExpression(BinaryOperator.Coalesce, left, right);
            right.StandsAt(left.Span.Start, end);
        }

        return right;
    }

    private static Expression? Not(ref Cursor cursor) => Unary(ref cursor, UnaryOperator.Not, 3);

    private static Expression? Prefixed(ref Cursor cursor)
    {
        if (cursor.Current == '-' && !Numbers.IsAt(cursor)) return Unary(ref cursor, UnaryOperator.Negate, 1);
        if (!cursor.IsAtWord("exists")) return Primaries.Primary(ref cursor);
        var start = cursor.Position;
        cursor = cursor.AfterUnfinished(start + 6);
        if (Primaries.Primary(ref cursor) is not { } operand) return null;
        var expression = new ExistsExpression(operand);
        expression.StandsAt(start, cursor.State.LastEnd);
        cursor.State.Height++;
        return expression;
    }

    private static Expression? Unary(ref Cursor cursor, UnaryOperator op, int length)
    {
        var start = cursor;
        if (cursor.Depth >= SyntaxLimits.Nesting) return cursor.FailNested<Expression>();
        cursor = cursor.Deeper().AfterUnfinished(cursor.Position + length);
        if ((op == UnaryOperator.Not ? Climb(ref cursor, OperatorSyntax.Not) : Prefixed(ref cursor)) is not { } operand) return null;
        cursor = start.At(cursor.Position);
        var expression = new UnaryExpression(op, operand);
        expression.StandsAt(start.Position, cursor.State.LastEnd);
        cursor.State.Height++;
        return expression;
    }

    private static void ReportChain(Cursor cursor, int length) => cursor.State.Report(
        SyntaxCodes.ChainedComparison, new(cursor.Position, length), "comparisons don't chain", "a second comparison",
        "write 'a < b and b < c', or put one comparison in ( )");
}
