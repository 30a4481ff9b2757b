using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>Texts on their way into and out of library calls: what instrumented code puts behind them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredText
{
    // Shorter texts cost no more than the step that led to them.
    private const int Short = 256;

    // From here on, a copy counts before it is made.
    private const int Long = 1 << 16;

    /// <summary>Counts a text that a library call reads or made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Metered(this string? text)
    {
        if (text is { Length: >= Short }) Count(text.Length);
        return text;
    }

    /// <summary>Counts a builder whose text a library call reads or moves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(text))]
    public static StringBuilder? MeteredBuilder(this StringBuilder? text)
    {
        if (text is { Length: >= Short }) Count(text.Length);
        return text;
    }

    /// <summary>Counts a format that a library call follows, and refuses the widths and precisions in it that make long texts out of nothing.</summary>
    [return: NotNullIfNotNull(nameof(format))]
    public static string? MeteredFormat(this string? format)
    {
        if (format is null) return null;
        if (IsTooWide(format)) Meter.CheckLength(long.MaxValue);
        return format.Metered();
    }

    /// <summary>Counts characters that each character of a text is compared with.</summary>
    [return: NotNullIfNotNull(nameof(characters))]
    public static char[]? MeteredFew(this char[]? characters)
    {
        if (characters is { Length: > 1024 }) Meter.Charge(characters.Length * 1024L);
        return characters;
    }

    /// <summary>Whether a format has a number of more than three digits.</summary>
    internal static bool IsTooWide(string format)
    {
        var digits = 0;
        foreach (var c in format)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > 3 && c != '0') return true;
            if (digits > 6) return true;
        }

        return false;
    }

    private static void Count(int length)
    {
        Meter.CheckLength(length);
        if (length >= Long) Meter.ChargeBytes(2L * length);
        Meter.Charge(length >> 6);
    }
}
