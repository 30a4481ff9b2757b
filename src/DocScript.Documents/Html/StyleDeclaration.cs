using System.Globalization;
using System.Text;

namespace DocScript.Documents.Html;

/// <summary>The value of a declaration of a style sheet, as far as it could be more than that.</summary>
internal static class StyleDeclaration
{
    private const int LongestCode = 6;

    /// <summary>
    /// What in a value would end its declaration or bring a script along: <c>;</c>, a brace, <c>&lt;</c>, <c>expression(</c> or <c>url(javascript:</c>; null where nothing would.
    /// Functions are looked for as a careless browser reads them: without comments, escapes, quotes and spaces.
    /// </summary>
    public static string? BreaksOut(string value)
    {
        if (value.AsSpan().IndexOfAny(";{}<") is >= 0 and var at) return value[at].ToString();
        var plain = Plain(value);
        if (plain.Contains("expression(", StringComparison.Ordinal)) return "expression(";
        return plain.Split("url(").Skip(1).Select(WebAddress.ScriptScheme).FirstOrDefault(scheme => scheme is not null) is { } script ? $"url({script}:" : null;
    }

    private static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        var quote = '\0';
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\') i = Escape(value, i + 1, plain) - 1;
            else if (quote == '\0' && value.AsSpan(i).StartsWith("/*"))
            {
                var end = value.IndexOf("*/", i + 2, StringComparison.Ordinal);
                if (end < 0) break;
                i = end + 1;
            }
            else if (c is '"' or '\'') quote = quote == '\0' ? c : quote == c ? '\0' : quote;
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c)) plain.Append(c);
        }

        return plain.ToString().ToLowerInvariant();
    }

    // A code of hexadecimal digits and a space that ends it; or a character that stands for itself. Answers where the text goes on.
    private static int Escape(string value, int start, StringBuilder plain)
    {
        var end = start;
        while (end < value.Length && end < start + LongestCode && char.IsAsciiHexDigit(value[end])) end++;
        if (end == start)
        {
            plain.Append(value.AsSpan(start, Math.Min(1, value.Length - start)));
            return start + 1;
        }

        if (Rune.TryCreate(int.Parse(value.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), out var rune)) plain.Append(rune.ToString());
        return end < value.Length && char.IsWhiteSpace(value[end]) ? end + 1 : end;
    }
}
