using DocScript.Documents.Values;
using DocScript.Language.Tree;

namespace DocScript.Engine.Checking;

/// <summary>Values of expressions made of literals only.</summary>
internal static class Constants
{
    /// <summary>Whether an expression is written as a value; one of several parts may hold expressions that are not.</summary>
    public static bool IsLiteral(Expression expression) =>
        expression is TextLiteral or IntegerLiteral or DecimalLiteral or BooleanLiteral or NullLiteral or ListExpression or ObjectExpression;

    public static Value? Of(Expression? expression) => expression switch
    {
        TextLiteral text => new TextValue(text.Value),
        IntegerLiteral number => new IntegerValue(number.Value),
        DecimalLiteral number => new DecimalValue(number.Value),
        BooleanLiteral boolean => new BooleanValue(boolean.Value),
        NullLiteral => Value.Null,
        ParenthesizedExpression inner => Of(inner.Inner),
        ListExpression list => All(list.Elements) is { } items ? new ListValue([.. items]) : null,
        ObjectExpression entries => All(entries.Entries.Select(entry => entry.Value)) is { } values
            ? ObjectValue.Of(entries.Entries.Zip(values, (entry, value) => KeyValuePair.Create(entry.Key.Text, value)))
            : null,
        _ => null,
    };

    private static List<Value>? All(IEnumerable<Expression> expressions)
    {
        var values = new List<Value>();
        foreach (var expression in expressions)
        {
            if (Of(expression) is not { } value) return null;
            values.Add(value);
        }

        return values;
    }
}
