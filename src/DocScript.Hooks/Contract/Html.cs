using System.Net;
using DocScript.Documents;

namespace DocScript.Hooks.Contract;

/// <summary>Text with markup, as editables hold it.</summary>
public static class Html
{
    /// <summary>Text escaped, so that it can stand in markup.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The text of markup without its tags.</summary>
    public static string ToText(string markup) => Markup.ToText(markup);
}
