using System.Globalization;
using System.Text.RegularExpressions;

namespace DocScript.Testing.Cases;

/// <summary>What a case can't well spell out: long repetitions and odd characters.</summary>
internal static partial class CaseMacros
{
    /// <summary>The text with <c>«3×ab»</c> written three times, and <c>«u+000D»</c> as its character.</summary>
    public static string Expand(string text) => Macro().Replace(text, match => match.Groups["code"].Success
        ? char.ConvertFromUtf32(int.Parse(match.Groups["code"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
        : string.Concat(Enumerable.Repeat(match.Groups["text"].Value, int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture))));

    [GeneratedRegex("«(?:u\\+(?<code>[0-9A-Fa-f]+)|(?<count>[0-9]+)×(?<text>[^»]*))»", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Macro();
}
