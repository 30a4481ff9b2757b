using System.Text;
using AngleSharp.Html.Parser.Tokens;

namespace DocScript.Documents.Html;

/// <summary>The source of a start tag: whether it is written so plainly that every reader of HTML finds the same in it, and how it is written anew.</summary>
internal static class StartTag
{
    private const string Spaces = " \t\r\n\f";

    /// <summary>
    /// Whether the source is the tag's name and its attributes in order, each once, with spaces between and values in quotes or made of plain characters;
    /// no <c>&lt;</c>, <c>&gt;</c> or null character in a value, and a slash at the end only where the element holds nothing.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> source, HtmlTagToken tag)
    {
        var rest = source[1..^1];
        if (!Take(ref rest, tag.Name)) return false;
        foreach (var attribute in tag.Attributes)
        {
            var spaced = rest.TrimStart(Spaces);
            if (spaced.Length == rest.Length || !Take(ref spaced, attribute.Name)) return false;
            rest = spaced;
            var value = rest.TrimStart(Spaces);
            if (value is not ['=', ..]) continue;
            value = value[1..].TrimStart(Spaces);
            var length = value is ['"' or '\'', ..] ? value[1..].IndexOf(value[0]) + 2 : value.IndexOfAny(Spaces) is >= 0 and var end ? end : value.Length;
            if (length < 2 && value is [] or ['"' or '\'', ..]) return false;
            if (value[0] is not ('"' or '\'') && value[..length].IndexOfAny("\"'=`") >= 0) return false;
            if (value[..length].IndexOfAny('<', '>', '\0') >= 0) return false;
            rest = value[length..];
        }

        rest = rest.Trim(Spaces);
        return rest.IsEmpty || (rest is "/" && AllowedMarkup.IsVoid(tag.Name));
    }

    /// <summary>The tag with these attributes.</summary>
    public static string Write(string name, IEnumerable<HtmlAttributeToken> attributes)
    {
        var tag = new StringBuilder("<").Append(name);
        foreach (var attribute in attributes) tag.Append(' ').Append(attribute.Name).Append("=\"").Append(Escaped(attribute.Value)).Append('"');
        return tag.Append('>').ToString();
    }

    private static bool Take(ref ReadOnlySpan<char> rest, string name)
    {
        if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return false;
        rest = rest[name.Length..];
        return rest.IsEmpty || rest[0] is '=' or '/' || Spaces.Contains(rest[0], StringComparison.Ordinal);
    }

    private static string Escaped(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\0", "", StringComparison.Ordinal);
}
