using DocScript.Language.Grammar;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Commands;

/// <summary>A component's id as a script names the component: bare in the form of a generated id, which nobody gives to a variable, else in quotes, which make it an id whatever else it may be.</summary>
internal static class ComponentName
{
    public static Expression Of(string id) =>
        id.StartsWith("doc-", StringComparison.Ordinal) && Names.IsBare(id) ? new NameExpression(id) : new ComponentIdExpression(id);
}
