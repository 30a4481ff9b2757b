using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The statements that are not commands (language.md section 2), by their first word.</summary>
internal static class StatementGrammar
{
    private static readonly string[] Types = Enum.GetNames(typeof(ParameterType));

    private static readonly Parser<Expression> Full = Operators.Expression;

    private static readonly Parser<Expression> Primary = Primaries.Primary;

    private static readonly Parser<Statement> UseCurrent =
        from version in Word("version").Then(Primary) from body in Blocks.Block.OrNull() select (Statement)new UseStatement(null, version, body);

    private static readonly Parser<Statement> UseDocument =
        from document in Primary
        from version in Word("version").Then(Primary).OrNull()
        from body in Blocks.Block.OrNull()
        select (Statement)new UseStatement(document, version, body);

    private static readonly Parser<Statement> Use = Word("use").Then(IfWord("version", UseCurrent, UseDocument));

    private static readonly Parser<Statement> Require =
        from word in Word("require") from condition in Full from why in Word("else").Then(Full).OrNull() select (Statement)new RequireStatement(condition, why);

    private static readonly Parser<Statement> Param =
        from word in Word("param")
        from name in Variable
        from type in Colon.Then(Choice([.. Types.Select(type => type.ToLowerInvariant())])).OrNull()
        from value in EqualsSign.Then(Full).OrNull()
        select (Statement)new ParamStatement(name, type is null ? null : Enum.Parse<ParameterType>(type.Text, ignoreCase: true), value);

    private static readonly Parser<Statement> Let =
        from word in Word("let") from name in Variable from sign in EqualsSign from value in Full select (Statement)new LetStatement(name, value);

    private static readonly Parser<Statement> Print = from word in Word("print") from value in Full select (Statement)new PrintStatement(value);

    private static readonly Parser<Branch> Condition = from word in Word("if") from condition in Full from then in Blocks.Block select new Branch(condition, then);

    /// <summary>The statement that starts with a word, or null.</summary>
    public static Parser<Statement>? StartingWith(ReadOnlySpan<char> word) => word switch
    {
        "use" => Use,
        "require" => Require,
        "param" => Param,
        "let" => Let,
        "if" => ParseIf,
        "for" => LoopGrammar.ForEach,
        "print" => Print,
        _ => null,
    };

    // A chain of 'else if' is read in a loop, so that its length needs no stack, and put together from its end.
    private static IResult<Statement> ParseIf(IInput input)
    {
        var branches = new List<Branch>();
        var cursor = (Cursor)input;
        Block? otherwise = null;
        while (true)
        {
            var branch = Condition(cursor);
            if (!branch.WasSuccessful) return new Failure<Statement>(branch.Remainder);
            branches.Add(branch.Value with { Start = cursor.Position });
            var elseWord = Word("else")(branch.Remainder);
            cursor = (Cursor)elseWord.Remainder;
            if (!elseWord.WasSuccessful) break;
            if (cursor.IsAtWord("if"))
            {
                cursor = cursor.InsideElseIf();
                if (cursor.Links < SyntaxLimits.Chain) continue;
                return cursor.State.Fail<Statement>(
                    cursor, SyntaxCodes.ChainTooLong, new Span(cursor.Position, 2), $"more than {SyntaxLimits.Chain} 'else if' stand inside one another",
                    help: "look the value up in an object or list");
            }

            cursor.State.Expect(cursor.Position, IfWordExpected);
            var last = Blocks.Block(cursor);
            if (!last.WasSuccessful) return new Failure<Statement>(last.Remainder);
            otherwise = last.Value;
            cursor = (Cursor)last.Remainder;
            break;
        }

        var end = cursor.State.LastEnd;
        IfStatement? statement = null;
        for (var i = branches.Count - 1; i >= 0; i--)
        {
            var (condition, then) = branches[i];
            statement = statement is null ? new(condition, then, otherwise) : new(condition, then, null, statement);
            statement.StandsAt(branches[i].Start, end);
        }

        return new Success<Statement>(statement!, ((Cursor)input).At(cursor.Position));
    }

    private static readonly Expectation IfWordExpected = new("if", true);

    private sealed record Branch(Expression Condition, Block Then)
    {
        public int Start { get; init; }
    }
}
