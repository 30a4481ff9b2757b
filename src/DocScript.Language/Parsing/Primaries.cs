using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>Primaries: literals, names, paths, calls, lists, objects and expressions in brackets.</summary>
internal static class Primaries
{
    // Up to so many keys are compared each with each.
    private const int FewKeys = 8;

    private static readonly Scan<Name> Member = Lexeme.Name(Expectation.Name), Key = Lexeme.Name(new("a key", false));

    private static readonly Scan<Expression> Element = Operators.Expression;

    private static readonly Scan<ObjectEntry> Entry = ReadEntry;

    /// <summary>An expression that holds together without operators.</summary>
    public static Expression? Primary(ref Cursor cursor)
    {
        var start = cursor.Position;
        return Start(ref cursor) is { } first ? Followed(ref cursor, start, first) : null;
    }

    /// <summary>A component: a quoted text is its id, a name a variable or an id.</summary>
    public static Expression? Component(ref Cursor cursor)
    {
        var start = cursor.Position;
        return ComponentStart(ref cursor) is { } first ? Followed(ref cursor, start, first) : null;
    }

    /// <summary>Whether an expression can start here, so that a hole which may be left out is meant.</summary>
    public static bool CanStartAt(Cursor cursor) => cursor.Current switch
    {
        '"' or '(' or '[' or '{' => true,
        '-' or (>= '0' and <= '9') => Numbers.IsAt(cursor),
        _ => Names.LengthAt(cursor.Source, cursor.Position) is > 0 and var length && IsOperandWord(cursor.Source.AsSpan(cursor.Position, length)),
    };

    private static bool IsOperandWord(ReadOnlySpan<char> word) => word is not ("or" or "and" or "in" or "contains" or "starts" or "ends" or "matches" or "not" or "exists");

    private static Expression? Start(ref Cursor cursor)
    {
        switch (cursor.Current)
        {
            case '"':
                return cursor.Peek(1) == '"' && cursor.Peek(2) == '"' ? RawText.Read(ref cursor) : QuotedText.Read(ref cursor);
            case '[':
                return List(ref cursor);
            case '{':
                return Object(ref cursor);
            case '(':
                return Parenthesized(ref cursor);
            case '-' or (>= '0' and <= '9') when Numbers.IsAt(cursor):
                return Numbers.Read(ref cursor);
        }

        var length = Names.LengthAt(cursor.Source, cursor.Position);
        var word = cursor.Source.AsSpan(cursor.Position, length);
        if (length == 0 || !IsOperandWord(word)) return cursor.Reject<Expression>(Expectation.Value);
        return word switch
        {
            "true" => Leaf(ref cursor, new BooleanLiteral(true), length),
            "false" => Leaf(ref cursor, new BooleanLiteral(false), length),
            "null" => Leaf(ref cursor, new NullLiteral(), length),
            _ => NameOrCall(ref cursor, length),
        };
    }

    private static Expression? ComponentStart(ref Cursor cursor)
    {
        if (cursor.Current == '(') return Parenthesized(ref cursor);
        if (cursor.Current == '"')
            return QuotedText.Name(ref cursor, out var end) is { } id ? Leaf(ref cursor, new ComponentIdExpression(id), end - cursor.Position) : null;
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        return length == 0 || ReservedWords.InExpressions.Contains(cursor.Source.AsSpan(cursor.Position, length))
            ? cursor.Reject<Expression>(Expectation.Component)
            : NameOrCall(ref cursor, length);
    }

    private static Expression Leaf(ref Cursor cursor, Expression expression, int length)
    {
        var end = cursor.Position + length;
        expression.StandsAt(cursor.Position, end);
        cursor.State.Height = 1;
        cursor = cursor.After(end);
        return expression;
    }

    private static Expression? NameOrCall(ref Cursor cursor, int length)
    {
        var start = cursor.Position;
        var name = cursor.NameText(length);
        if (cursor.Peek(length) != '(') return Leaf(ref cursor, new NameExpression(name), length);
        cursor = cursor.At(start + length);
        return Combinators.Bracketed(ref cursor, ')', Element, out var arguments) ? Ended(cursor, start, new CallExpression(name, arguments)) : null;
    }

