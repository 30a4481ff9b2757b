using System.Text;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// The title as it is read (contracts/livingdocs.md 2.2): where the content type has a <c>displayTitlePattern</c>, made of metadata; else the one that was set.
/// Every reader asks here: the language, queries, lists and what people are shown. Stores and changes keep the title that was set, which comes back when the pattern goes.
/// </summary>
public static class DisplayTitle
{
    private const string Setting = "displayTitlePattern";

    // Livingdocs' own example of a menu makes its title of an li-unique-id.
    private static readonly string[] Kinds = ["li-text", "li-unique-id"];

    /// <summary>The title of a document.</summary>
    public static string Of(Design design, Document document) => Pattern(design, document.Header.ContentType) is { } pattern
        ? Fill(pattern, name => (document.Metadata.Find(name) as TextValue)?.Text ?? "")
        : document.Title;

    /// <summary>Whether documents of a content type have their title made of metadata, so that setting it shows nowhere.</summary>
    public static bool IsComputed(Design design, string contentType) => Pattern(design, contentType) is not null;

    /// <summary>Whether those of any content type have; then a store's column of titles does not tell.</summary>
    public static bool IsComputed(Design design) => design.ContentTypes.Values.Any(type => Pattern(type) is not null);

    /// <summary>Judges the pattern of a content type.</summary>
    /// <exception cref="FormatException">It is no text, has an open bracket, or names something else than a text property; the message says which.</exception>
    internal static void Judge(ContentType type)
    {
        if (type.Configuration.Find(Setting) is { } other and not (TextValue or NullValue)) throw PropertyConfiguration.Wrong(Setting, "text", other);
        if (Pattern(type) is not { } pattern) return;
        Fill(pattern, name => type.Metadata.TryGetValue(name, out var property) && Kinds.Contains(property.Plugin.Name, StringComparer.Ordinal)
            ? ""
            : throw new FormatException($"'{Setting}' names '{name}', which is no {string.Join(" or ", Kinds)} property of the content type"));
    }

    private static string? Pattern(Design design, string contentType) => design.ContentTypes.TryGetValue(contentType, out var type) ? Pattern(type) : null;

    private static string? Pattern(ContentType type) => (type.Configuration.Find(Setting) as TextValue)?.Text is { Length: > 0 } pattern ? pattern : null;

    private static string Fill(string pattern, Func<string, string> value)
    {
        var title = new StringBuilder();
        for (var at = 0; ;)
        {
            var open = pattern.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0) return title.Append(pattern, at, pattern.Length - at).ToString();
            var close = pattern.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) throw new FormatException($"'{Setting}' has '{{{{' without '}}}}'");
            title.Append(pattern, at, open - at).Append(value(Name(pattern[(open + 2)..close].Trim())));
            at = close + 2;
        }
    }

    private static string Name(string field) => field.StartsWith("metadata.", StringComparison.Ordinal)
        ? field["metadata.".Length..]
        : throw new FormatException($"'{Setting}' has '{{{{{field}}}}}'; write '{{{{metadata.title}}}}'");
}
