using DocScript.Language.Tree;
using Sprache;

namespace DocScript.Language.Parsing;

/// <summary>What statements are composed of: the scanners that are written by hand, as parsers.</summary>
internal static class Parts
{
    public static Parser<Expression> Full { get; } = Scanners.Parser<Expression>(Operators.Expression);

    public static Parser<Expression> Primary { get; } = Scanners.Parser<Expression>(Primaries.Primary);

    public static Parser<Expression> Component { get; } = Scanners.Parser<Expression>(Primaries.Component);

    public static Parser<Target> Target { get; } = Scanners.Parser<Target>(ComponentGrammar.Target);

    public static Parser<Block> Block { get; } = Scanners.Parser<Block>(Blocks.Block);

    public static Parser<Name> Variable { get; } = Lexeme.Variable.Parser();
}
