using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Full expressions: precedence climbing in one parser instead of a tower of them; chains are built in loops.</summary>
internal static class Operators
{
    /// <summary>A full expression.</summary>
    public static Parser<Expression> Expression { get; } = input =>
    {
        var cursor = (Cursor)input;
        return Climb(ref cursor, OperatorSyntax.Or) is { } expression ? new Success<Expression>(expression, cursor) : new Failure<Expression>(cursor);
    };

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

    // Null is a failure, with the cursor where it was.
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
        var sign = cursor;
        cursor = cursor.AfterUnfinished(cursor.Position + length);
        var right = Climb(ref cursor, precedence + 1);
        height = Math.Max(height, cursor.State.Height) + 1;
        return right is null || IsTooHigh(ref cursor, sign, height) ? null : right;
    }

    /// <summary>All that follows the first <c>??</c> of a chain, which groups right.</summary>
    private static Expression? Alternatives(ref Cursor cursor, ref int height)
    {
        var operands = new List<Expression>();
        do
        {
            if (Operand(ref cursor, 2, OperatorSyntax.Coalesce, ref height) is not { } operand) return null;
            operands.Add(operand);
        }
        while (At(cursor, out _) == BinaryOperator.Coalesce);

        var end = cursor.State.LastEnd;
        var right = operands[^1];
        for (var i = operands.Count - 2; i >= 0; i--)
        {
            right = new BinaryExpression(BinaryOperator.Coalesce, operands[i], right);
            right.StandsAt(operands[i].Span.Start, end);
        }

        return right;
    }

    private static Expression? Not(ref Cursor cursor) => Unary(ref cursor, UnaryOperator.Not, 3);

    private static Expression? Prefixed(ref Cursor cursor)
    {
        if (cursor.Current == '-' && !Numbers.IsAt(cursor)) return Unary(ref cursor, UnaryOperator.Negate, 1);
        var exists = cursor.IsAtWord("exists");
        var start = cursor.Position;
        var result = Primaries.Primary(exists ? cursor.AfterUnfinished(start + 6) : cursor);
        cursor = (Cursor)result.Remainder;
        if (!result.WasSuccessful) return null;
        if (!exists) return result.Value;
        var expression = new ExistsExpression(result.Value);
        expression.StandsAt(start, cursor.State.LastEnd);
        cursor.State.Height++;
        return expression;
    }

    private static Expression? Unary(ref Cursor cursor, UnaryOperator op, int length)
    {
        var start = cursor;
        if (cursor.Depth >= SyntaxLimits.Nesting)
        {
            cursor = (Cursor)cursor.FailNested<Expression>().Remainder;
            return null;
        }

        var inner = cursor.Deeper().AfterUnfinished(cursor.Position + length);
        var operand = op == UnaryOperator.Not ? Climb(ref inner, OperatorSyntax.Not) : Prefixed(ref inner);
        cursor = operand is null ? inner : start.At(inner.Position);
        if (operand is null) return null;
        var expression = new UnaryExpression(op, operand);
        expression.StandsAt(start.Position, cursor.State.LastEnd);
        cursor.State.Height++;
        return expression;
    }

    private static bool IsTooHigh(ref Cursor cursor, Cursor sign, int height)
    {
        if (height <= SyntaxLimits.Chain) return false;
        cursor = (Cursor)cursor.FailChained<Expression>(sign.Position).Remainder;
        return true;
    }

    private static void ReportChain(Cursor cursor, int length) => cursor.State.Report(
        SyntaxCodes.ChainedComparison, new(cursor.Position, length), "comparisons don't chain", "a second comparison",
        "write 'a < b and b < c', or put one comparison in ( )");
}
