using System.Runtime.InteropServices;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
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
        if (!one.WasSuccessful) return new Failure<TOut>(one.Remainder);
        var two = next(one.Value)(one.Remainder);
        return two.WasSuccessful ? new Success<TOut>(project(one.Value, two.Value), two.Remainder) : new Failure<TOut>(two.Remainder);
    };

    public static Parser<TOut> Select<TIn, TOut>(this Parser<TIn> parser, Func<TIn, TOut> project) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? new Success<TOut>(project(result.Value), result.Remainder) : new Failure<TOut>(result.Remainder);
    };

    /// <summary>The second after the first, whose value is of no interest.</summary>
    public static Parser<TNext> Then<TIn, TNext>(this Parser<TIn> first, Parser<TNext> next) => input =>
    {
        var one = first(input);
        return one.WasSuccessful ? next(one.Remainder) : new Failure<TNext>(one.Remainder);
    };

    /// <summary>The value, or null if the parser could not even start.</summary>
    public static Parser<T?> OrNull<T>(this Parser<T> parser)
        where T : class => input =>
    {
        var result = parser(input);
        return result.WasSuccessful || result.Remainder.Position != input.Position ? result : new Success<T?>(null, input)!;
    };

    /// <summary>Whether the word stands here; takes it if so.</summary>
    public static Parser<bool> IsThere(this Parser<string> word) => input =>
    {
        var result = word(input);
        return result.WasSuccessful ? new Success<bool>(true, result.Remainder) : new Success<bool>(false, input);
    };

    /// <summary>The first parser if the word stands here (it takes the word itself), else the second.</summary>
    public static Parser<T> IfWord<T>(string word, Parser<T> there, Parser<T> otherwise)
    {
        var expected = new Expectation(word, true);
        return input =>
        {
            var cursor = (Cursor)input;
            if (cursor.IsAtWord(word)) return there(input);
            cursor.State.Expect(cursor.Position, expected);
            return otherwise(input);
        };
    }

    /// <summary>The node with the span from its first lexeme to its last.</summary>
    public static Parser<T> Spanned<T>(this Parser<T> parser)
        where T : Node => input =>
    {
        var result = parser(input);
        if (result.WasSuccessful) result.Value.StandsAt(input.Position, ((Cursor)input).State.LastEnd);
        return result;
    };

    /// <summary>Elements with commas between, from the opening bracket here to the closing one; a comma may stand behind the last.</summary>
    public static IResult<Items<T>> Bracketed<T>(Cursor open, char close, Parser<T> element)
    {
        if (open.Depth >= SyntaxLimits.Nesting) return open.FailNested<Items<T>>();
        var cursor = open.Inside(open.Position + 1);
        var elements = new List<T>();
        var height = 0;
        while (cursor.Current != close)
        {
            var result = element(cursor);
            if (!result.WasSuccessful)
            {
                if (result.Remainder.Position == cursor.Position) cursor.State.Expect(cursor.Position, Lexeme.Expected(close));
                cursor.State.StaysOpen(open.Position, result.Remainder.Position);
                return new Failure<Items<T>>(result.Remainder);
            }

            elements.Add(result.Value);
            height = Math.Max(height, cursor.State.Height);
            cursor = (Cursor)result.Remainder;
            if (cursor.Current == ',') cursor = cursor.AfterUnfinished(cursor.Position + 1);
            else if (cursor.Current != close)
            {
                cursor.State.Expect(cursor.Position, Lexeme.Expected(','));
                cursor.State.StaysOpen(open.Position, cursor.Position);
                return cursor.Reject<Items<T>>(Lexeme.Expected(close));
            }
        }

        cursor.State.Height = height + 1;
        return new Success<Items<T>>(Items.Create<T>(CollectionsMarshal.AsSpan(elements)), open.After(cursor.Position + 1));
    }

    /// <summary>What starts here would be nested too deep.</summary>
    public static IResult<T> FailNested<T>(this Cursor cursor) => cursor.State.Fail<T>(
        cursor, SyntaxCodes.NestedTooDeep, new Span(cursor.Position, 1), $"nested more than {SyntaxLimits.Nesting} deep",
        help: "name an inner part with let, or split the work into several scripts");
}
