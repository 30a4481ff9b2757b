using System.Globalization;

namespace DocScript.Documents.Values;

/// <summary>How many of something, in words for people.</summary>
public static class Counted
{
    /// <summary><c>1 document</c>, <c>2 documents</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="what">One of them; an s makes it many.</param>
    public static string Of(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
