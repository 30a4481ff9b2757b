using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Language.Tree;

namespace DocScript.Engine.Evaluation;

/// <summary>What operators make of values (language.md section 3).</summary>
internal static class Operators
{
    public static Value Unary(UnaryExpression expression, Value operand) => (expression.Operator, operand) switch
    {
        (UnaryOperator.Not, BooleanValue boolean) => new BooleanValue(!boolean.Boolean),
        (UnaryOperator.Negate, IntegerValue { Integer: long.MinValue }) => throw Overflow(expression),
        (UnaryOperator.Negate, IntegerValue integer) => new IntegerValue(-integer.Integer),
        (UnaryOperator.Negate, DecimalValue number) => new DecimalValue(-number.Decimal),
        (UnaryOperator.Not, _) => throw new ScriptFault(EngineCodes.WrongKind, $"'not' takes true or false, not {Kinds.WithArticle(operand)}", expression.Span),
        _ => throw new ScriptFault(EngineCodes.WrongKind, $"'-' takes a number, not {Kinds.WithArticle(operand)}", expression.Span),
    };

    /// <summary>The value of a binary operator whose left side is known; the right side is evaluated only if it counts.</summary>
    public static Value Binary(Evaluator evaluator, BinaryExpression expression, Value left)
    {
        switch (expression.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                var isAnd = expression.Operator == BinaryOperator.And;
                return Truth(left, expression.Left, isAnd) != isAnd ? new BooleanValue(!isAnd) : new BooleanValue(Truth(evaluator.EvaluatePlain(expression.Right), expression.Right, isAnd));
            case BinaryOperator.Coalesce:
                return left is NullValue ? evaluator.EvaluatePlain(expression.Right) : left;
        }

        var right = evaluator.EvaluatePlain(expression.Right);
        return expression.Operator switch
        {
            BinaryOperator.Equal => new BooleanValue(Comparing.AreEqual(left, right)),
            BinaryOperator.NotEqual => new BooleanValue(!Comparing.AreEqual(left, right)),
            BinaryOperator.Less => Ordered(expression, left, right, order => order < 0),
            BinaryOperator.LessOrEqual => Ordered(expression, left, right, order => order <= 0),
            BinaryOperator.Greater => Ordered(expression, left, right, order => order > 0),
            BinaryOperator.GreaterOrEqual => Ordered(expression, left, right, order => order >= 0),
            BinaryOperator.In => Contains(expression, right, left),
            BinaryOperator.Contains => Contains(expression, left, right),
            BinaryOperator.Starts => Texts(expression, left, right, (text, part) => text.StartsWith(part, StringComparison.Ordinal)),
            BinaryOperator.Ends => Texts(expression, left, right, (text, part) => text.EndsWith(part, StringComparison.Ordinal)),
            BinaryOperator.Matches => Texts(expression, left, right, (text, pattern) => evaluator.Patterns.IsMatch(text, pattern, expression.Right.Span)),
            BinaryOperator.Add => Add(evaluator, expression, left, right),
            _ => Arithmetic(expression, left, right),
        };
    }

    private static bool Truth(Value value, Expression expression, bool isAnd) => value is BooleanValue boolean
        ? boolean.Boolean
        : throw new ScriptFault(EngineCodes.WrongKind, $"'{(isAnd ? "and" : "or")}' takes true or false, not {Kinds.WithArticle(value)}", expression.Span, help: "compare it with something, or ask 'exists'");

    private static BooleanValue Ordered(BinaryExpression expression, Value left, Value right, Func<int, bool> holds)
    {
        if (left is NullValue || right is NullValue) return new BooleanValue(false);
        return Comparing.Order(left, right) is { } order ? new BooleanValue(holds(order)) : throw Mismatch(expression, left, right, "can't be compared with");
    }

