using System.Text;
using AngleSharp.Html.Parser;
using DocScript.Documents.Html;

namespace DocScript.Documents;

/// <summary>Text with markup, as editables hold it.</summary>
public static class Markup
{
    /// <summary>The text without tags and comments, entities resolved.</summary>
    public static string ToText(string markup)
    {
        if (markup.AsSpan().IndexOfAny('<', '&') < 0) return markup;
        var text = new StringBuilder(markup.Length);
        foreach (var token in MarkupTokens.Of(markup))
            if (token.Token is { Type: HtmlTokenType.Character } characters)
                text.Append(characters.Data);
        return text.ToString();
    }
}
