using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The three loops: <c>document</c> and <c>component</c> after <c>for each</c> are words of the language, any other name is the item's.</summary>
internal static class LoopGrammar
{
    private static readonly Parser<Expression?> Where = Behind("where", Parts.Full);

    private static readonly Parser<Expression?> Limit = Behind("limit", Parts.Full);

    private static readonly Parser<Name?> As = Behind("as", Parts.Variable);

    private static readonly Parser<Order> OrderBy = IfWord(
        "order",
        from key in Word("order").Then(Word("by")).Then(Parts.Full) from isDescending in Word("descending").IsThere() select new Order(key, isDescending),
        Parse.Return(new Order(null, false)));

    private static readonly Parser<Statement> Document =
        from variable in Word("document").Then(As)
        from condition in Where
        from sorting in OrderBy
        from limit in Limit
        from expect in Behind("expect", Parts.Full)
        from body in Parts.Block
        select (Statement)new ForEachDocumentStatement(variable, condition, sorting.Key, sorting.Descending, limit, expect, body);

    private static readonly Parser<Name?> ComponentType = TypeBefore("in", "as", "where", "limit");

    private static readonly Parser<Statement> Component =
        from type in Word("component").Then(ComponentType)
        from container in Behind("in", Parts.Target)
        from variable in As
        from condition in Where
        from limit in Limit
        from body in Parts.Block
        select (Statement)new ForEachComponentStatement(type, container, variable, condition, limit, body);

    private static readonly Parser<Statement> Item =
        from variable in Parts.Variable from list in Word("in").Then(Parts.Full) from body in Parts.Block select (Statement)new ForEachItemStatement(variable, list, body);

    /// <summary>Any of the three.</summary>
    public static Scan<Statement> ForEach { get; } = Word("for").Then(Word("each")).Then(IfWord("document", Document, IfWord("component", Component, Item))).Scan();

    // A word of the language beats the component type; quotes force the type.
    private static Parser<Name?> TypeBefore(params string[] words)
    {
        var name = Name(Expectation.Of("component type")).Parser().OrNull();
        return input =>
        {
            var cursor = input.Cursor();
            foreach (var word in words)
                if (cursor.IsAtWord(word))
                    return new Success<Name?>(null, cursor);
            return name(input);
        };
    }

    private sealed record Order(Expression? Key, bool Descending);
}
