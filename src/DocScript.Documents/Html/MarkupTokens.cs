using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DocScript.Documents.Html;

/// <summary>A piece of markup as HTML's tokenizer reads it, with the source that it was read from.</summary>
/// <param name="Token">What it is; null for a tag that the end of the text cut off.</param>
/// <param name="Start">Where its source starts.</param>
/// <param name="End">Where the source of the next one starts.</param>
internal readonly record struct MarkupToken(HtmlToken? Token, int Start, int End);

/// <summary>
/// Markup read token by token, by HTML's own rules for characters, tags, comments and entities. No tree is built: a few unclosed tags can make one that is
/// quadratic in the text, and one that is too deep to walk; this is one pass over any text.
/// </summary>
internal static class MarkupTokens
{
    /// <summary>The elements that hold text in which tags are text, each with the state that reads it.</summary>
    private static readonly Dictionary<string, HtmlParseMode> TextOnly = new(StringComparer.Ordinal)
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["textarea"] = HtmlParseMode.RCData,
        ["title"] = HtmlParseMode.RCData,
        ["plaintext"] = HtmlParseMode.Plaintext,
    };

    /// <summary>The tokens in order; their sources follow each other without a gap and make the whole text.</summary>
    public static IEnumerable<MarkupToken> Of(string markup)
    {
        using var tokenizer = new HtmlTokenizer(new TextSource(markup), HtmlEntityProvider.Resolver);
        var start = 0;
        while (true)
        {
            var token = tokenizer.Get();
            var end = Math.Clamp(tokenizer.Position, start, markup.Length);
            if (token.Type == HtmlTokenType.EndOfFile)
            {
                if (start < markup.Length) yield return new(null, start, markup.Length);
                yield break;
            }

            yield return new(token, start, end);
            if (token.Type == HtmlTokenType.StartTag && TextOnly.TryGetValue(token.Name, out var state)) tokenizer.State = state;
            start = end;
        }
    }

    /// <summary>Text with its entities resolved, as often as they were escaped.</summary>
    public static string Unescape(string text)
    {
        for (var i = 0; i < 4 && text.Contains('&', StringComparison.Ordinal); i++)
        {
            using var tokenizer = new HtmlTokenizer(new TextSource(text), HtmlEntityProvider.Resolver) { State = HtmlParseMode.RCData };
            var unescaped = new System.Text.StringBuilder(text.Length);
            for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get()) unescaped.Append(token.Data);
            if (unescaped.Equals(text)) break;
            text = unescaped.ToString();
        }

        return text;
    }
}
