using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>One statement: its first word decides; commands are walked along the trie.</summary>
internal static class CommandParser
{
    /// <summary>The statement that starts here.</summary>
    public static IResult<Statement> Statement(Cursor cursor)
    {
        var length = Names.LengthAt(cursor.Source, cursor.Position);
        if (length == 0) return cursor.Reject<Statement>(Expectation.Statement);
        var word = cursor.Source.AsSpan(cursor.Position, length);
        if (StatementGrammar.StartingWith(word) is { } parser) return parser(cursor);
        if (cursor.State.Grammar.Root.After(word) is { } point) return Command(cursor.After(cursor.Position + length), point);
        var (label, help) = SyntaxErrors.UnknownStatement(cursor, length);
        return cursor.State.Fail<Statement>(
            cursor.At(cursor.Position + length), SyntaxCodes.UnknownStatement, new Span(cursor.Position, length), $"no statement starts with '{word}'", label, help);
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

    private static IResult<Statement> Command(Cursor cursor, GrammarPoint point)
    {
        var holes = new List<HolePoint>();
        var fillings = new List<Node>();
        while (true)
        {
            if (Word(ref cursor, point) is { } next)
            {
                point = next;
                continue;
            }

            if (Hole(cursor, point) is not { } hole)
            {
                ExpectAll(cursor, point);
                return point.Complete is { } syntax ? new Success<Statement>(Finish(syntax, holes, fillings), cursor) : new Failure<Statement>(cursor);
            }

            var filling = hole.Filling(cursor);
            if (!filling.WasSuccessful) return new Failure<Statement>(filling.Remainder);
            holes.Add(hole);
            fillings.Add(filling.Value);
            cursor = (Cursor)filling.Remainder;
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
        var beatsHole = point.Holes.Any(hole => hole.Hole.Kind is not (HoleKind.Block or HoleKind.Place or HoleKind.Choice));
        var word = beatsHole ? cursor.NameText(length) : "";
        cursor = cursor.After(cursor.Position + length);
        if (beatsHole) cursor.State.WordBeforeHole = (word, cursor.Position);
        return next;
    }

    private static HolePoint? Hole(Cursor cursor, GrammarPoint point)
    {
        HolePoint? found = null;
        foreach (var hole in point.Holes)
            // The words of a place beat a hole that any word could fill.
            if (HoleGrammar.CanStart(hole, cursor) && (found is null || hole.Hole.Kind == HoleKind.Place))
                found = hole;
        return found;
    }

    private static void ExpectAll(Cursor cursor, GrammarPoint point)
    {
        foreach (var hole in point.Holes)
            foreach (var expected in hole.Expected)
                cursor.State.Expect(cursor.Position, expected);
        foreach (var word in point.Words) cursor.State.Expect(cursor.Position, new Expectation(word, true));
    }

    private static CommandStatement Finish(CommandSyntax syntax, List<HolePoint> points, List<Node> fillings)
    {
        var holes = new Hole[points.Count];
        for (var i = 0; i < holes.Length; i++) holes[i] = points[i].Of(syntax);
        return new CommandStatement(syntax, new Arguments(holes, [.. fillings]));
    }
}
