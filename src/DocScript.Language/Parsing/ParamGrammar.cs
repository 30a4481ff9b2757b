using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary><c>param</c>: a parameter with its type and default.</summary>
internal static class ParamGrammar
{
    /// <summary>The statement.</summary>
    public static Parser<Statement> Param { get; } =
        from word in Word("param")
        from name in Variable
        from type in Colon.Then(Choice([.. Enum.GetNames<ParameterType>().Select(type => type.ToLowerInvariant())])).OrNull()
        from value in EqualsSign.Then(Operators.Expression).OrNull()
        select (Statement)new ParamStatement(name, type is null ? null : Enum.Parse<ParameterType>(type.Text, ignoreCase: true), value);
}
