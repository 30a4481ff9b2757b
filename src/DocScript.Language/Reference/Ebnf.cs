using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Tree;

namespace DocScript.Language.Reference;

/// <summary>The grammar of scripts in the EBNF of the W3C: the language's own rules, and one for each command of a table. Tests derive from it and compare it with the parser.</summary>
public static class Ebnf
{
    /// <summary>The grammar with these commands.</summary>
    public static string Of(CommandGrammar commands)
    {
        var frame = Frame();
        var rules = EbnfCommands.Of(commands, frame);
        return frame.Replace("Command ::=", $"Command ::= {(rules.Count == 0 ? "Any - Any" : string.Join(" | ", rules.Select(rule => rule.Name)))}", StringComparison.Ordinal)
            + "\n\n/* Commands */\n\n" + string.Join('\n', rules.Select(rule => $"{rule.Name} ::= {rule.Body}")) + "\n";
    }

    /// <summary>A word or symbol as the notation quotes it.</summary>
    internal static string Quote(string text) => $"'{text}'";

    internal static string OneOf(IEnumerable<string> words) => string.Join(" | ", words.Select(Quote));

    private static string Operators(int precedence) => OneOf(OperatorSyntax.Infix.Where(op => op.Precedence() == precedence).Select(op => op.Symbol()));

    private static string Infix => OneOf(OperatorSyntax.Infix.Select(op => op.Symbol()).Where(symbol => !Names.IsBare(symbol)));

    private static string Sorted(IEnumerable<string> words) => OneOf(words.Order(StringComparer.Ordinal));

