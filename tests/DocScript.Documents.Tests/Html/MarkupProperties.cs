using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocScript.Documents.Html;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace DocScript.Documents.Tests.Html;

/// <summary>Markup put together from pieces that have broken other cleaners: half tags, foreign content, text-only elements, comments, odd characters, addresses.</summary>
public sealed record HostileMarkup(string Text)
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?", "=", "\"", "'", "`", " ", "\n", "\r\n", "\f", "\0", "&", ";", "&lt;", "&gt;", "&#60;", "&colon;", "&Tab;", "a", "é", "😀", "\u2028",
        "<b>", "</b>", "<i>", "</i>", "<a href=\"", "<a href=\"\u2028jav\tascript:", "<a href='😀\u200bVBScript:", "<a href=x>", "</a>", "<br>", "<br/>", "<em class='x'>", "</em>", "<p>", "</p>", "<table>", "<td>", "</table>", "<li>",
        "<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "<mtext>", "<mglyph>", "<foreignObject>", "<desc>", "<title>", "</title>", "<textarea>", "</textarea>", "<noscript>", "</noscript>",
        "<template>", "</template>", "<select>", "<option>", "<form>", "<iframe>", "</iframe>", "<xmp>", "<plaintext>", "<noembed>", "<img src=x onerror=alert(1)>", "<img title=\"", "onerror=alert(1)", "onclick=", " style=\"", "javascript:alert(1)",
        "jav\tascript:", "data:text/html,", "VBScript:", " data-x=\"", " doc-ref='1'", "<b/", "<b x=1 x=2>", "<a\u0000href=javascript:alert(1)>", "<svg><style><img title=\"</style><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<a href=\"x\"onmouseover=alert(1)>", "<scr<script>ipt>", "<<b>",
    ];

    public static Arbitrary<HostileMarkup> Arbitrary() => Arb.From(
        from count in Gen.Choose(0, 25)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select new HostileMarkup(string.Concat(pieces)));
}

/// <summary>A configuration of an editable.</summary>
public sealed record Allowing(ObjectValue Configuration)
{
    public static Arbitrary<Allowing> Arbitrary() => Arb.From(Gen.Elements(
        new Allowing(ObjectValue.Empty),
        new Allowing(ObjectValue.Empty.With("plainText", new BooleanValue(true))),
        new Allowing(ObjectValue.Empty.With("tagAllowlist", new ListValue([new TextValue("p"), new TextValue("a"), new TextValue("li"), new TextValue("script"), new TextValue("svg")]))),
        new Allowing(ObjectValue.Empty.With("tagDenylist", new ListValue([new TextValue("b")])))));
}

[Properties(Arbitrary = [typeof(HostileMarkup), typeof(Allowing)], MaxTest = 3000)]
public sealed class MarkupProperties
{
    [Property]
    public void What_was_cleaned_is_clean(HostileMarkup markup, Allowing allowing)
    {
        var allowed = AllowedMarkup.Of(allowing.Configuration);
        var (clean, removed) = MarkupCleaner.Clean(markup.Text, allowed);
        Assert.Equal((clean, null), MarkupCleaner.Clean(clean, allowed));
        if (removed is null) Assert.Same(markup.Text, clean);
    }

    // The judge is another reader: AngleSharp's tree, which follows the rules for trees that the cleaner never asks.
    [Property]
    public void A_tree_of_what_was_cleaned_has_allowed_tags_and_attributes_only(HostileMarkup markup, Allowing allowing)
    {
        var allowed = AllowedMarkup.Of(allowing.Configuration);
        var clean = MarkupCleaner.Clean(markup.Text, allowed).Clean;
        foreach (var context in new[] { "div", "p", "td", "select", "template" })
        {
            var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("");
            foreach (var node in new HtmlParser().ParseFragment(clean, document.CreateElement(context)).SelectMany(node => node.DescendantsAndSelf())) AssertAllowed(node, allowed);
        }
    }

    [Property]
    public void What_was_cleaned_can_be_put_into_a_page_without_taking_what_stands_behind_it(HostileMarkup markup, Allowing allowing)
    {
        var allowed = AllowedMarkup.Of(allowing.Configuration);
        if (allowed.Tags.Contains("p")) return;
        var clean = MarkupCleaner.Clean(markup.Text, allowed).Clean;
        var page = new HtmlParser().ParseDocument($"<!doctype html><body><div id=here>{clean}</div><div id=behind>x</div>");
        Assert.Equal("x", page.QuerySelector("body > #behind")?.TextContent);
        Assert.Equal(Markup.ToText(clean).ReplaceLineEndings("\n").Replace("\f", "\n", StringComparison.Ordinal), page.QuerySelector("body > #here")?.TextContent.ReplaceLineEndings("\n").Replace("\f", "\n", StringComparison.Ordinal));
    }

    private static void AssertAllowed(INode node, AllowedMarkup allowed)
    {
        Assert.True(node is IText or IElement, node.GetType().Name);
        if (node is not IElement element) return;
        Assert.True(allowed.Tags.Contains(element.LocalName), element.LocalName);
        Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
        foreach (var attribute in element.Attributes)
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style", attribute.Name);
            if (attribute.Name == "href") Assert.DoesNotMatch("(?i)^[\\s\\p{C}]*(j\\s*a\\s*v\\s*a|vb)\\s*s|^\\s*data:", attribute.Value);
        }
    }
}
