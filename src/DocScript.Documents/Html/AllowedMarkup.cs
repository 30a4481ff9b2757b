using System.Collections.Frozen;
using DocScript.Documents.Values;

namespace DocScript.Documents.Html;

/// <summary>
/// The tags and attributes that an editable takes. Without configuration: inline tags. <c>tagAllowlist</c> names others, <c>tagDenylist</c> takes some away,
/// <c>plainText: true</c> takes all away. Whatever a design names, only tags that hold nothing but text and each other are taken: no script or style, no form,
/// frame, object, picture or foreign content, so that what was cleaned means the same wherever it is put.
/// </summary>
/// <param name="Tags">The names, in lower case.</param>
internal sealed record AllowedMarkup(FrozenSet<string> Tags)
{
    private static readonly string[] Inline =
    [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
        "sub", "sup", "time", "tt", "u", "var", "wbr",
    ];

    private static readonly string[] Blocks =
        ["address", "blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "ul"];

    private static readonly AllowedMarkup Default = new(Inline.ToFrozenSet(StringComparer.Ordinal));

    private static readonly AllowedMarkup PlainText = new(FrozenSet<string>.Empty);

    private static readonly FrozenSet<string> Possible = Inline.Concat(Blocks).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Attributes = FrozenSet.Create(StringComparer.Ordinal, "class", "dir", "lang", "title");

    private static readonly Dictionary<string, string[]> OfTag = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "target", "rel", "hreflang", "type", "download"],
        ["time"] = ["datetime"],
        ["q"] = ["cite"],
        ["blockquote"] = ["cite"],
        ["ins"] = ["cite", "datetime"],
        ["del"] = ["cite", "datetime"],
        ["ol"] = ["start", "reversed", "type"],
        ["li"] = ["value"],
    };

    /// <summary>What the configuration of an editable allows.</summary>
    public static AllowedMarkup Of(ObjectValue configuration)
    {
        if (configuration.Find("plainText") is BooleanValue { Boolean: true }) return PlainText;
        if (Names(configuration, "tagAllowlist") is { } allowed) return new(allowed.Where(Possible.Contains).ToFrozenSet(StringComparer.Ordinal));
        return Names(configuration, "tagDenylist") is { } denied ? new(Inline.Except(denied, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal)) : Default;
    }

    /// <summary>
    /// Whether a tag may have an attribute with this value: those of the tag and a few of all tags, and Livingdocs' own (<c>data-…</c>, <c>doc-…</c>),
    /// which name what a text refers to. Never a handler or a style, and no address that brings a script along.
    /// </summary>
    public static bool Allows(string tag, string attribute, string value)
    {
        if (attribute is "href" or "cite" && WebAddress.ScriptScheme(value) is not null) return false;
        return Attributes.Contains(attribute)
            || (OfTag.TryGetValue(tag, out var own) && own.Contains(attribute, StringComparer.Ordinal))
            || (IsOwn(attribute) && attribute.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
    }

    /// <summary>Whether an element holds nothing, so that it has no end tag.</summary>
    public static bool IsVoid(string tag) => tag is "br" or "hr" or "wbr";

    private static bool IsOwn(string attribute) =>
        attribute.StartsWith("data-", StringComparison.Ordinal) || attribute.StartsWith("doc-", StringComparison.Ordinal) || attribute.StartsWith("aria-", StringComparison.Ordinal);

    private static IEnumerable<string>? Names(ObjectValue configuration, string list) =>
        configuration.Find(list) is ListValue names ? names.Items.OfType<TextValue>().Select(name => name.Text.ToLowerInvariant()) : null;
}
