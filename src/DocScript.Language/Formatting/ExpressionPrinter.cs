using System.Globalization;
using System.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Formatting;

/// <summary>Expressions on one line, but for raw texts of several lines, whose lines stand at <paramref name="indent"/> columns.</summary>
internal sealed class ExpressionPrinter(int indent)
{
    /// <summary>The place where every expression can stand without brackets.</summary>
    public const int Loosest = 0;

    /// <summary>An expression where a full one can stand, or where <paramref name="least"/> says how tightly it must bind.</summary>
    public string Print(Expression expression, int least = Loosest)
    {
        var result = new StringBuilder();
        Write(result, expression, least);
        return result.ToString();
    }

    private void Write(StringBuilder result, Expression expression, int least)
    {
        if (expression.Precedence() < least)
        {
            result.Append('(');
            Write(result, expression, Loosest);
            result.Append(')');
            return;
        }

        switch (expression)
        {
            case TextLiteral { Raw: true, Value: var text } when TextQuoting.CanBeRaw(text): result.Append(TextQuoting.Raw(text, indent)); break;
            case TextLiteral text: result.Append(TextQuoting.Quote(text.Value)); break;
            case InterpolatedText text: WriteInterpolated(result, text); break;
            case IntegerLiteral number: result.Append(CultureInfo.InvariantCulture, $"{number.Value}"); break;
            case DecimalLiteral number: result.Append(Decimal(number.Value)); break;
            case BooleanLiteral boolean: result.Append(boolean.Value ? "true" : "false"); break;
            case NullLiteral: result.Append("null"); break;
            case ListExpression list: WriteAll(result, "[", list.Elements, "]"); break;
            case ObjectExpression entries: WriteObject(result, entries); break;
            case NameExpression name: result.Append(name.Name); break;
            case ComponentIdExpression id: result.Append(TextQuoting.Quote(id.Id)); break;
            case MemberExpression member:
                Write(result, member.Of, OperatorSyntax.Primary);
                result.Append('.').Append(TextQuoting.Name(member.Member));
                break;
            case IndexExpression index:
                Write(result, index.Of, OperatorSyntax.Primary);
                result.Append('[');
                Write(result, index.Index, Loosest);
                result.Append(']');
                break;
            case CallExpression call: WriteAll(result, call.Function + "(", call.Arguments, ")"); break;
            case UnaryExpression unary: WriteUnary(result, unary); break;
            case BinaryExpression binary: WriteBinary(result, binary); break;
            case ExistsExpression exists:
                result.Append("exists ");
                Write(result, exists.Operand, OperatorSyntax.Primary);
                break;
            case ParenthesizedExpression inner:
                result.Append('(');
                Write(result, inner.Inner, Loosest);
                result.Append(')');
                break;
            default: throw new InvalidOperationException($"no text for {expression.GetType().Name}");
        }
    }

    private void WriteUnary(StringBuilder result, UnaryExpression unary)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            result.Append("not ");
            Write(result, unary.Operand, unary.Precedence());
            return;
        }

        // '-5' would read as a number, and '--a' would be hard to read.
        result.Append(StartsWithNumber(unary.Operand) || unary.Operand is UnaryExpression { Operator: UnaryOperator.Negate } ? "- " : "-");
        Write(result, unary.Operand, OperatorSyntax.Prefix);
    }

    private static bool StartsWithNumber(Expression expression)
    {
        while (expression is MemberExpression or IndexExpression) expression = expression is MemberExpression member ? member.Of : ((IndexExpression)expression).Of;
        return expression is IntegerLiteral or DecimalLiteral;
    }

    private void WriteBinary(StringBuilder result, BinaryExpression top)
    {
        var precedence = top.Operator.Precedence();
        var groupsRight = top.Operator == BinaryOperator.Coalesce;
        var chains = precedence != OperatorSyntax.Comparison;
        var chain = new Stack<BinaryExpression>([top]);
        // A chain that groups left is walked, so that its length does not matter.
        while (chains && !groupsRight && chain.Peek().Left is BinaryExpression left && left.Operator.Precedence() == precedence) chain.Push(left);
        Write(result, chain.Peek().Left, precedence + (chains && !groupsRight ? 0 : 1));
        foreach (var binary in chain)
        {
            result.Append(' ').Append(binary.Operator.Symbol()).Append(' ');
            Write(result, binary.Right, groupsRight ? precedence : precedence + 1);
        }
    }

    private void WriteInterpolated(StringBuilder result, InterpolatedText text)
    {
        result.Append('"');
        foreach (var part in text.Parts)
        {
            if (part is TextLiteral literal)
            {
                result.Append(TextQuoting.Escape(literal.Value));
                continue;
            }

            result.Append("${");
            Write(result, part, Loosest);
            result.Append('}');
        }

        result.Append('"');
    }

    private void WriteAll(StringBuilder result, string open, Items<Expression> elements, string close)
    {
        result.Append(open);
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0) result.Append(", ");
            Write(result, elements[i], Loosest);
        }

        result.Append(close);
    }

    private void WriteObject(StringBuilder result, ObjectExpression entries)
    {
        result.Append('{');
        for (var i = 0; i < entries.Entries.Count; i++)
        {
            if (i > 0) result.Append(", ");
            result.Append(TextQuoting.Name(entries.Entries[i].Key)).Append(": ");
            Write(result, entries.Entries[i].Value, Loosest);
        }

        result.Append('}');
    }

    // A decimal keeps its point, or it would read back as an integer.
    private static string Decimal(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }
}
