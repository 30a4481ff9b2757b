using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Primaries: literals, names, paths, calls, lists, objects and expressions in brackets.</summary>
internal static class Primaries
{
    private static readonly Parser<Name> Member = Lexeme.Name(Expectation.Name);

    private static readonly Parser<ObjectEntry> Entry =
        (from key in Lexeme.Name(new("a key", false)) from colon in Lexeme.Colon from value in Operators.Expression select new ObjectEntry(key, value)).Spanned();

    /// <summary>An expression that holds together without operators.</summary>
    public static Parser<Expression> Primary { get; } = input => Followed((Cursor)input, Start((Cursor)input));

    /// <summary>A component: a quoted text is its id, a name a variable or an id.</summary>
    public static Parser<Expression> Component { get; } = input => Followed((Cursor)input, ComponentStart((Cursor)input));

    /// <summary>Whether an expression can start here, so that a hole which may be left out is meant.</summary>
    public static bool CanStartAt(Cursor cursor) => cursor.Current switch
    {
        '"' or '(' or '[' or '{' => true,
        '-' or (>= '0' and <= '9') => Numbers.IsAt(cursor),
        _ => Names.LengthAt(cursor.Source, cursor.Position) is > 0 and var length && IsOperandWord(cursor.Source.AsSpan(cursor.Position, length)),
    };

    private static bool IsOperandWord(ReadOnlySpan<char> word) => word is not ("or" or "and" or "in" or "contains" or "starts" or "ends" or "matches" or "not" or "exists");

    private static IResult<Expression> Start(Cursor cursor)
    {
        switch (cursor.Current)
        {
            case '"':
                return cursor.Peek(1) == '"' && cursor.Peek(2) == '"' ? RawText.Parse(cursor) : QuotedText.Parse(cursor);
            case '[':
                return Finish(cursor, Combinators.Bracketed(cursor, ']', Operators.Expression), elements => new ListExpression(elements));
            case '{':
                return Object(cursor);
            case '(':
                return Parenthesized(cursor);
            case '-' or (>= '0' and <= '9') when Numbers.IsAt(cursor):
                return Numbers.Parse(cursor);
        }

        var length = Names.LengthAt(cursor.Source, cursor.Position);
        var word = cursor.Source.AsSpan(cursor.Position, length);
        if (length == 0 || !IsOperandWord(word)) return cursor.Reject<Expression>(Expectation.Value);
        return word switch
        {
            "true" => Leaf(cursor, new BooleanLiteral(true), length),
            "false" => Leaf(cursor, new BooleanLiteral(false), length),
            "null" => Leaf(cursor, new NullLiteral(), length),
            _ => NameOrCall(cursor, length),
        };
    }

    private static IResult<Expression> ComponentStart(Cursor cursor)
    {
        if (cursor.Current == '(') return Parenthesized(cursor);
        if (cursor.Current == '"')
        {
            var (id, end, failure) = QuotedText.Name(cursor);
            return id is null ? failure! : Leaf(cursor, new ComponentIdExpression(id), end - cursor.Position);
        }

        var length = Names.LengthAt(cursor.Source, cursor.Position);
        return length == 0 || ReservedWords.InExpressions.Contains(cursor.NameText(length)) ? cursor.Reject<Expression>(Expectation.Component) : NameOrCall(cursor, length);
    }

    private static IResult<Expression> Leaf(Cursor cursor, Expression expression, int length)
    {
        expression.StandsAt(cursor.Position, cursor.Position + length);
        cursor.State.Height = 1;
        return cursor.Accept(expression, cursor.Position + length);
    }

    private static IResult<Expression> NameOrCall(Cursor cursor, int length)
    {
        var name = cursor.NameText(length);
        if (cursor.Peek(length) != '(') return Leaf(cursor, new NameExpression(name), length);
        return Finish(cursor, Combinators.Bracketed(cursor.At(cursor.Position + length), ')', Operators.Expression), arguments => new CallExpression(name, arguments));
    }

