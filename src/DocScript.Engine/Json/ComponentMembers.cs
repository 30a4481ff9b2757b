using System.Collections.Frozen;

namespace DocScript.Engine.Json;

/// <summary>The members of a component in Livingdocs' form.</summary>
internal static class ComponentMembers
{
    /// <summary>Under this name of a component's data stand the members it brought that Livingdocs does not know; the export puts them back.</summary>
    public const string Unknown = "$members";

    public static readonly FrozenSet<string> Known =
        new[] { "id", "component", "identifier", "position", "content", "styles", "conditions", "data", "containers" }.ToFrozenSet(StringComparer.Ordinal);
}
