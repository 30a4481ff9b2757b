using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>
/// What the grammar is composed with. <c>SelectMany</c> and <c>Select</c> do what Sprache's do, without its four closures a clause;
/// the others decide by the first lexeme and never go back, so that parsing is linear.
/// </summary>
internal static class Combinators
{
    public static Parser<TOut> SelectMany<TIn, TNext, TOut>(this Parser<TIn> first, Func<TIn, Parser<TNext>> next, Func<TIn, TNext, TOut> project) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful) return new Failure<TOut>(one.Remainder.Cursor());
        var two = next(one.Value)(one.Remainder);
        return two.WasSuccessful ? new Success<TOut>(project(one.Value, two.Value), two.Remainder.Cursor()) : new Failure<TOut>(two.Remainder.Cursor());
    };

    public static Parser<TOut> Select<TIn, TOut>(this Parser<TIn> parser, Func<TIn, TOut> project) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? new Success<TOut>(project(result.Value), result.Remainder.Cursor()) : new Failure<TOut>(result.Remainder.Cursor());
    };

    /// <summary>The second after the first, whose value is of no interest.</summary>
    public static Parser<TNext> Then<TIn, TNext>(this Parser<TIn> first, Parser<TNext> next) => input =>
    {
        var one = first(input);
        return one.WasSuccessful ? next(one.Remainder) : new Failure<TNext>(one.Remainder.Cursor());
    };

    /// <summary>The value, or null if the parser could not even start.</summary>
    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => input =>
    {
        var result = parser(input);
        return result.WasSuccessful || result.Remainder.Position != input.Position ? result : new Success<T?>(null, input.Cursor())!;
    };

    /// <summary>Whether the word stands here; takes it if so.</summary>
    public static Parser<bool> IsThere(this Parser<string> word) => input =>
    {
        var result = word(input);
        return result.WasSuccessful ? new Success<bool>(true, result.Remainder.Cursor()) : new Success<bool>(false, input.Cursor());
    };

    /// <summary>The first parser if the word stands here (it takes the word itself), else the second.</summary>
    public static Parser<T> IfWord<T>(string word, Parser<T> there, Parser<T> otherwise)
    {
        var expected = new Expectation(word, true);
        return input =>
        {
            var cursor = input.Cursor();
            if (cursor.IsAtWord(word)) return there(input);
            cursor.State.Expect(cursor.Position, expected);
            return otherwise(input);
        };
    }

    /// <summary>What follows a word, or null if the word does not stand here.</summary>
    public static Parser<T?> Behind<T>(string word, Parser<T> parser)
        where T : class => IfWord(word, Lexeme.Word(word).Then(parser), input => new Success<T?>(null, input.Cursor())!);

    /// <summary>Elements with commas between, from the opening bracket here to the closing one; a comma may stand behind the last.</summary>
    public static bool Bracketed<T>(ref Cursor cursor, char close, Scan<T> element, out Items<T> elements)
        where T : Node
    {
        elements = [];
        var open = cursor;
        if (open.Depth >= SyntaxLimits.Nesting)
        {
            cursor.FailNested<T>();
            return false;
        }

        var state = open.State;
        var start = state.Nodes.Count;
        cursor = open.Inside(open.Position + 1);
        var height = 0;
        while (cursor.Current != close)
        {
            var position = cursor.Position;
            if (element(ref cursor) is not { } one)
            {
                if (cursor.Position == position) state.Expect(position, Lexeme.Expected(close));
                state.StaysOpen(open.Position, cursor.Position);
                return false;
            }

            state.Nodes.Add(one);
            height = Math.Max(height, state.Height);
            if (cursor.Current == ',') cursor = cursor.AfterUnfinished(cursor.Position + 1);
            else if (cursor.Current != close)
            {
                state.Expect(cursor.Position, Lexeme.Expected(','));
                state.StaysOpen(open.Position, cursor.Position);
                state.Expect(cursor.Position, Lexeme.Expected(close));
                return false;
            }
        }

        state.Height = height + 1;
        elements = state.Nodes.TakeFrom<T>(start);
        cursor = open.After(cursor.Position + 1);
        return true;
    }
}
