using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The three loops: <c>document</c> and <c>component</c> after <c>for each</c> are words of the language, any other name is the item's.</summary>
internal static class LoopGrammar
{
    private static readonly Parser<Expression> Full = Operators.Expression;

    private static readonly Parser<Expression?> Where = Word("where").Then(Full).OrNull();

    private static readonly Parser<Expression?> Limit = Word("limit").Then(Full).OrNull();

    private static readonly Parser<Name?> As = Word("as").Then(Variable).OrNull();

    private static readonly Parser<Order> OrderBy = IfWord(
        "order",
        from words in Word("order").Then(Word("by")) from key in Full from isDescending in Word("descending").IsThere() select new Order(key, isDescending),
        Parse.Return(new Order(null, false)));

    private static readonly Parser<Statement> Document =
        from word in Word("document")
        from variable in As
        from condition in Where
        from sorting in OrderBy
        from limit in Limit
        from expect in Word("expect").Then(Full).OrNull()
        from body in Blocks.Block
        select (Statement)new ForEachDocumentStatement(variable, condition, sorting.Key, sorting.Descending, limit, expect, body);

    private static readonly Parser<Name?> ComponentType = TypeBefore("in", "as", "where", "limit");

    private static readonly Parser<Statement> Component =
        from word in Word("component")
        from type in ComponentType
        from container in Word("in").Then(ComponentGrammar.Target).OrNull()
        from variable in As
        from condition in Where
        from limit in Limit
        from body in Blocks.Block
        select (Statement)new ForEachComponentStatement(type, container, variable, condition, limit, body);

    private static readonly Parser<Statement> Item =
        from variable in Variable from word in Word("in") from list in Full from body in Blocks.Block select (Statement)new ForEachItemStatement(variable, list, body);

    /// <summary>Any of the three.</summary>
    public static Parser<Statement> ForEach { get; } =
        from word in Word("for") from each in Word("each") from loop in IfWord("document", Document, IfWord("component", Component, Item)) select loop;

    // A word of the language beats the component type; quotes force the type.
    private static Parser<Name?> TypeBefore(params string[] words)
    {
        var name = Name(Expectation.Of("component type")).OrNull();
        return input =>
        {
            var cursor = (Cursor)input;
            foreach (var word in words)
                if (cursor.IsAtWord(word))
                    return new Success<Name?>(null, input);
            return name(input);
        };
    }

    private sealed record Order(Expression? Key, bool Descending);
}
