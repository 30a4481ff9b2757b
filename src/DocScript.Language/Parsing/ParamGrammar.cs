using DocScript.Language.Tree;
using Sprache;
using static DocScript.Language.Parsing.Lexeme;

namespace DocScript.Language.Parsing;

/// <summary><c>param</c>: a parameter with its type and default.</summary>
internal static class ParamGrammar
{
    /// <summary>The statement.</summary>
    public static Scan<Statement> Param { get; } =
        (from name in Word("param").Then(Parts.Variable)
         from type in Colon.Then(Choice([.. Enum.GetNames<ParameterType>().Select(type => type.ToLowerInvariant())]).Parser()).OrNull()
         from value in EqualsSign.Then(Parts.Full).OrNull()
         select (Statement)new ParamStatement(name, type is null ? null : Enum.Parse<ParameterType>(type.Text, ignoreCase: true), value)).Scan();
}
