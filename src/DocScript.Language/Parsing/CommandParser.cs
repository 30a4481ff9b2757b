using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>One statement: its first word decides; commands are walked along the trie.</summary>
internal static class CommandParser
{
    /// <summary>The statement that starts here.</summary>
    public static Statement? Statement(ref Cursor cursor)
    {
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0) return cursor.Reject<Statement>(Expectation.Statement);
        var word = cursor.Source.AsSpan(cursor.Position, length);
        if (StatementGrammar.StartingWith(word) is { } statement) return statement(ref cursor);
        if (cursor.State.Grammar.Root.After(word) is { } point)
        {
            cursor = cursor.After(cursor.Position + length);
            return Command(ref cursor, point);
        }

        var (label, help) = SyntaxErrors.UnknownStatement(cursor, length);
        return cursor.State.Fail<Statement>(
            ref cursor, cursor.Position + length, SyntaxCodes.UnknownStatement, new Span(cursor.Position, length), $"no statement starts with '{word}'", label, help);
    }

    /// <summary>Whether the word here starts a statement, and is not a key or element.</summary>
    public static bool IsStatementStart(Cursor cursor)
    {
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0) return false;
        var word = cursor.Source.AsSpan(cursor.Position, length);
        if (StatementGrammar.StartingWith(word) is null && cursor.State.Grammar.Root.After(word) is null) return false;
        var next = cursor.Position + length;
        while (next < cursor.Source.Length && cursor.Source[next] == ' ') next++;
        return next >= cursor.Source.Length || cursor.Source[next] is not (':' or ',' or ')' or ']');
    }

    private static CommandStatement? Command(ref Cursor cursor, GrammarPoint point)
    {
        var state = cursor.State;
        var (firstHole, firstNode) = (state.Holes.Count, state.Nodes.Count);
        var command = Walk(ref cursor, point) is { } syntax ? Finish(state, syntax, firstHole, firstNode) : null;
        state.Holes.RemoveRange(firstHole, state.Holes.Count - firstHole);
        return command;
    }

    /// <summary>The command that ends where nothing more of the trie is found.</summary>
    private static CommandSyntax? Walk(ref Cursor cursor, GrammarPoint point)
    {
        var state = cursor.State;
        while (true)
        {
            if (Word(ref cursor, point) is { } next)
            {
                point = next;
                continue;
            }

            if (Hole(cursor, point) is not { } hole)
            {
                foreach (var one in point.Expected) state.Expect(cursor.Position, one);
                return point.Complete;
            }

            if (hole.Filling(ref cursor) is not { } filling) return null;
            state.Holes.Add(hole);
            state.Nodes.Add(filling);
            point = hole.Next;
        }
    }

    private static GrammarPoint? Word(ref Cursor cursor, GrammarPoint point)
    {
        if (!point.HasWords) return null;
        if (cursor.IsAtEqualsSign())
        {
            if (point.After("=") is not { } value) return null;
            cursor = cursor.AfterUnfinished(cursor.Position + 1);
            return value;
        }

        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0 || point.After(cursor.Source.AsSpan(cursor.Position, length)) is not { } next) return null;
        var word = point.HasOpenHole ? cursor.NameText(length) : "";
        cursor = cursor.After(cursor.Position + length);
        if (point.HasOpenHole) cursor.State.WordBeforeHole = (word, cursor.Position);
        return next;
    }

    private static HolePoint? Hole(Cursor cursor, GrammarPoint point)
    {
        HolePoint? found = null;
        foreach (var hole in point.HolePoints)
            // The words of a place beat a hole that any word could fill.
            if (HoleGrammar.CanStart(hole, cursor) && (found is null || hole.Hole.Kind == HoleKind.Place))
                found = hole;
        return found;
    }

    private static CommandStatement Finish(ParseState state, CommandSyntax syntax, int firstHole, int firstNode)
    {
        var fillings = new Node?[syntax.HoleCount];
        for (var i = state.Nodes.Count - 1; i >= firstNode; i--) fillings[syntax.PlaceOf(state.Holes[firstHole + i - firstNode].Of(syntax))] = state.Nodes.Take();
        return new CommandStatement(new Arguments(syntax, fillings));
    }
}
