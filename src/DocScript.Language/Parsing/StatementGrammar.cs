using System.Collections.Frozen;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The statements that are not commands (language.md section 2), by their first word.</summary>
internal static class StatementGrammar
{
    private static readonly FrozenDictionary<string, ParameterType> Types =
        Enum.GetValues<ParameterType>().ToFrozenDictionary(type => type.ToString().ToLowerInvariant(), StringComparer.Ordinal);

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
        from type in Colon.Then(Choice([.. Enum.GetNames<ParameterType>().Select(type => type.ToLowerInvariant())])).OrNull()
        from value in EqualsSign.Then(Full).OrNull()
        select (Statement)new ParamStatement(name, type is null ? null : Types[type.Text], value);

    private static readonly Parser<Statement> Let =
        from word in Word("let") from name in Variable from sign in EqualsSign from value in Full select (Statement)new LetStatement(name, value);

    private static readonly Parser<Statement> Print = from word in Word("print") from value in Full select (Statement)new PrintStatement(value);

    private static readonly Parser<(Expression Condition, Block Then)> Condition =
        from word in Word("if") from condition in Full from then in Blocks.Block select (condition, then);

    /// <summary>The statements by their first word.</summary>
    public static FrozenDictionary<string, Parser<Statement>> ByFirstWord { get; } = new Dictionary<string, Parser<Statement>>(StringComparer.Ordinal)
    {
        ["use"] = Use,
        ["require"] = Require,
        ["param"] = Param,
        ["let"] = Let,
        ["if"] = ParseIf,
        ["for"] = LoopGrammar.ForEach,
        ["print"] = Print,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // A chain of 'else if' is read in a loop, so that its length needs no stack, and put together from its end.
    private static IResult<Statement> ParseIf(IInput input)
    {
        var branches = new List<(int Start, Expression Condition, Block Then)>();
        var cursor = (Cursor)input;
        Block? otherwise = null;
        while (true)
        {
            var branch = Condition(cursor);
            if (!branch.WasSuccessful) return new Failure<Statement>(branch.Remainder);
            branches.Add((cursor.Position, branch.Value.Condition, branch.Value.Then));
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
            var (start, condition, then) = branches[i];
            statement = statement is null ? new(condition, then, otherwise) : new(condition, then, null, statement);
            statement.StandsAt(start, end);
        }

        return new Success<Statement>(statement!, ((Cursor)input).At(cursor.Position));
    }

    private static readonly Expectation IfWordExpected = new("if", true);
}
