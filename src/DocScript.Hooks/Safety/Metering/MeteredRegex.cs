using System.ComponentModel;
using System.Text.RegularExpressions;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>Regular expressions that take time in proportion to the text, whatever they look for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredRegex
{
    private const RegexOptions Always = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // An expression's automaton grows with the product of its repetitions.
    private const int MostStates = 10_000;

    private const int Steps = 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary><see cref="Regex(string, RegexOptions)"/>.</summary>
    public static Regex NewRegex(string pattern, RegexOptions options = RegexOptions.None) => new(Pattern(pattern), Safe(options), Longest);

    /// <summary><see cref="Regex.IsMatch(string, string, RegexOptions)"/>.</summary>
    public static bool RegexIsMatch(string input, string pattern, RegexOptions options = RegexOptions.None) => Regex.IsMatch(Input(input), Pattern(pattern), Safe(options), Longest);

    /// <summary><see cref="Regex.Match(string, string, RegexOptions)"/>.</summary>
    public static Match RegexMatch(string input, string pattern, RegexOptions options = RegexOptions.None) => Regex.Match(Input(input), Pattern(pattern), Safe(options), Longest);

    /// <summary><see cref="Regex.Matches(string, string, RegexOptions)"/>.</summary>
    public static MatchCollection RegexMatches(string input, string pattern, RegexOptions options = RegexOptions.None) => Regex.Matches(Input(input), Pattern(pattern), Safe(options), Longest);

    /// <summary><see cref="Regex.Count(string, string, RegexOptions)"/>.</summary>
    public static int RegexCount(string input, string pattern, RegexOptions options = RegexOptions.None) => Regex.Count(Input(input), Pattern(pattern), Safe(options), Longest);

    /// <summary><see cref="Regex.Split(string, string, RegexOptions)"/>.</summary>
    public static string[] RegexSplit(string input, string pattern, RegexOptions options = RegexOptions.None) => Regex.Split(Input(input), Pattern(pattern), Safe(options), Longest).MeteredArray();

    /// <summary><see cref="Regex.Replace(string, string, string, RegexOptions)"/>.</summary>
    public static string RegexReplace(string input, string pattern, string replacement, RegexOptions options = RegexOptions.None) =>
        Regex.Replace(Input(input), Pattern(pattern), Growing(input, Expanding(input, replacement)), Safe(options), Longest);

    /// <summary><see cref="Regex.Replace(string, string, MatchEvaluator, RegexOptions)"/>.</summary>
    public static string RegexReplace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options = RegexOptions.None) =>
        Regex.Replace(Input(input), Pattern(pattern), Growing(input, evaluator), Safe(options), Longest);

    /// <summary><see cref="Regex.IsMatch(string)"/>.</summary>
    public static bool MeteredIsMatch(this Regex regex, string input) => regex.IsMatch(Input(input));

    /// <summary><see cref="Regex.Match(string)"/>.</summary>
    public static Match MeteredMatch(this Regex regex, string input) => regex.Match(Input(input));

    /// <summary><see cref="Regex.Matches(string)"/>.</summary>
    public static MatchCollection MeteredMatches(this Regex regex, string input) => regex.Matches(Input(input));

    /// <summary><see cref="Regex.Count(string)"/>.</summary>
    public static int MeteredCount(this Regex regex, string input) => regex.Count(Input(input));

    /// <summary><see cref="Regex.Split(string)"/>.</summary>
    public static string[] MeteredSplit(this Regex regex, string input) => regex.Split(Input(input)).MeteredArray();

    /// <summary><see cref="Regex.Replace(string, string)"/>.</summary>
    public static string MeteredReplace(this Regex regex, string input, string replacement) => regex.Replace(Input(input), Growing(input, Expanding(input, replacement)));

    /// <summary><see cref="Regex.Replace(string, string, int)"/>.</summary>
    public static string MeteredReplace(this Regex regex, string input, string replacement, int count) => regex.Replace(Input(input), Growing(input, Expanding(input, replacement)), count);

    /// <summary><see cref="Regex.Replace(string, MatchEvaluator)"/>.</summary>
    public static string MeteredReplace(this Regex regex, string input, MatchEvaluator evaluator) => regex.Replace(Input(input), Growing(input, evaluator));

    /// <summary><see cref="Regex.Replace(string, MatchEvaluator, int)"/>.</summary>
    public static string MeteredReplace(this Regex regex, string input, MatchEvaluator evaluator, int count) => regex.Replace(Input(input), Growing(input, evaluator), count);

    private static RegexOptions Safe(RegexOptions options) => (options & ~RegexOptions.Compiled) | Always;

    // A character costs more here than elsewhere; and however short the text, the clock is looked at.
    private static string Input(string input)
    {
        Meter.Charge(Steps + input.Length / 4);
        return input.Metered();
    }

    // "$0$0" is twice what was matched; "$_", "$`" and "$'" are parts of the whole text.
    private static MatchEvaluator Expanding(string input, string replacement)
    {
        var references = replacement.Count(c => c == '$');
        var isWhole = replacement.Contains("$_", StringComparison.Ordinal) || replacement.Contains("$`", StringComparison.Ordinal) || replacement.Contains("$'", StringComparison.Ordinal);
        return match =>
        {
            Meter.CheckLength(replacement.Length + (long)references * (isWhole ? input.Length : match.Length));
            return match.Result(replacement);
        };
    }

    private static MatchEvaluator Growing(string input, MatchEvaluator evaluator)
    {
        var length = (long)input.Length;
        return match =>
        {
            Meter.Enter();
            var text = evaluator(match);
            length += text.Length;
            Meter.CheckLength(length);
            return text;
        };
    }

    private static string Pattern(string pattern)
    {
        Meter.Enter();
        var states = (long)pattern.Length;
        for (var at = pattern.IndexOf('{', StringComparison.Ordinal); at >= 0 && states <= MostStates; at = pattern.IndexOf('{', at + 1)) states *= Math.Max(1, Repetitions(pattern.AsSpan(at + 1)));
        if (states > MostStates) Meter.CheckLength(long.MaxValue);
        return pattern;
    }

    // The larger of the numbers in "3}", "3,}" and "3,7}"; 1 where it is none of them.
    private static long Repetitions(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('}');
        if (end < 0) return 1;
        var most = 1L;
        foreach (var range in text[..end].Split(','))
        {
            if (!long.TryParse(text[..end][range], System.Globalization.CultureInfo.InvariantCulture, out var number)) continue;
            most = Math.Max(most, Math.Min(number, int.MaxValue));
        }

        return most;
    }
}
