using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DocScript.Documents.Html;

/// <summary>The value of a declaration of a style sheet, as far as it could be more than that.</summary>
internal static partial class StyleDeclaration
{
    /// <summary>
    /// What in a value would end its declaration or bring a script along: <c>;</c>, a brace, <c>&lt;</c>, <c>expression(</c> or <c>url(javascript:</c>; null where nothing would.
    /// Functions are looked for as a browser reads them, without comments and escapes.
    /// </summary>
    public static string? BreaksOut(string value)
    {
        if (value.IndexOfAny([';', '{', '}', '<']) is >= 0 and var at) return value[at].ToString();
        var plain = Escape().Replace(Comment().Replace(value, ""), Unescaped);
        if (Expression().IsMatch(plain)) return "expression(";
        return Url().Matches(plain).Select(url => WebAddress.ScriptScheme(url.Groups[1].Value)).FirstOrDefault(scheme => scheme is not null) is { } script ? $"url({script}:" : null;
    }

    private static string Unescaped(Match escape) =>
        !int.TryParse(escape.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? escape.Groups[2].Value
        : Rune.IsValid(code) ? new Rune(code).ToString()
        : "";

    [GeneratedRegex(@"/\*.*?(\*/|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\(?:([0-9a-fA-F]{1,6})\s?|(.?))", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"expression\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expression();

    [GeneratedRegex(@"url\s*\(\s*[""']?([^)]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