    private static IResult<Expression> Parenthesized(Cursor open)
    {
        if (open.Depth >= SyntaxLimits.Nesting) return open.FailNested<Expression>();
        var result = Operators.Expression(open.Inside(open.Position + 1));
        if (!result.WasSuccessful)
        {
            open.State.StaysOpen(open.Position, result.Remainder.Position);
            return result;
        }

        var close = (Cursor)result.Remainder;
        if (close.Current != ')')
        {
            open.State.StaysOpen(open.Position, close.Position);
            return close.Reject<Expression>(Lexeme.Expected(')'));
        }

        var expression = new ParenthesizedExpression(result.Value);
        expression.StandsAt(open.Position, close.Position + 1);
        open.State.Height++;
        return open.Accept<Expression>(expression, close.Position + 1);
    }

    private static IResult<Expression> Object(Cursor open)
    {
        var entries = Combinators.Bracketed(open, '}', Entry);
        if (entries.WasSuccessful && entries.Value.Count > 1) ReportTwice(open.State, entries.Value);
        return Finish(open, entries, found => new ObjectExpression(found));
    }

    private static void ReportTwice(ParseState state, Items<ObjectEntry> entries)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
            if (!seen.Add(entry.Key.Text))
                state.Report(SyntaxCodes.DuplicateKey, entry.Key.Span, $"the key '{entry.Key.Text}' stands twice in the object", help: "keep one of them");
    }

    private static IResult<Expression> Finish<T>(Cursor start, IResult<T> inner, Func<T, Expression> make)
    {
        if (!inner.WasSuccessful) return new Failure<Expression>(inner.Remainder);
        var expression = make(inner.Value);
        expression.StandsAt(start.Position, start.State.LastEnd);
        return new Success<Expression>(expression, inner.Remainder);
    }

    /// <summary>The members and indexes that bind to an expression.</summary>
    private static IResult<Expression> Followed(Cursor start, IResult<Expression> result)
    {
        if (!result.WasSuccessful) return result;
        var height = start.State.Height;
        while (result.WasSuccessful && (Cursor)result.Remainder is { Current: '.' or '[', IsAttached: true } cursor)
        {
            if (height >= SyntaxLimits.Chain) return cursor.FailChained<Expression>(cursor.Position);
            result = cursor.Current == '.' ? MemberOf(start, cursor, result.Value) : IndexOf(start, cursor, result.Value);
            height = Math.Max(height, cursor.Current == '.' ? 0 : start.State.Height) + 1;
        }

        start.State.Height = height;
        return result;
    }

    private static IResult<Expression> MemberOf(Cursor start, Cursor dot, Expression of)
    {
        var member = Member(dot.At(dot.Position + 1));
        return Finish(start, member, name => new MemberExpression(of, name));
    }

    private static IResult<Expression> IndexOf(Cursor start, Cursor open, Expression of)
    {
        if (open.Depth >= SyntaxLimits.Nesting) return open.FailNested<Expression>();
        var index = Operators.Expression(open.Inside(open.Position + 1));
        if (!index.WasSuccessful)
        {
            open.State.StaysOpen(open.Position, index.Remainder.Position);
            return index;
        }

        var close = (Cursor)index.Remainder;
        if (close.Current != ']')
        {
            open.State.StaysOpen(open.Position, close.Position);
            return close.Reject<Expression>(Lexeme.Expected(']'));
        }

        var expression = new IndexExpression(of, index.Value);
        expression.StandsAt(start.Position, close.Position + 1);
        return open.Accept<Expression>(expression, close.Position + 1);
    }

    /// <summary>What goes on here would make the tree too high.</summary>
    public static IResult<T> FailChained<T>(this Cursor cursor, int position) => cursor.State.Fail<T>(
        cursor, SyntaxCodes.ChainTooLong, new Span(position, 1), $"an expression chains more than {SyntaxLimits.Chain} operators, members and calls",
        help: "name a part of it with let");
}