    internal static string Frame() => $$""""
        /*
        The grammar of DocScript, in the EBNF of the W3C (https://www.w3.org/TR/xml/#sec-notation) that railroad tools read.
        'docscript grammar' wrote it; what is changed here is lost.

        What the notation can't say is said here, and nowhere else:

        Space      Between two parts of a rule, Space* may stand. A rule marked "ws: explicit" has only the space that it writes. In a rule
                   marked "ws: lines", and in all that stands in it, a LineEnd is a Space too; elsewhere it is where the next thing that
                   is no space, comment or LineEnd is one of Continuing.
        Words      A word in quotes is a whole BareName. A rule marked "longest" takes as many characters as it can. Directly behind a
                   Number stands no letter and no '_'.
        Letters    Beyond ASCII a Letter is what Unicode calls one (category L).
        RawText    It ends with the first run of quotes as long as its first one. DS1005: no more quotes stand there; if the text has
                   several lines, it begins on the line after the quotes, ends on the line before them, and each line that is not blank
                   starts with the space that stands before the closing quotes.
        Values     DS1006: integers have 64 bits, decimals 28 digits. DS1014: a key stands once in an object.
        Limits     DS5001 to DS5004: {{SyntaxLimits.ScriptBytes / 1024 / 1024}} MiB, {{SyntaxLimits.Nesting}} brackets, blocks, interpolations and prefix operators inside one another,
                   chains of {{SyntaxLimits.Chain}}, fewer than {{SyntaxLimits.Errors}} errors.
        */

        /* Scripts and statements */

        Script ::= #xFEFF? Statements
        Statements ::= Separator* ( Statement ( Separator+ Statement )* Separator* )?
        Separator ::= ';' | LineEnd
        Block ::= '{' Statements '}'
        Statement ::= Use | Require | Param | Let | If | ForEach | Print | Command
        Use ::= 'use' ( 'version' Primary | ( Primary - ( 'version' Any* ) ) ( 'version' Primary )? ) Block?
        Require ::= 'require' Expression ( 'else' Expression )?
        Param ::= 'param' Variable ( ':' LineEnd* ( {{OneOf(Enum.GetNames<ParameterType>().Select(type => type.ToLowerInvariant()))}} ) )? ( Equals Expression )?
        Let ::= 'let' Variable Equals Expression
        If ::= 'if' Expression Block ( 'else' 'if' Expression Block )* ( 'else' Block )?
        ForEach ::= 'for' 'each' ( EachDocument | EachComponent | EachItem )
        EachDocument ::= 'document' ( 'as' Variable )? ( 'where' Expression )? ( 'order' 'by' Expression 'descending'? )? ( 'limit' Expression )? ( 'expect' Expression )? Block
        EachComponent ::= 'component' ( Name - ( 'in' | 'as' | 'where' | 'limit' ) )? ( 'in' Target )? ( 'as' Variable )? ( 'where' Expression )? ( 'limit' Expression )? Block
        EachItem ::= ( Variable - ( 'document' | 'component' ) ) 'in' Expression Block
        Print ::= 'print' Expression
        Command ::=

        /* Expressions, loosest first */

        Expression ::= And ( {{Operators(OperatorSyntax.Or)}} LineEnd* And )*
        And ::= Not ( {{Operators(OperatorSyntax.And)}} LineEnd* Not )*
        Not ::= {{Quote(UnaryOperator.Not.Symbol())}} LineEnd* Not | Comparison
        Comparison ::= Coalesce ( ( {{Operators(OperatorSyntax.Comparison)}} ) LineEnd* Coalesce )?
        Coalesce ::= Sum ( {{Operators(OperatorSyntax.Coalesce)}} LineEnd* Sum )*
        Sum ::= Product ( ( {{Operators(OperatorSyntax.Additive)}} ) LineEnd* Product )*
        Product ::= Prefixed ( ( {{Operators(OperatorSyntax.Multiplicative)}} ) LineEnd* Prefixed )*
        Prefixed ::= {{Quote(UnaryOperator.Negate.Symbol())}} LineEnd* Prefixed | 'exists' LineEnd* Primary | Primary
        Primary ::= ( Number | Text | RawText | 'true' | 'false' | 'null' | List | Object | Parenthesized | Call | ( BareName - Reserved ) ) ( '.' Name | Index )* /* ws: explicit */
        List ::= '[' ( Expression ( ',' Expression )* ','? )? ']' /* ws: lines */
        Object ::= '{' ( Entry ( ',' Entry )* ','? )? '}' /* ws: lines */
        Entry ::= Name ':' Expression
        Parenthesized ::= '(' Expression ')' /* ws: lines */
        Index ::= '[' Expression ']' /* ws: lines */
        Call ::= ( BareName - Reserved ) Arguments /* ws: explicit */
        Arguments ::= '(' ( Expression ( ',' Expression )* ','? )? ')' /* ws: lines */

        /* Components and places */

        Component ::= ( QuotedName | Parenthesized | Call | ( BareName - Reserved ) ) ( '.' Name | Index )* /* ws: explicit */
        Components ::= Component ( ',' LineEnd* Component )*
        Target ::= Component
        Place ::= 'at' ( 'start' | 'end' ) | ( 'after' | 'before' ) Component ( 'in' Target )? | 'between' Component 'and' Component ( 'in' Target )? | ( 'first' | 'last' ) 'in' Target

        /* Names, texts and numbers */

        Variable ::= BareName - Reserved
        Path ::= Name ( '.' Name )* /* ws: explicit */
        Name ::= BareName | QuotedName
        BareName ::= ( Letter | '_' ) ( Letter | [0-9_] | '-' )* /* ws: explicit, longest */
        Letter ::= [A-Za-z] | [#x80-#x10FFFF]
        QuotedName ::= '"' ( Character | Escape | '$'+ ( ( Character - '{' ) | Escape ) )* '$'* '"' /* ws: explicit */
        Text ::= '"' ( Character | Escape | '$'* Interpolation | '$'+ ( ( Character - '{' ) | Escape ) )* '$'* '"' /* ws: explicit */
        Interpolation ::= '${' Expression '}' /* ws: lines */
        RawText ::= '"""' '"'* Any* '"""' '"'* /* ws: explicit */
        Character ::= [^#xA#x22#x24#x5C]
        Escape ::= '\' ( [ntr"\$] | 'u{' CodePoint '}' ) /* ws: explicit */
        CodePoint ::= ( Hex Hex? Hex? Hex? Hex? | '0' Hex Hex Hex Hex Hex | '10' Hex Hex Hex Hex ) - ( '0'? '0'? [Dd] [89A-Fa-f] Hex Hex ) /* ws: explicit */
        Hex ::= [0-9A-Fa-f]
        Number ::= '-'? [0-9]+ ( '.' [0-9]+ )? /* ws: explicit, longest */

        /* Space and words */

        Equals ::= '=' LineEnd*
        Space ::= [#x9#xB-#xD#x20#x85#xA0#x1680#x2000-#x200A#x2028#x2029#x202F#x205F#x3000] | '#' [^#xA]* /* ws: explicit, longest */
        LineEnd ::= #xA
        Any ::= [#x0-#x10FFFF]
        Continuing ::= {{Sorted(ReservedWords.Continuing.Concat(ReservedWords.Infix).Distinct(StringComparer.Ordinal))}} | '{' | {{Infix}}
        Reserved ::= {{Sorted(ReservedWords.InExpressions)}}
        """";
}
