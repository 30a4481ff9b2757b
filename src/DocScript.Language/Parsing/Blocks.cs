using System.Runtime.InteropServices;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>Blocks and scripts: statements in a loop that goes on after each that is wrong.</summary>
internal static class Blocks
{
    /// <summary><c>{ … }</c>; fails only if there is no opening brace, or it is nested too deep.</summary>
    public static Parser<Block> Block { get; } = ((Parser<Block>)ParseBlock).Spanned();

    /// <summary>A whole script, up to the end of its text.</summary>
    public static Parser<Script> Script { get; } = input =>
    {
        var (statements, end) = Statements((Cursor)input, isBlock: false);
        var script = new Script(statements);
        script.StandsAt(0, end.Position);
        return new Success<Script>(script, end);
    };

    private static IResult<Block> ParseBlock(IInput input)
    {
        var open = (Cursor)input;
        if (open.Current != '{') return open.Reject<Block>(Lexeme.Expected('{'));
        if (open.Depth >= SyntaxLimits.Nesting) return open.FailNested<Block>();
        var (statements, close) = Statements(open.InsideBlock(open.Position + 1), isBlock: true);
        var block = new Block(statements);
        if (!close.AtEnd) return new Success<Block>(block, open.After(close.Position + 1));
        if (!open.State.HasTooManyErrors)
            open.State.Report(SyntaxCodes.Unclosed, new(open.Position, 1), "the block has no closing brace", "opened here", "close it with '}'");
        open.State.LastEnd = close.Position;
        return new Success<Block>(block, close);
    }

    /// <summary>The statements up to the closing brace, which is not taken, or to the end.</summary>
    private static (Items<Statement> Statements, Cursor End) Statements(Cursor cursor, bool isBlock)
    {
        var statements = new List<Statement>();
        var state = cursor.State;
        var start = cursor.Position;
        while (true)
        {
            var ended = cursor.Position;
            cursor = cursor.At(SkipSeparators(cursor));
            if (cursor.AtEnd && (ended == start || cursor.Source.AsSpan(ended).ContainsAny('\n', ';'))) ExpectStatement(cursor);
            if (cursor.AtEnd || (isBlock && cursor.Current == '}')) break;
            if (cursor.Current == '}')
            {
                state.Report(SyntaxCodes.UnopenedBrace, new(cursor.Position, 1), "'}' closes a block, but none is open", help: "remove it, or open the block with '{'");
                cursor = GoOnAt(cursor, cursor.Position + 1);
                continue;
            }

            state.BeginStatement(cursor.Position);
            var result = Statement(cursor);
            if (result.WasSuccessful) statements.Add(result.Value);
            else
            {
                state.ReportFailure();
                cursor = GoOnAt(cursor, state.HasTooManyErrors ? cursor.Position : Recovery.NextStatement(cursor, (Cursor)result.Remainder).Position);
                continue;
            }

            cursor = cursor.At(result.Remainder.Position);
        }

        return (Items.Create<Statement>(CollectionsMarshal.AsSpan(statements)), cursor);
    }

    // For completion: a statement can start at the end of the text.
    private static void ExpectStatement(Cursor end)
    {
        end.State.BeginStatement(end.Position);
        end.State.Expect(end.Position, Expectation.Statement);
    }

    // After too many errors the rest is not read.
    private static Cursor GoOnAt(Cursor cursor, int position) => cursor.At(cursor.State.HasTooManyErrors ? cursor.Source.Length : position);

    private static int SkipSeparators(Cursor cursor)
    {
        var position = cursor.Position;
        while (true)
        {
            position = cursor.State.Spaces.SkipAll(position);
            if (position >= cursor.Source.Length || cursor.Source[position] != ';') return position;
            position++;
        }
    }

    private static IResult<Statement> Statement(Cursor cursor)
    {
        var result = CommandParser.Statement(cursor);
        if (!result.WasSuccessful) return result;
        result.Value.StandsAt(cursor.Position, cursor.State.LastEnd);
        return ((Cursor)result.Remainder).AtStatementEnd ? result : ((Cursor)result.Remainder).Reject<Statement>(Expectation.End);
    }
}
