using AngleSharp.Html.Parser;

namespace DocScript.Documents;

/// <summary>Text with markup, as editables hold it.</summary>
public static class Markup
{
    /// <summary>The text without tags and comments, entities resolved.</summary>
    public static string ToText(string markup) =>
        markup.AsSpan().IndexOfAny('<', '&') < 0 ? markup : new HtmlParser().ParseDocument("<body>" + markup).Body?.TextContent ?? "";
}
