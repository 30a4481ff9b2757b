using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>The scanner of each kind of hole, what it expects, and whether it can start at all.</summary>
internal static class HoleGrammar
{
    /// <summary>What reads the filling of a hole.</summary>
    public static Scan<Node> Filling(Hole hole, bool takesFull) => hole.Kind switch
    {
        HoleKind.Name => Lexeme.Name(Expectation.Of(hole.Label)),
        HoleKind.Choice => Lexeme.Choice(hole.Choices),
        HoleKind.Path => Lexeme.Path(Expectation.Of(hole.Label)).Spanned(),
        HoleKind.Value => takesFull ? Operators.Expression : Primaries.Primary,
        HoleKind.Target => ComponentGrammar.Target,
        HoleKind.Components => ComponentGrammar.Components,
        HoleKind.Place => (ref cursor) => ComponentGrammar.Place(ref cursor),
        _ => Blocks.Block,
    };

    /// <summary>What a hole expects, as data for errors and completion.</summary>
    public static IReadOnlyList<Expectation> Expected(Hole hole) => hole.Kind switch
    {
        HoleKind.Name or HoleKind.Path => [Expectation.Of(hole.Label)],
        HoleKind.Choice => [.. hole.Choices.Select(choice => new Expectation(choice, true))],
        HoleKind.Value => [Expectation.Value],
        HoleKind.Target or HoleKind.Components => [Expectation.Component],
        HoleKind.Place => [.. ReservedWords.Places.Order(StringComparer.Ordinal).Select(word => new Expectation(word, true))],
        _ => [Lexeme.Expected('{')],
    };

    /// <summary>Whether what stands here can fill the hole.</summary>
    public static bool CanStart(HolePoint hole, Cursor cursor)
    {
        var nameLength = Names.LengthAt(cursor.Source, cursor.Position);
        var word = cursor.Source.AsSpan(cursor.Position, nameLength);
        return hole.Hole.Kind switch
        {
            HoleKind.Name or HoleKind.Path => nameLength > 0 || cursor.Current == '"',
            HoleKind.Choice => Includes(hole.Hole.Choices, word),
            HoleKind.Value => Primaries.CanStartAt(cursor) || (hole.TakesFull && (cursor.Current == '-' || word is "not" or "exists")),
            HoleKind.Target or HoleKind.Components => cursor.Current is '"' or '(' || (nameLength > 0 && !ReservedWords.InExpressions.Contains(word)),
            HoleKind.Place => nameLength > 0 && ReservedWords.Places.Contains(word),
            _ => cursor.Current == '{',
        };
    }

    private static bool Includes(Items<string> choices, ReadOnlySpan<char> word)
    {
        foreach (var choice in choices)
            if (word.SequenceEqual(choice))
                return true;
        return false;
    }
}
