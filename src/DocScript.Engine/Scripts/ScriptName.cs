using DocScript.Documents.Values;
using DocScript.Language.Grammar;

namespace DocScript.Engine.Scripts;

/// <summary>Names as a generated script writes them: in quotes wherever a bare one could be read as something else.</summary>
public static class ScriptName
{
    /// <summary>A type, property, directive or container.</summary>
    public static string Of(string name) => ReservedWords.Continuing.Contains(name) || ReservedWords.InExpressions.Contains(name) ? ValueLiteral.Quoted(name) : Bare(name);

    /// <summary>A component: bare only in the form of a generated id, which no variable of a script is likely to bear.</summary>
    public static string OfComponent(string id) => id.StartsWith("doc-", StringComparison.Ordinal) ? Bare(id) : ValueLiteral.Quoted(id);

    private static string Bare(string name) => Names.IsBare(name) ? name : ValueLiteral.Quoted(name);
}
