using System.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Formatting;

/// <summary>Expressions over several lines where one would be too long: lists, objects, brackets, calls and chains of <c>and</c> and <c>or</c> are broken.</summary>
internal sealed class ExpressionLayout(int width)
{
    public const int Step = 4;

    /// <summary>An expression that starts at a column, in a statement that is indented by <paramref name="indent"/>.</summary>
    public string Print(Expression expression, int column, int indent, int least = ExpressionPrinter.Loosest)
    {
        var flat = new ExpressionPrinter(indent + Step).Print(expression, least);
        if (column + FirstLine(flat) <= width || expression.Precedence() < least) return flat;
        return expression switch
        {
            ListExpression { Elements.Count: > 0 } list => Lines("[", list.Elements.Select(element => Print(element, indent + Step, indent + Step)), "]", indent),
            ObjectExpression { Entries.Count: > 0 } entries => Lines("{", entries.Entries.Select(entry => Entry(entry, indent + Step)), "}", indent),
            CallExpression { Arguments.Count: > 0 } call => Lines(call.Function + "(", call.Arguments.Select(argument => Print(argument, indent + Step, indent + Step)), ")", indent),
            ParenthesizedExpression inner => Lines("(", [Print(inner.Inner, indent + Step, indent + Step)], ")", indent),
            BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } chain => Chain(chain, column, indent),
            _ => flat,
        };
    }

    private string Entry(ObjectEntry entry, int indent)
    {
        var key = TextQuoting.Name(entry.Key) + ": ";
        return key + Print(entry.Value, indent + key.Length, indent);
    }

    private static string Lines(string open, IEnumerable<string> elements, string close, int indent)
    {
        var margin = new string(' ', indent);
        return $"{open}\n{string.Join(",\n", elements.Select(element => margin + new string(' ', Step) + element))}\n{margin}{close}";
    }

    private string Chain(BinaryExpression top, int column, int indent)
    {
        var chain = new Stack<BinaryExpression>([top]);
        while (chain.Peek().Left is BinaryExpression left && left.Operator == top.Operator) chain.Push(left);
        var precedence = top.Operator.Precedence();
        var result = new StringBuilder(Print(chain.Peek().Left, column, indent + Step, precedence));
        var symbol = top.Operator.Symbol() + " ";
        foreach (var binary in chain)
            result.Append('\n').Append(' ', indent + Step).Append(symbol).Append(Print(binary.Right, indent + Step + symbol.Length, indent + Step, precedence + 1));
        return result.ToString();
    }

    private static int FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }
}
