using DocScript.Documents.Html;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Html;

public sealed class MarkupCleanerTests
{
    private static readonly AllowedMarkup Inline = AllowedMarkup.Of(ObjectValue.Empty);

    private static AllowedMarkup Configured(string json) => AllowedMarkup.Of((ObjectValue)ValueJson.Parse(json.Quoted()));

    [Theory]
    [InlineData("")]
    [InlineData("plain, & more < 5 > 3 &amp; &nbsp;&#x2014;")]
    [InlineData("  white\n  space\t ")]
    [InlineData("<b>a</b> <em>b <strong class=\"x\">c</strong></em><br>d<br/>e<br />")]
    [InlineData("<a href=\"https://example.org/?a=1&b=2\" target='_blank' rel=noopener>x</a >")]
    [InlineData("<A HREF=\"/a/b\">x</A>")]
    [InlineData("<a href=/a/b/>x</a>")]
    [InlineData("<a href=\"mailto:a@b.c\" data-li-document-ref=\"42\" doc-id=\"7\">x</a>")]
    [InlineData("<span lang=\"de\" title=\"it's: a colon\">x</span><time datetime=\"2026-01-01\">then</time>")]
    [InlineData("soft<wbr>hyphen")]
    public void What_is_clean_comes_out_byte_for_byte(string markup)
    {
        Assert.Same(markup, MarkupCleaner.Clean(markup, Inline).Clean);
        Assert.Null(MarkupCleaner.Clean(markup, Inline).Removed);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>x", "alert(1)x", "<script>")]
    [InlineData("<SCRIPT SRC=//evil></SCRIPT>x", "x", "<script>")]
    [InlineData("<script>if (a<b) document.write('<img src=x onerror=alert(1)>')</script>", "if (a&lt;b) document.write('&lt;img src=x onerror=alert(1)>')", "<script>")]
    [InlineData("<style>p{}</style>x", "p{}x", "<style>")]
    [InlineData("<b onclick=\"alert(1)\" class=\"x\">a</b>", "<b class=\"x\">a</b>", "'onclick' of <b>")]
    [InlineData("<b style=\"color: red\">a</b>", "<b>a</b>", "'style' of <b>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>", "'href' of <a>")]
    [InlineData("<a href=\" jAvA&#x09;script\n:alert(1)\">a</a>", "<a>a</a>", "'href' of <a>")]
    [InlineData("<a href=\"\u0001java&Tab;script&colon;alert(1)\">a</a>", "<a>a</a>", "'href' of <a>")]
    [InlineData("<a href=\"data:text/html,x\" title=\"t\">a</a>", "<a title=\"t\">a</a>", "'href' of <a>")]
    [InlineData("<a href=x href=javascript:alert(1)>a</a>", "<a href=\"x\">a</a>", "the form of <a>")]
    [InlineData("<a href=\"x\"title=\"y\">a</a>", "<a href=\"x\" title=\"y\">a</a>", "the form of <a>")]
    [InlineData("<a title=\"</a><img src=x onerror=alert(1)>\">a</a>", "<a title=\"&lt;/a&gt;&lt;img src=x onerror=alert(1)&gt;\">a</a>", "the form of <a>")]
    [InlineData("<p>one</p><p>two</p>", "onetwo", "<p>")]
    [InlineData("<img src=x onerror=alert(1)>x", "x", "<img>")]
    [InlineData("<svg><script>alert(1)</script></svg>", "alert(1)", "<svg>")]
    [InlineData("a<!-- b -->c", "ac", "a comment")]
    [InlineData("a<!--><b>c", "a<b>c</b>", "a comment")]
    [InlineData("a<![CDATA[<b>]]>c<?php x ?>d<!doctype html>e", "a]]>cde", "a comment")]
    [InlineData("<b>open", "<b>open</b>", "<b> without an end")]
    [InlineData("stray</b> end", "stray end", "</b> without a start")]
    [InlineData("<b>1<i>2</b>3</i>4", "<b>1<i>2</i></b>34", "</b> out of order")]
    [InlineData("<b/>x</b>", "<b>x</b>", "the form of <b>")]
    [InlineData("a</br>b", "ab", "</br> without a start")]
    [InlineData("a <b", "a &lt;b", "a tag that is cut off")]
    [InlineData("a <b title=\"", "a &lt;b title=\"", "a tag that is cut off")]
    [InlineData("a <", "a &lt;", "'<' in text")]
    [InlineData("<<script>script>alert(1)</script>", "&lt;script>alert(1)", "'<' in text")]
    [InlineData("<scr<script>ipt>alert(1)", "ipt>alert(1)", "<scr<script>")]
    [InlineData("x\0y<\0b>", "xy&lt;b>", "'<' in text")]
    [InlineData("<textarea><b>x</b></textarea>", "&lt;b>x&lt;/b>", "<textarea>")]
    [InlineData("<plaintext>a<b>c</plaintext>", "a&lt;b>c&lt;/plaintext>", "<plaintext>")]
    public void What_is_too_much_goes_and_text_stays(string markup, string clean, string removed)
    {
        Assert.Equal((clean, removed), MarkupCleaner.Clean(markup, Inline));
        Assert.Null(MarkupCleaner.Clean(clean, Inline).Removed);
    }

    [Theory]
    [InlineData("{'plainText': true}", "<b>a</b> &lt;b&gt; <br>c", "a &lt;b&gt; c")]
    [InlineData("{'plainText': false}", "<b>a</b>", "<b>a</b>")]
    [InlineData("{'tagAllowlist': ['em', 'P']}", "<b>a</b><em>b</em><p>c</p>", "a<em>b</em><p>c</p>")]
    [InlineData("{'tagAllowlist': []}", "<b>a</b>", "a")]
    [InlineData("{'tagAllowlist': ['script', 'svg', 'style', 'iframe', 'b']}", "<script>1</script><svg>2</svg><iframe>3</iframe><b>4</b>", "123<b>4</b>")]
    [InlineData("{'tagDenylist': ['b']}", "<b>a</b><em>b</em><p>c</p>", "a<em>b</em>c")]
    public void A_design_says_which_tags_are_taken_but_never_dangerous_ones(string configuration, string markup, string clean) =>
        Assert.Equal(clean, MarkupCleaner.Clean(markup, Configured(configuration)).Clean);

    [Fact]
    public void Tags_lie_at_most_100_deep()
    {
        var clean = MarkupCleaner.Clean(string.Concat(Enumerable.Repeat("<b>", 101)) + "<br>x", Inline).Clean;
        Assert.Equal(string.Concat(Enumerable.Repeat("<b>", 100)) + "<br>x" + string.Concat(Enumerable.Repeat("</b>", 100)), clean);
    }

    [Theory]
    [InlineData("javascript:x", "javascript")]
    [InlineData("\u2028jav\u2029ascript:x", "javascript")]
    [InlineData("\U0001F600javascript:x", "javascript")]
    [InlineData("\uE000javascript:x", "javascript")]
    [InlineData("  JAVASCRIPT : x", "javascript")]
    [InlineData("java\u0000script:x", "javascript")]
    [InlineData("java\u200bscript\n:x", "javascript")]
    [InlineData("&#106;avascript:x", "javascript")]
    [InlineData("&#106avascript&colon;x", "javascript")]
    [InlineData("&amp;#106;avascript:x", "javascript")]
    [InlineData("vbscript:x", "vbscript")]
    [InlineData("data:text/html,x", "data")]
    [InlineData("https://example.org/javascript:x", null)]
    [InlineData("/path:javascript:", null)]
    [InlineData("javascript", null)]
    [InlineData("tel:+41", null)]
    [InlineData("myjavascript:x", null)]
    [InlineData("?q=javascript:x", null)]
    [InlineData("", null)]
    public void Script_schemes_are_found_however_they_are_written(string address, string? scheme) => Assert.Equal(scheme, WebAddress.ScriptScheme(address));
}
