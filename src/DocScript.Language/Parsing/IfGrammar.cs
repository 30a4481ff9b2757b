using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary><c>if</c> with its chain of <c>else if</c>.</summary>
internal static class IfGrammar
{
    private static readonly Expectation If = new("if", true), Else = new("else", true);

    /// <summary>The statement. A chain of <c>else if</c> is read in a loop, so that its length needs no stack, and put together from its end.</summary>
    public static Statement? Read(ref Cursor cursor)
    {
        var first = cursor;
        var state = cursor.State;
        var chain = state.Nodes.Count;
        IfStatement last;
        while (true)
        {
            var start = cursor.Position;
            cursor = cursor.After(start + If.Text.Length);
            if (Operators.Expression(ref cursor) is not { } condition || Blocks.Block(ref cursor) is not { } then) return null;
            Block? otherwise = null;
            var hasElse = cursor.IsAtWord(Else.Text);
            if (!hasElse) state.Expect(cursor.Position, Else);
            else
            {
                cursor = cursor.After(cursor.Position + Else.Text.Length);
                if (!cursor.IsAtWord(If.Text))
                {
                    state.Expect(cursor.Position, If);
                    otherwise = Blocks.Block(ref cursor);
                    if (otherwise is null) return null;
                    hasElse = false;
                }
            }

            last = new(condition, then, otherwise);
            last.StandsAt(start, state.LastEnd);
            if (!hasElse) break;
            state.Nodes.Add(last);
            cursor = cursor.InsideElseIf();
            if (cursor.Links < SyntaxLimits.Chain) continue;
            return state.Fail<Statement>(
                ref cursor, cursor.Position, SyntaxCodes.ChainTooLong, new Span(cursor.Position, 2), $"more than {SyntaxLimits.Chain} 'else if' stand inside one another",
                help: "look the value up in an object or list");
        }

        while (state.Nodes.Count > chain)
        {
            var before = (IfStatement)state.Nodes.Take();
            last = before with { ElseIf = last };
            last.StandsAt(before.Span.Start, state.LastEnd);
        }

        cursor = first.At(cursor.Position);
        return last;
    }
}
