using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Testing.Language;

/// <summary>Random expressions as a parser could give them: brackets stand wherever the grammar needs them.</summary>
public sealed class ExpressionGenerator(Random random)
{
    private const int Or = 1, And = 2, Not = 3, Comparison = 4, Coalesce = 5, Additive = 6, Multiplicative = 7, Prefix = 8, Primary = 9;

    private static readonly string[] Variables = ["a", "b-1", "doc-1", "title", "first", "last", "_x", "über", "published", "inserted", "x1", "document", "limit"];

    // Where a component stands, a command may have words, such as 'title' after 'set'.
    private static readonly string[] Components = ["a", "b-1", "doc-1", "_x", "über", "inserted", "x1"];

    private static readonly string[] Pieces =
        ["", "a", "b c", "\"", "\\", "$", "${", "{", "}", "#", "\n", "\t", "\0", "\u00a0", "\u2028", "é", "😀", "漢", "\"\"\"", "  ", ";", "x\ny", "'", "\u001b", "<b>", "-", "1"];

    /// <summary>A full expression; <paramref name="depth"/> bounds its height.</summary>
    public Expression Full(int depth) => Expression(depth, Or);

    /// <summary>A primary.</summary>
    public Expression PrimaryExpression(int depth) => Expression(depth, Primary);

    /// <summary>A component: a name, an id in quotes, a path, a call or something in brackets.</summary>
    public Expression Component(int depth)
    {
        Expression component = random.Next(5) switch
        {
            0 => new ComponentIdExpression(Text()),
            1 => new CallExpression(ComponentName(), [Full(depth - 1)]),
            2 when depth > 0 => new ParenthesizedExpression(Full(depth - 1)),
            _ => new NameExpression(ComponentName()),
        };
        for (var i = random.Next(3); i > 0; i--) component = Follow(component, depth);
        return component;
    }

    /// <summary>A component or one of its directives.</summary>
    public Target Target(int depth)
    {
        var component = Component(depth);
        return component is MemberExpression || random.Next(2) == 0 ? new Target(component, Name()) : new Target(component, null);
    }

    /// <summary>A name, bare or such that it needs quotes.</summary>
    public Name Name() => new(random.Next(3) == 0 ? Text() : random.Next(4) == 0 ? Word() : Variable());

    /// <summary>The name of a variable.</summary>
    public string Variable() => Variables[random.Next(Variables.Length)];

    private string ComponentName() => Components[random.Next(Components.Length)];

    private string Word() => random.Next(2) == 0 ? ReservedWords.Continuing[random.Next(ReservedWords.Continuing.Count)] : ReservedWords.InExpressions[random.Next(ReservedWords.InExpressions.Count)];

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private Expression Expression(int depth, int least)
    {
        var (expression, tightness) = Any(depth);
        return tightness < least ? new ParenthesizedExpression(expression) : expression;
    }

    private (Expression Expression, int Tightness) Any(int depth)
    {
        if (depth <= 0) return (Leaf(), Primary);
        switch (random.Next(14))
        {
            case 0 or 1 or 2: return Binary(depth);
            case 3: return (new UnaryExpression(UnaryOperator.Not, Expression(depth - 1, Not)), Not);
            case 4: return (Negated(depth), Prefix);
            case 5: return (new ExistsExpression(Expression(depth - 1, Primary)), Prefix);
            case 6: return (new ListExpression([.. Several(3, () => Full(depth - 1))]), Primary);
            case 7: return (Object(depth), Primary);
            case 8: return (new CallExpression(Variable(), [.. Several(3, () => Full(depth - 1))]), Primary);
            case 9: return (new ParenthesizedExpression(Full(depth - 1)), Primary);
            case 10: return (Interpolated(depth), Primary);
            case 11 or 12: return (Follow(Expression(depth - 1, Primary), depth), Primary);
            default: return (Leaf(), Primary);
        }
    }

    // A minus directly before digits belongs to the number.
    private UnaryExpression Negated(int depth) => new(UnaryOperator.Negate, Expression(depth - 1, Prefix));

    private (Expression Expression, int Tightness) Binary(int depth)
    {
        var op = (BinaryOperator)random.Next((int)BinaryOperator.Remainder + 1);
        var tightness = op switch
        {
            BinaryOperator.Or => Or,
            BinaryOperator.And => And,
            BinaryOperator.Coalesce => Coalesce,
            BinaryOperator.Add or BinaryOperator.Subtract => Additive,
            BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => Multiplicative,
            _ => Comparison,
        };
        var left = Expression(depth - 1, tightness + (tightness is Comparison or Coalesce ? 1 : 0));
        var right = Expression(depth - 1, tightness + (tightness == Coalesce ? 0 : 1));
        return (new BinaryExpression(op, left, right), tightness);
    }

    private Expression Follow(Expression expression, int depth) =>
        random.Next(2) == 0 ? new MemberExpression(expression, Name()) : new IndexExpression(expression, Full(depth - 1));

    private ObjectExpression Object(int depth) =>
        new([.. Several(3, () => new ObjectEntry(Name(), Full(depth - 1))).DistinctBy(entry => entry.Key.Text, StringComparer.Ordinal)]);

    private InterpolatedText Interpolated(int depth)
    {
        var parts = new List<Expression>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            if (random.Next(2) == 0 && Text() is { Length: > 0 } piece) parts.Add(new TextLiteral(piece));
            var value = Full(depth - 1);
            parts.Add(value is TextLiteral ? new ParenthesizedExpression(value) : value);
        }

        if (Text() is { Length: > 0 } rest) parts.Add(new TextLiteral(rest));
        return new InterpolatedText([.. parts]);
    }

    private Expression Leaf() => random.Next(9) switch
    {
        0 => new TextLiteral(Text()),
        1 => new TextLiteral(Text(), Raw: true),
        2 => new IntegerLiteral(random.Next(3) switch { 0 => random.NextInt64(long.MinValue, long.MaxValue), 1 => long.MinValue, _ => random.Next(-3, 10) }),
        3 => new DecimalLiteral(new decimal(random.Next(), random.Next(), random.Next(), random.Next(2) == 0, (byte)random.Next(29))),
        4 => new BooleanLiteral(random.Next(2) == 0),
        5 => new NullLiteral(),
        _ => new NameExpression(Variable()),
    };

    private List<T> Several<T>(int most, Func<T> make)
    {
        var made = new List<T>();
        for (var i = random.Next(most + 1); i > 0; i--) made.Add(make());
        return made;
    }
}
