using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The statements that are not commands (language.md section 2), by their first word.</summary>
internal static class StatementGrammar
{
    private static readonly Parser<Expression> Full = Operators.Expression;

    private static readonly Parser<Expression> Primary = Primaries.Primary;

    private static readonly Parser<Statement> UseCurrent =
        from version in Word("version").Then(Primary) from body in Blocks.Block.OrNull() select (Statement)new UseStatement(null, version, body);

    private static readonly Parser<Statement> UseDocument =
        from document in Primary
        from version in Word("version").Then(Primary).OrNull()
        from body in Blocks.Block.OrNull()
        select (Statement)new UseStatement(document, version, body);

    private static readonly Parser<Statement> Use = Word("use").Then(IfWord("version", UseCurrent, UseDocument));

    private static readonly Parser<Statement> Require =
        from word in Word("require") from condition in Full from why in Word("else").Then(Full).OrNull() select (Statement)new RequireStatement(condition, why);

    private static readonly Parser<Statement> Let =
        from word in Word("let") from name in Variable from sign in EqualsSign from value in Full select (Statement)new LetStatement(name, value);

    private static readonly Parser<Statement> Print = from word in Word("print") from value in Full select (Statement)new PrintStatement(value);

    /// <summary>The statement that starts with a word, or null. What is composed in a class of its own is composed when a script has it.</summary>
    public static Parser<Statement>? StartingWith(ReadOnlySpan<char> word) => word switch
    {
        "use" => Use,
        "require" => Require,
        "param" => ParamGrammar.Param,
        "let" => Let,
        "if" => IfGrammar.If,
        "for" => LoopGrammar.ForEach,
        "print" => Print,
        _ => null,
    };
}
