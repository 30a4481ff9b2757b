using System.Text.RegularExpressions;

namespace DocScript.Cli.Tests;

/// <summary>What of <c>grammar/MESSAGES.md</c> a machine can check.</summary>
internal static partial class MessageStyle
{
    /// <summary>What is wrong with a message, label, note or help; empty when nothing is.</summary>
    public static IEnumerable<string> Wrong(string text)
    {
        if (Start().IsMatch(text)) yield return "begins with a capital";
        if (text.EndsWith('.')) yield return "ends with a full stop";
        if (text.EndsWith('?') && !text.StartsWith("did you mean '", StringComparison.Ordinal)) yield return "asks";
        if (text.EndsWith(' ') || text.StartsWith(' ') || text.Contains("  ", StringComparison.Ordinal)) yield return "has a space too many";
        if (text.Contains('\n', StringComparison.Ordinal)) yield return "has several lines";
        foreach (var wrong in Words(text)) yield return wrong;
        if (text.StartsWith("expected ", StringComparison.Ordinal) && !text.Contains(", found ", StringComparison.Ordinal) && !text.Contains(", not ", StringComparison.Ordinal)) yield return "says what was expected, not what was found";
    }

    /// <summary>What is wrong with the title of a code or rule.</summary>
    public static IEnumerable<string> WrongTitle(string title) => Wrong(title).Concat(title.Length > 60 ? ["is long"] : []);

    /// <summary>What is wrong with an explanation.</summary>
    public static IEnumerable<string> WrongExplanation(string text)
    {
        if (!text.EndsWith('.')) yield return "ends without a full stop";
        if (!Sentence().IsMatch(text)) yield return "begins in lower case";
        if (text.Contains("  ", StringComparison.Ordinal)) yield return "has a space too many";
        foreach (var wrong in Words(text)) yield return wrong;
    }

    // What a script or file says itself stands in quotes, and is not ours.
    private static IEnumerable<string> Words(string text) =>
        Unwanted().Matches(Quoted().Replace(text, "''")).Select(match => $"says '{match.Value.Trim()}'");

    [GeneratedRegex("^(?!DocScript |LiteDB |JSON )[A-Z][a-z]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    [GeneratedRegex("^[A-Z'0-9]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"\b(please|sorry|oops|illegal|invalid|failed to|fails to|unable to|cannot|can not|doesn't|isn't|aren't|won't|didn't|wasn't|mustn't|e\.g\.|i\.e\.|etc|(?<!-)docs?(?![-\w.])|nodes?|attributes?|argument list|entity|entities|widgets?|block type)\b|\.\.\.|!$| [–—] |[`“”‘’]",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwanted();
}
