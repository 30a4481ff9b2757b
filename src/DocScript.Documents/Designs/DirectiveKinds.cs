namespace DocScript.Documents.Designs;

/// <summary>The kinds of directives by the names that designs and the language give them.</summary>
public static class DirectiveKinds
{
    /// <summary>The directive that holds components and no content.</summary>
    internal const string Container = "container";

    private static readonly Dictionary<string, DirectiveKind> Kinds = new(StringComparer.Ordinal)
    {
        ["editable"] = DirectiveKind.Editable,
        ["image"] = DirectiveKind.Image,
        ["video"] = DirectiveKind.Video,
        ["include"] = DirectiveKind.Include,
        ["html"] = DirectiveKind.Html,
        ["link"] = DirectiveKind.Link,
        ["style"] = DirectiveKind.Style,
        ["toggle"] = DirectiveKind.Toggle,
    };

    /// <summary>All names, in the order of <see cref="DirectiveKind"/>.</summary>
    public static IEnumerable<string> Names => Kinds.Keys;

    /// <summary>The kind of a name such as <c>editable</c>, or null.</summary>
    public static DirectiveKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The name of a kind, such as <c>editable</c>.</summary>
    public static string NameOf(DirectiveKind kind) => Kinds.First(entry => entry.Value == kind).Key;

    internal static bool IsKnown(string name) => name == Container || Kinds.ContainsKey(name);
}
