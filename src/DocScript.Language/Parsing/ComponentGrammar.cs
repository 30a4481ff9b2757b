using DocScript.Language.Grammar;
using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>Components, their directives, and places in the component tree.</summary>
internal static class ComponentGrammar
{
    /// <summary>A component or one of its directives: the last member of a path is the directive or container.</summary>
    public static Parser<Target> Target { get; } = Primaries.Component.Select(Split).Spanned();

    /// <summary>One or more components with commas between.</summary>
    public static Parser<Components> Components { get; } = ((Parser<Components>)ParseComponents).Spanned();

    private static readonly Parser<Target?> InTarget = Word("in").Then(Target).OrNull();

    private static readonly Parser<Place> After =
        from word in Word("after") from sibling in Primaries.Component from container in InTarget select (Place)new SiblingPlace(sibling, null, container);

    private static readonly Parser<Place> Before =
        from word in Word("before") from sibling in Primaries.Component from container in InTarget select (Place)new SiblingPlace(null, sibling, container);

    private static readonly Parser<Place> Between =
        from word in Word("between")
        from after in Primaries.Component
        from and in Word("and")
        from before in Primaries.Component
        from container in InTarget
        select (Place)new SiblingPlace(after, before, container);

    private static readonly Parser<Place> First = from word in Word("first") from container in Word("in").Then(Target) select (Place)new ContainerPlace(true, container);

    private static readonly Parser<Place> Last = from word in Word("last") from container in Word("in").Then(Target) select (Place)new ContainerPlace(false, container);

    private static readonly Parser<Place> At =
        from word in Word("at")
        from place in IfWord("start", Word("start").Select(_ => new RootPlace(true)), Word("end").Select(_ => new RootPlace(false)))
        select (Place)place;

    /// <summary>A place.</summary>
    public static Parser<Place> Place { get; } =
        IfWord("at", At, IfWord("after", After, IfWord("before", Before, IfWord("between", Between, IfWord("first", First, Last))))).Spanned();

    private static Target Split(Expression component)
    {
        if (component is not MemberExpression path) return new Target(component, null);
        return new Target(path.Of, path.Member);
    }

    private static IResult<Components> ParseComponents(IInput input)
    {
        var components = new List<Expression>();
        var cursor = (Cursor)input;
        while (true)
        {
            var result = Primaries.Component(cursor);
            if (!result.WasSuccessful) return new Failure<Components>(result.Remainder);
            components.Add(result.Value);
            cursor = (Cursor)result.Remainder;
            if (cursor.Current != ',') break;
            cursor = cursor.AfterUnfinished(cursor.Position + 1);
        }

        cursor.State.Expect(cursor.Position, Expected(','));
        return new Success<Components>(new([.. components]), cursor);
    }
}
