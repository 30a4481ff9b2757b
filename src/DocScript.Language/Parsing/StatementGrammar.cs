using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Combinators;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary>The statements that are not commands (language.md section 2), by their first word.</summary>
internal static class StatementGrammar
{
    private static readonly Parser<Block?> Body = Parts.Block.OrNull();

    private static readonly Parser<Statement> UseCurrent = from version in Word("version").Then(Parts.Primary) from body in Body select (Statement)new UseStatement(null, version, body);

    private static readonly Parser<Statement> UseDocument =
        from document in Parts.Primary from version in Behind("version", Parts.Primary) from body in Body select (Statement)new UseStatement(document, version, body);

    private static readonly Scan<Statement> Use = Word("use").Then(IfWord("version", UseCurrent, UseDocument)).Scan();

    private static readonly Scan<Statement> Require =
        (from condition in Word("require").Then(Parts.Full) from why in Behind("else", Parts.Full) select (Statement)new RequireStatement(condition, why)).Scan();

    private static readonly Scan<Statement> Let =
        (from name in Word("let").Then(Parts.Variable) from value in EqualsSign.Then(Parts.Full) select (Statement)new LetStatement(name, value)).Scan();

    private static readonly Scan<Statement> Print = Word("print").Then(Parts.Full).Select(value => (Statement)new PrintStatement(value)).Scan();

    /// <summary>The statement that starts with a word, or null. What is composed in a class of its own is composed when a script has it.</summary>
    public static Scan<Statement>? StartingWith(ReadOnlySpan<char> word) => word switch
    {
        "use" => Use,
        "require" => Require,
        "param" => ParamGrammar.Param,
        "let" => Let,
        "if" => IfGrammar.Read,
        "for" => LoopGrammar.ForEach,
        "print" => Print,
        _ => null,
    };
}