    private static BooleanValue Contains(BinaryExpression expression, Value whole, Value part)
    {
        if (whole is NullValue) return new BooleanValue(false);
        return whole switch
        {
            ListValue list => new BooleanValue(list.Items.Any(item => Comparing.AreEqual(item, part))),
            ObjectValue entries when part is TextValue key => new BooleanValue(entries.Find(key.Text) is not null),
            TextValue text when part is TextValue piece => new BooleanValue(text.Text.Contains(piece.Text, StringComparison.Ordinal)),
            TextValue when part is NullValue => new BooleanValue(false),
            _ => throw Mismatch(expression, whole, part, "can't contain"),
        };
    }

    private static BooleanValue Texts(BinaryExpression expression, Value left, Value right, Func<string, string, bool> holds)
    {
        if (left is NullValue || right is NullValue) return new BooleanValue(false);
        return left is TextValue text && right is TextValue part
            ? new BooleanValue(holds(text.Text, part.Text))
            : throw new ScriptFault(EngineCodes.WrongKind, $"'{expression.Operator.Symbol()}' takes two texts, not {Kinds.WithArticle(left)} and {Kinds.WithArticle(right)}", expression.Span, help: "make a text of a value with \"${…}\"");
    }

    private static Value Add(Evaluator evaluator, BinaryExpression expression, Value left, Value right)
    {
        switch (left, right)
        {
            case (TextValue a, TextValue b):
                evaluator.Sizes.CheckLength((long)a.Text.Length + b.Text.Length, expression.Span);
                return new TextValue(a.Text + b.Text);
            case (ListValue a, ListValue b):
                return evaluator.Sizes.Check(new ListValue([.. a.Items, .. b.Items]), expression.Span);
            case (TextValue, _) or (_, TextValue):
                throw new ScriptFault(EngineCodes.WrongKind, $"'+' can't join {Kinds.WithArticle(left)} and {Kinds.WithArticle(right)}", expression.Span, help: "'+' converts nothing; write \"${a}${b}\" to make a text of both");
            default:
                return Arithmetic(expression, left, right);
        }
    }

    private static NumberValue Arithmetic(BinaryExpression expression, Value left, Value right)
    {
        if (left is not NumberValue a || right is not NumberValue b)
            throw new ScriptFault(EngineCodes.WrongKind, $"'{expression.Operator.Symbol()}' takes two numbers, not {Kinds.WithArticle(left)} and {Kinds.WithArticle(right)}", expression.Span, help: left is NullValue || right is NullValue ? "give a default with '?? 0'" : null);
        try
        {
            return a is IntegerValue { Integer: var i } && b is IntegerValue { Integer: var j }
                ? Integers(expression.Operator, i, j)
                : new DecimalValue(Decimals(expression.Operator, a.AsDecimal, b.AsDecimal));
        }
        catch (OverflowException)
        {
            throw Overflow(expression);
        }
        catch (DivideByZeroException)
        {
            throw new ScriptFault(EngineCodes.Arithmetic, "division by zero", expression.Span, help: "ask before whether it is 0");
        }
    }

    // 7 / 2 is 3.5: people who edit documents expect division, not truncation; a whole quotient stays an integer.
    private static NumberValue Integers(BinaryOperator @operator, long a, long b) => @operator switch
    {
        BinaryOperator.Add => new IntegerValue(checked(a + b)),
        BinaryOperator.Subtract => new IntegerValue(checked(a - b)),
        BinaryOperator.Multiply => new IntegerValue(checked(a * b)),
        BinaryOperator.Divide when b == -1 => new IntegerValue(checked(-a)),
        BinaryOperator.Divide => a % b == 0 ? new IntegerValue(a / b) : new DecimalValue((decimal)a / b),
        _ => new IntegerValue(b == -1 ? 0 : a % b),
    };

    private static decimal Decimals(BinaryOperator @operator, decimal a, decimal b) => @operator switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        _ => a % b,
    };

    private static ScriptFault Overflow(Expression expression) => new(EngineCodes.Arithmetic, "the number is too large", expression.Span, help: "integers have 64 bits, decimals 28 digits");

    private static ScriptFault Mismatch(BinaryExpression expression, Value left, Value right, string what) =>
        new(EngineCodes.WrongKind, $"{Kinds.WithArticle(left)} {what} {Kinds.WithArticle(right)}", expression.Span, help: "make both of one kind, with text(…), number(…) or date(…)");
}
