using System.Globalization;

namespace DocScript.Documents.Html;

/// <summary>Addresses that links and images hold.</summary>
internal static class WebAddress
{
    private static readonly string[] ScriptSchemes = ["javascript", "vbscript", "livescript", "jscript", "mocha", "data", "blob", "filesystem", "view-source"];

    private static readonly string[] Pictures = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;", "data:image/avif;"];

    /// <summary>
    /// The scheme by which an address would bring a script along (<c>javascript</c>, <c>data</c>, …), or null. It is looked for as a careless reader would:
    /// entities are resolved, what is no letter, mark, number, punctuation or symbol (spaces, control characters, halves of pairs, …) is passed over, case does not count.
    /// </summary>
    public static string? ScriptScheme(string address)
    {
        Span<char> scheme = stackalloc char[16];
        var length = 0;
        foreach (var c in MarkupTokens.Unescape(address))
        {
            if (c == ':') return Array.Find(ScriptSchemes, new string(scheme[..length]).Equals);
            if (char.GetUnicodeCategory(c) is (>= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.PrivateUse) or UnicodeCategory.OtherNotAssigned) continue;
            if (length == scheme.Length || !(char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.')) return null;
            scheme[length++] = char.ToLowerInvariant(c);
        }

        return null;
    }

    /// <summary>Whether an address is the data of a picture that can hold no script: one of dots.</summary>
    public static bool IsPicture(string address) => Pictures.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
