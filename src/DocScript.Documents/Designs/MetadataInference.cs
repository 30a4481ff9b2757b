using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>The kind of metadata that fits the values seen.</summary>
internal static class MetadataInference
{
    // The first that takes every value wins: the narrow ones stand before the wide ones.
    private static readonly string[] Guesses =
    [
        "li-boolean", "li-integer", "decimal", "li-datetime", "li-text", "li-string-list", "li-numeric-list", "li-document-reference",
        "li-document-references", "li-video-reference", "li-image", "li-category", "li-routing", "li-language", "li-tree",
    ];

    public static MetadataPlugin KindOf(string name, IReadOnlyList<Value> seen)
    {
        if (seen.Count == 0) return MetadataPlugins.Any;
        if (name == "dependencies" && All(MetadataPlugins.Of("li-dependencies"), seen)) return MetadataPlugins.Of("li-dependencies");
        if (seen.All(value => value is ListValue { Items.Length: 0 })) return MetadataPlugins.Any;

        var guess = Guesses.Select(MetadataPlugins.Of).FirstOrDefault(plugin => All(plugin, seen)) ?? MetadataPlugins.Any;
        return guess is { Name: "li-datetime" } && seen.All(value => value is TextValue { Text.Length: 10 }) ? MetadataPlugins.Of("li-date") : guess;
    }

    private static bool All(MetadataPlugin plugin, IReadOnlyList<Value> seen) => seen.All(plugin.Accepts);
}
