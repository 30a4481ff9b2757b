using DocScript.Documents.Values;
using DocScript.Language.Grammar;

namespace DocScript.Terminal;

/// <summary>Names as a script writes them: bare where that is a name, else in quotes.</summary>
public static class NameText
{
    /// <summary>The name, in quotes where it needs them.</summary>
    public static string Of(string name) => Names.IsBare(name) ? name : ValueLiteral.Quoted(name);
}
