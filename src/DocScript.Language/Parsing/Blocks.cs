using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>Blocks and scripts: statements in a loop that goes on after each that is wrong.</summary>
internal static class Blocks
{
    /// <summary>A whole script, up to the end of its text.</summary>
    public static Script Script(Cursor cursor)
    {
        var script = new Script(Statements(ref cursor, isBlock: false));
        script.StandsAt(0, cursor.Position);
        return script;
    }

    /// <summary><c>{ … }</c>; fails only if there is no opening brace, or it is nested too deep.</summary>
    public static Block? Block(ref Cursor cursor)
    {
        var open = cursor;
        var state = open.State;
        if (open.Current != '{') return open.Reject<Block>(Lexeme.Expected('{'));
        if (open.Depth >= SyntaxLimits.Nesting) return cursor.FailNested<Block>();
        cursor = open.InsideBlock(open.Position + 1);
        var block = new Block(Statements(ref cursor, isBlock: true));
        if (!cursor.AtEnd) cursor = open.After(cursor.Position + 1);
        else
        {
            if (!state.HasTooManyErrors)
                state.Report(SyntaxCodes.Unclosed, new(open.Position, 1), "the block has no closing brace", "opened here", "close it with '}'");
            state.LastEnd = cursor.Position;
        }

        block.StandsAt(open.Position, state.LastEnd);
        return block;
    }

    /// <summary>The statements up to the closing brace, which is not taken, or to the end.</summary>
    private static Items<Statement> Statements(ref Cursor cursor, bool isBlock)
    {
        var state = cursor.State;
        var start = cursor.Position;
        var first = state.Nodes.Count;
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
            var behind = cursor;
            var known = state.Nodes.Count;
            if (Statement(ref behind) is { } statement)
            {
                state.Nodes.Add(statement);
                cursor = cursor.At(behind.Position);
                continue;
            }

            state.Nodes.DropFrom(known);
            state.ReportFailure();
            cursor = GoOnAt(cursor, state.HasTooManyErrors ? cursor.Position : Recovery.NextStatement(cursor, behind).Position);
        }

        return state.Nodes.TakeFrom<Statement>(first);
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

    private static Statement? Statement(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (CommandParser.Statement(ref cursor) is not { } statement) return null;
        statement.StandsAt(start, cursor.State.LastEnd);
        return cursor.AtStatementEnd ? statement : cursor.Reject<Statement>(Expectation.End);
    }
}
