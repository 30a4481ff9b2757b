using System.ComponentModel;
using System.Text;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>The calls that make one text of many: counted while it grows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredJoin
{
    /// <summary><see cref="string.Join(string, IEnumerable{string})"/>.</summary>
    public static string StringJoin<T>(string? separator, IEnumerable<T> values)
    {
        var text = new StringBuilder();
        var first = true;
        foreach (var value in values)
        {
            if (!first) Append(text, separator);
            first = false;
            Append(text, value as string ?? value?.ToString());
        }

        return text.ToString();
    }

    /// <summary><see cref="string.Join(string, string[])"/>.</summary>
    public static string StringJoin(string? separator, params string?[] values) => StringJoin<string?>(separator, values);

    /// <summary><see cref="string.Join(string, object[])"/>.</summary>
    public static string StringJoin(string? separator, params object?[] values) => StringJoin<object?>(separator, values);

    /// <summary><see cref="string.Join(char, string[])"/>.</summary>
    public static string StringJoin<T>(char separator, IEnumerable<T> values) => StringJoin(separator.ToString(), values);

    /// <summary><see cref="string.Join(char, string[])"/>.</summary>
    public static string StringJoin(char separator, params string?[] values) => StringJoin<string?>(separator.ToString(), values);

    /// <summary><see cref="string.Join(char, object[])"/>.</summary>
    public static string StringJoin(char separator, params object?[] values) => StringJoin<object?>(separator.ToString(), values);

    /// <summary><see cref="string.Concat(IEnumerable{string})"/>.</summary>
    public static string StringConcat<T>(IEnumerable<T> values) => StringJoin(null, values);

    /// <summary><see cref="string.Concat(string[])"/>.</summary>
    public static string StringConcat(params string?[] values) => StringJoin<string?>(null, values);

    /// <summary><see cref="string.Concat(object[])"/>.</summary>
    public static string StringConcat(params object?[] values) => StringJoin<object?>(null, values);

    /// <summary><see cref="string.Format(string, object[])"/>.</summary>
    public static string StringFormat(string format, params object?[] values) => StringFormat(null, format, values);

    /// <summary><see cref="string.Format(IFormatProvider, string, object[])"/>.</summary>
    public static string StringFormat(IFormatProvider? provider, string format, params object?[] values)
    {
        // Each value is made a text once, so that its length is known however often the format has it.
        var texts = values.Select(value => value is IFormattable ? value : value?.ToString()).ToArray();
        Meter.CheckLength(format.MeteredFormat().Count(c => c == '{') * texts.Select(text => (text as string)?.Length ?? 0L).DefaultIfEmpty().Max());
        return string.Format(provider, format, texts).Metered();
    }

    private static void Append(StringBuilder text, string? piece)
    {
        if (piece is null) return;
        Meter.Charge(1);
        Meter.CheckLength((long)text.Length + piece.Length);
        text.Append(piece.Metered());
    }
}
