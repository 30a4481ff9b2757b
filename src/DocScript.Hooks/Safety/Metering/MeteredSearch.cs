using System.ComponentModel;
using System.Text;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>The calls of text whose cost, or result, is a product of two lengths: counted before they begin.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredSearch
{
    /// <summary><see cref="string.Contains(string)"/>.</summary>
    public static bool MeteredContains(this string text, string value) => Sought(text, value).Contains(value, StringComparison.Ordinal);

    /// <summary><see cref="string.Contains(string, StringComparison)"/>.</summary>
    public static bool MeteredContains(this string text, string value, StringComparison comparisonType) => Sought(text, value).Contains(value, comparisonType);

    /// <summary><see cref="string.IndexOf(string)"/>, ordinal.</summary>
    public static int MeteredIndexOf(this string text, string value) => Sought(text, value).IndexOf(value, StringComparison.Ordinal);

    /// <summary><see cref="string.IndexOf(string, StringComparison)"/>.</summary>
    public static int MeteredIndexOf(this string text, string value, StringComparison comparisonType) => Sought(text, value).IndexOf(value, comparisonType);

    /// <summary><see cref="string.IndexOf(string, int)"/>, ordinal.</summary>
    public static int MeteredIndexOf(this string text, string value, int startIndex) => Sought(text, value).IndexOf(value, startIndex, StringComparison.Ordinal);

    /// <summary><see cref="string.IndexOf(string, int, StringComparison)"/>.</summary>
    public static int MeteredIndexOf(this string text, string value, int startIndex, StringComparison comparisonType) => Sought(text, value).IndexOf(value, startIndex, comparisonType);

    /// <summary><see cref="string.LastIndexOf(string)"/>, ordinal.</summary>
    public static int MeteredLastIndexOf(this string text, string value) => Sought(text, value).LastIndexOf(value, StringComparison.Ordinal);

    /// <summary><see cref="string.LastIndexOf(string, StringComparison)"/>.</summary>
    public static int MeteredLastIndexOf(this string text, string value, StringComparison comparisonType) => Sought(text, value).LastIndexOf(value, comparisonType);

    /// <summary><see cref="string.LastIndexOf(string, int)"/>, ordinal.</summary>
    public static int MeteredLastIndexOf(this string text, string value, int startIndex) => Sought(text, value).LastIndexOf(value, startIndex, StringComparison.Ordinal);

    /// <summary><see cref="string.LastIndexOf(string, int, StringComparison)"/>.</summary>
    public static int MeteredLastIndexOf(this string text, string value, int startIndex, StringComparison comparisonType) => Sought(text, value).LastIndexOf(value, startIndex, comparisonType);

    /// <summary><see cref="string.Split(string, StringSplitOptions)"/>.</summary>
    public static string[] MeteredSplit(this string text, string? separator, StringSplitOptions options = StringSplitOptions.None) => Sought(text, separator).Split(separator, options).MeteredArray();

    /// <summary><see cref="string.Split(string, int, StringSplitOptions)"/>.</summary>
    public static string[] MeteredSplit(this string text, string? separator, int count, StringSplitOptions options = StringSplitOptions.None) => Sought(text, separator).Split(separator, count, options).MeteredArray();

    /// <summary><see cref="string.Split(string[], StringSplitOptions)"/>.</summary>
    public static string[] MeteredSplit(this string text, string[]? separator, StringSplitOptions options)
    {
        foreach (var each in separator ?? []) Sought(text, each);
        return text.Split(separator, options).MeteredArray();
    }

    /// <summary><see cref="string.Split(string[], int, StringSplitOptions)"/>.</summary>
    public static string[] MeteredSplit(this string text, string[]? separator, int count, StringSplitOptions options)
    {
        foreach (var each in separator ?? []) Sought(text, each);
        return text.Split(separator, count, options).MeteredArray();
    }

    /// <summary><see cref="string.Replace(string, string)"/>, ordinal.</summary>
    public static string MeteredReplace(this string text, string oldValue, string? newValue) => MeteredReplace(text, oldValue, newValue, StringComparison.Ordinal);

    /// <summary><see cref="string.Replace(string, string, StringComparison)"/>.</summary>
    public static string MeteredReplace(this string text, string oldValue, string? newValue, StringComparison comparisonType)
    {
        Sought(text, oldValue);
        if (MostAfter(text.Length, oldValue, newValue) > HookBudget.LargestValue) Meter.CheckLength(LengthAfter(text, oldValue, newValue, comparisonType));
        return text.Replace(oldValue, newValue, comparisonType).Metered();
    }

    /// <summary><see cref="StringBuilder.Replace(string, string)"/>.</summary>
    public static StringBuilder MeteredReplace(this StringBuilder text, string oldValue, string? newValue)
    {
        Search(text.Length, oldValue);
        if (MostAfter(text.Length, oldValue, newValue) > HookBudget.LargestValue) Meter.CheckLength(LengthAfter(text.ToString().Metered(), oldValue, newValue, StringComparison.Ordinal));
        return text.Replace(oldValue, newValue).MeteredBuilder();
    }

    private static string Sought(string text, string? value)
    {
        Search(text.Length, value);
        return text.Metered();
    }

    private static void Search(int length, string? value) => Meter.Charge((long)length * (value?.Length ?? 0) >> 6);

    // Where each character is replaced; the exact length is counted only where even that could be too long.
    private static long MostAfter(int length, string? oldValue, string? newValue) =>
        oldValue is { Length: > 0 } && newValue is not null ? length + length / oldValue.Length * Math.Max(0L, newValue.Length - oldValue.Length) : length;

    private static long LengthAfter(string text, string oldValue, string? newValue, StringComparison comparison)
    {
        var length = (long)text.Length;
        for (var at = text.IndexOf(oldValue, comparison); at >= 0; at = text.IndexOf(oldValue, at + oldValue.Length, comparison)) length += (newValue?.Length ?? 0) - oldValue.Length;
        return length;
    }
}
