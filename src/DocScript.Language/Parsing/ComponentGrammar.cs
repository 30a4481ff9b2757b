using DocScript.Language.Grammar;
using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>Components, their directives, and places in the component tree.</summary>
internal static class ComponentGrammar
{
    private static readonly Parser<Target?> InTarget = Behind("in", Parts.Target);

    private static readonly Parser<Place> After =
        from sibling in Word("after").Then(Parts.Component) from container in InTarget select (Place)new SiblingPlace(sibling, null, container);

    private static readonly Parser<Place> Before =
        from sibling in Word("before").Then(Parts.Component) from container in InTarget select (Place)new SiblingPlace(null, sibling, container);

    private static readonly Parser<Place> Between =
        from after in Word("between").Then(Parts.Component)
        from before in Word("and").Then(Parts.Component)
        from container in InTarget
        select (Place)new SiblingPlace(after, before, container);

    private static readonly Parser<Place> First = InContainer("first", container => new(true, container));

    private static readonly Parser<Place> Last = InContainer("last", container => new(false, container));

    private static readonly Parser<Place> At =
        Word("at").Then(IfWord("start", Word("start").Select(_ => new RootPlace(true)), Word("end").Select(_ => new RootPlace(false))));

    /// <summary>A place.</summary>
    public static Scan<Place> Place { get; } =
        IfWord("at", At, IfWord("after", After, IfWord("before", Before, IfWord("between", Between, IfWord("first", First, Last))))).Scan().Spanned();

    /// <summary>A component or one of its directives: the last member of a path is the directive or container.</summary>
    public static Target? Target(ref Cursor cursor)
    {
        var start = cursor.Position;
        if (Primaries.Component(ref cursor) is not { } component) return null;
        var target = component is MemberExpression path ? new Target(path.Of, path.Member) : new Target(component, null);
        target.StandsAt(start, cursor.State.LastEnd);
        return target;
    }

    /// <summary>One or more components with commas between.</summary>
    public static Components? Components(ref Cursor cursor)
    {
        var state = cursor.State;
        var (position, start) = (cursor.Position, state.Nodes.Count);
        while (Primaries.Component(ref cursor) is { } component)
        {
            state.Nodes.Add(component);
            if (cursor.Current == ',')
            {
                cursor = cursor.AfterUnfinished(cursor.Position + 1);
                continue;
            }

            state.Expect(cursor.Position, Expected(','));
            var components = new Components(state.Nodes.TakeFrom<Expression>(start));
            components.StandsAt(position, state.LastEnd);
            return components;
        }

        return null;
    }

    private static Parser<Place> InContainer(string word, Func<Target, ContainerPlace> place) => Word(word).Then(Word("in")).Then(Parts.Target).Select(place);
}