    private static Expression? List(ref Cursor cursor)
    {
        var start = cursor.Position;
        return Combinators.Bracketed(ref cursor, ']', Element, out var elements) ? Ended(cursor, start, new ListExpression(elements)) : null;
    }

    private static Expression? Object(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (!Combinators.Bracketed(ref cursor, '}', Entry, out var entries)) return null;
        if (entries.Count > 1) ReportTwice(cursor.State, entries.Span);
        return Ended(cursor, start, new ObjectExpression(entries));
    }

    private static ObjectEntry? ReadEntry(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (Key(ref cursor) is not { } key) return null;
        if (cursor.Current != ':') return cursor.Reject<ObjectEntry>(Lexeme.Expected(':'));
        cursor = cursor.AfterUnfinished(cursor.Position + 1);
        if (Operators.Expression(ref cursor) is not { } value) return null;
        var entry = new ObjectEntry(key, value);
        entry.StandsAt(start, cursor.State.LastEnd);
        return entry;
    }

    private static void ReportTwice(ParseState state, ReadOnlySpan<ObjectEntry> entries)
    {
        var seen = entries.Length > FewKeys ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < entries.Length; i++)
        {
            var key = entries[i].Key;
            if (seen is null ? Includes(entries[..i], key.Text) : !seen.Add(key.Text))
                state.Report(SyntaxCodes.DuplicateKey, key.Span, $"the key '{key.Text}' stands twice in the object", help: "keep one of them");
        }
    }

    private static bool Includes(ReadOnlySpan<ObjectEntry> entries, string key)
    {
        foreach (var entry in entries)
            if (entry.Key.Text == key)
                return true;
        return false;
    }

    private static Expression? Parenthesized(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (Enclosed(ref cursor, ')') is not { } inner) return null;
        cursor.State.Height++;
        return Ended(cursor, start, new ParenthesizedExpression(inner));
    }

    /// <summary>The expression from the opening bracket here to the closing one.</summary>
    private static Expression? Enclosed(ref Cursor cursor, char close)
    {
        var open = cursor;
        if (open.Depth >= SyntaxLimits.Nesting) return cursor.FailNested<Expression>();
        cursor = open.Inside(open.Position + 1);
        var inner = Operators.Expression(ref cursor);
        if (inner is null || cursor.Current != close)
        {
            open.State.StaysOpen(open.Position, cursor.Position);
            return inner is null ? null : cursor.Reject<Expression>(Lexeme.Expected(close));
        }

        cursor = open.After(cursor.Position + 1);
        return inner;
    }

    private static Expression Ended(Cursor cursor, int start, Expression expression)
    {
        expression.StandsAt(start, cursor.State.LastEnd);
        return expression;
    }

    /// <summary>The members and indexes that bind to an expression.</summary>
    private static Expression? Followed(ref Cursor cursor, int start, Expression first)
    {
        var state = cursor.State;
        var height = state.Height;
        var expression = first;
        while (cursor is { Current: '.' or '[', IsAttached: true })
        {
            if (height >= SyntaxLimits.Chain) return cursor.FailChained(cursor.Position);
            if (cursor.Current == '.')
            {
                cursor = cursor.At(cursor.Position + 1);
                if (Member(ref cursor) is not { } member) return null;
                expression = Ended(cursor, start, new MemberExpression(expression, member));
                height++;
            }
            else
            {
                if (Enclosed(ref cursor, ']') is not { } index) return null;
                expression = Ended(cursor, start, new IndexExpression(expression, index));
                height = Math.Max(height, state.Height) + 1;
            }
        }

        state.Height = height;
        return expression;
    }

    /// <summary>What goes on here would make the tree too high.</summary>
    public static Expression? FailChained(this ref Cursor cursor, int position) => cursor.State.Fail<Expression>(
        ref cursor, cursor.Position, SyntaxCodes.ChainTooLong, new Span(position, 1), $"an expression chains more than {SyntaxLimits.Chain} operators, members and calls",
        help: "name a part of it with let");

    /// <summary>What starts here would be nested too deep.</summary>
    public static T? FailNested<T>(this ref Cursor cursor)
        where T : class => cursor.State.Fail<T>(
        ref cursor, cursor.Position, SyntaxCodes.NestedTooDeep, new Span(cursor.Position, 1), $"nested more than {SyntaxLimits.Nesting} deep",
        help: "name an inner part with let, or split the work into several scripts");
}
