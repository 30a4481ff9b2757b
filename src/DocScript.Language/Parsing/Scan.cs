using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>
/// A parser written by hand, for what a script has most of: reads from the cursor and moves it behind what it read, without an object for the way there.
/// Null is a failure, with the cursor where the text went wrong; where it stood means that nothing was read.
/// </summary>
internal delegate T? Scan<out T>(ref Cursor cursor)
    where T : class;

/// <summary>Scanners among composed parsers, and the other way round.</summary>
internal static class Scanners
{
    /// <summary>The scanner as a parser to compose with.</summary>
    public static Parser<T> Parser<T>(this Scan<T> scan)
        where T : class => input =>
    {
        var cursor = input.Cursor();
        return scan(ref cursor) is { } value ? new Success<T>(value, cursor) : new Failure<T>(cursor);
    };

    /// <summary>The composed parser as a scanner.</summary>
    public static Scan<T> Scan<T>(this Parser<T> parser)
        where T : class => (ref Cursor cursor) =>
    {
        var result = parser(new Input(cursor));
        cursor = result.Remainder.Cursor();
        return result.WasSuccessful ? result.Value : null;
    };

    /// <summary>The scanner whose node gets the span from its first lexeme to its last.</summary>
    public static Scan<T> Spanned<T>(this Scan<T> scan)
        where T : Node => (ref Cursor cursor) =>
    {
        var start = cursor.Position;
        var node = scan(ref cursor);
        node?.StandsAt(start, cursor.State.LastEnd);
        return node;
    };

    /// <summary>Where the parser stands.</summary>
    public static Cursor Cursor(this IInput input) => ((Input)input).Cursor;
}
