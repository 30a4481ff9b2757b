using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary><c>if</c> with its chain of <c>else if</c>.</summary>
internal static class IfGrammar
{
    private static readonly Parser<Branch> Condition = from word in Word("if") from condition in Operators.Expression from then in Blocks.Block select new Branch(condition, then);

    /// <summary>The statement. A chain of <c>else if</c> is read in a loop, so that its length needs no stack, and put together from its end.</summary>
    public static IResult<Statement> If(IInput input)
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
