using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Words, symbols and names, each with the space behind it.</summary>
internal static class Lexeme
{
    private static readonly Expectation[] Symbols = AllSymbols();

    private static readonly Scan<Name> AnyVariable = Name(Expectation.Of("name"));

    /// <summary>A word of the language.</summary>
    public static Parser<string> Word(string word)
    {
        var expected = new Expectation(word, true);
        return input =>
        {
            var cursor = input.Cursor();
            if (cursor.IsAtWord(word)) return new Success<string>(word, cursor.After(cursor.Position + word.Length));
            cursor.State.Expect(cursor.Position, expected);
            return new Failure<string>(cursor);
        };
    }

    /// <summary><c>=</c>, but not the start of <c>==</c>. The statement goes on after it, also on the next line.</summary>
    public static Parser<char> EqualsSign { get; } = input =>
    {
        var cursor = input.Cursor();
        return cursor.IsAtEqualsSign() ? Unfinished(cursor) : Unexpected(cursor, '=');
    };

    /// <summary><c>:</c>; the statement goes on after it.</summary>
    public static Parser<char> Colon { get; } = input =>
    {
        var cursor = input.Cursor();
        return cursor.Current == ':' ? Unfinished(cursor) : Unexpected(cursor, ':');
    };

    /// <summary>A name, or any text in quotes in the place of one.</summary>
    public static Scan<Name> Name(Expectation expected) => (ref Cursor cursor) =>
    {
        if (cursor.Current == '"') return QuotedName.Read(ref cursor);
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0) return cursor.Reject<Name>(expected);
        var name = new Name(cursor.NameText(length));
        name.StandsAt(cursor.Position, cursor.Position + length);
        cursor = cursor.After(cursor.Position + length);
        return name;
    };

    /// <summary>The name of a variable: no quotes, no word of expressions.</summary>
    public static Scan<Name> Variable { get; } = (ref Cursor cursor) =>
    {
        var name = AnyVariable(ref cursor);
        if (name is not null) ReportReserved(cursor.State, name);
        return name;
    };

    /// <summary>A dotted path of names.</summary>
    public static Scan<Tree.Path> Path(Expectation expected)
    {
        var name = Name(expected);
        return (ref Cursor cursor) =>
        {
            var nodes = cursor.State.Nodes;
            var start = nodes.Count;
            while (name(ref cursor) is { } one)
            {
                nodes.Add(one);
                if (cursor is not { Current: '.', IsAttached: true }) return new(nodes.TakeFrom<Name>(start));
                cursor = cursor.At(cursor.Position + 1);
            }

            return null;
        };
    }

    /// <summary>One of a few words, as a name.</summary>
    public static Scan<Name> Choice(Items<string> choices)
    {
        var expected = choices.Select(choice => new Expectation(choice, true)).ToArray();
        var name = Name(expected.Length > 0 ? expected[0] : Expectation.Name);
        return (ref Cursor cursor) =>
        {
            foreach (var choice in choices)
                if (cursor.IsAtWord(choice))
                    return name(ref cursor);
            foreach (var one in expected) cursor.State.Expect(cursor.Position, one);
            return null;
        };
    }

    /// <summary>A symbol as something that is expected.</summary>
    public static Expectation Expected(char symbol) => Symbols[symbol];

    /// <summary>Whether this word stands here, and not only as the start of a longer name.</summary>
    public static bool IsAtWord(this Cursor cursor, string word) =>
        cursor.Current == word[0]
        && string.CompareOrdinal(cursor.Source, cursor.Position, word, 0, word.Length) == 0
        && Names.LengthAt(cursor.Source, cursor.Position) == word.Length;

    public static bool IsAtEqualsSign(this Cursor cursor) => cursor.Current == '=' && cursor.Peek(1) != '=';

    /// <summary>The name of this length that stands here.</summary>
    public static string NameText(this Cursor cursor, int length) => cursor.State.Names.Get(cursor.Source.AsSpan(cursor.Position, length));

    // A query over numbers would have to be compiled at every start of the program.
    private static Expectation[] AllSymbols()
    {
        var symbols = new Expectation[128];
        for (var c = 0; c < symbols.Length; c++) symbols[c] = new(((char)c).ToString(), true);
        return symbols;
    }

    private static IResult<char> Unfinished(Cursor symbol) => new Success<char>(symbol.Current, symbol.AfterUnfinished(symbol.Position + 1));

    private static IResult<char> Unexpected(Cursor cursor, char symbol)
    {
        cursor.State.Expect(cursor.Position, Expected(symbol));
        return new Failure<char>(cursor);
    }

    private static void ReportReserved(ParseState state, Name name)
    {
        if (state.Text[name.Span.Start] == '"')
            state.Report(SyntaxCodes.ReservedName, name.Span, "a variable has no quotes around its name", help: "its name is a letter or '_', then letters, digits, '_' and '-'");
        else if (ReservedWords.InExpressions.Contains(name.Text))
            state.Report(SyntaxCodes.ReservedName, name.Span, $"'{name.Text}' is a word of the language and can't be a variable", help: "take another name");
    }
}
