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

    /// <summary>A word of the language.</summary>
    public static Parser<string> Word(string word)
    {
        var expected = new Expectation(word, true);
        return input =>
        {
            var cursor = (Cursor)input;
            return cursor.IsAtWord(word) ? cursor.Accept(word, cursor.Position + word.Length) : cursor.Reject<string>(expected);
        };
    }

    /// <summary><c>=</c>, but not the start of <c>==</c>. The statement goes on after it, also on the next line.</summary>
    public static Parser<char> EqualsSign { get; } = input =>
    {
        var cursor = (Cursor)input;
        return cursor.IsAtEqualsSign() ? new Success<char>('=', cursor.AfterUnfinished(cursor.Position + 1)) : cursor.Reject<char>(Expected('='));
    };

    /// <summary><c>:</c>; the statement goes on after it.</summary>
    public static Parser<char> Colon { get; } = input =>
    {
        var cursor = (Cursor)input;
        return cursor.Current == ':' ? new Success<char>(':', cursor.AfterUnfinished(cursor.Position + 1)) : cursor.Reject<char>(Expected(':'));
    };

    /// <summary>A name, or any text in quotes in the place of one.</summary>
    public static Parser<Name> Name(Expectation expected) => input =>
    {
        var cursor = (Cursor)input;
        if (cursor.Current == '"') return QuotedName.Parse(cursor);
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0) return cursor.Reject<Name>(expected);
        var name = new Name(cursor.NameText(length));
        name.StandsAt(cursor.Position, cursor.Position + length);
        return cursor.Accept(name, cursor.Position + length);
    };

    /// <summary>The name of a variable: no quotes, no word of expressions.</summary>
    public static Parser<Name> Variable { get; } = from name in Name(Expectation.Of("name")) from _ in NotReserved(name) select name;

    /// <summary>A dotted path of names.</summary>
    public static Parser<Tree.Path> Path(Expectation expected)
    {
        var first = Name(expected);
        return input =>
        {
            var result = first(input);
            if (!result.WasSuccessful) return new Failure<Tree.Path>(result.Remainder);
            var names = new List<Name> { result.Value };
            while ((Cursor)result.Remainder is { Current: '.', IsAttached: true } dot)
            {
                result = first(dot.At(dot.Position + 1));
                if (!result.WasSuccessful) return new Failure<Tree.Path>(result.Remainder);
                names.Add(result.Value);
            }

            return new Success<Tree.Path>(new([.. names]), result.Remainder);
        };
    }

    /// <summary>One of a few words, as a name.</summary>
    public static Parser<Name> Choice(Items<string> choices)
    {
        var expected = choices.Select(choice => new Expectation(choice, true)).ToArray();
        var name = Name(expected.Length > 0 ? expected[0] : Expectation.Name);
        return input =>
        {
            var cursor = (Cursor)input;
            foreach (var choice in choices)
                if (cursor.IsAtWord(choice))
                    return name(input);
            foreach (var one in expected) cursor.State.Expect(cursor.Position, one);
            return new Failure<Name>(cursor);
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

    private static Parser<Name> NotReserved(Name name) => input =>
    {
        var state = ((Cursor)input).State;
        if (state.Text[name.Span.Start] == '"')
            state.Report(SyntaxCodes.ReservedName, name.Span, "a variable has no quotes around its name", help: "its name is a letter or '_', then letters, digits, '_' and '-'");
        else if (ReservedWords.InExpressions.Contains(name.Text))
            state.Report(SyntaxCodes.ReservedName, name.Span, $"'{name.Text}' is a word of the language and can't be a variable", help: "take another name");
        return new Success<Name>(name, input);
    };
}
