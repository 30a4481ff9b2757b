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
        if (values is string[] { Length: < 16 } few && Meter.Entered()) return string.Join(separator, few).Metered();
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

    private static void Append(StringBuilder text, string? piece)
    {
        if (piece is null) return;
        Meter.Charge(1);
        Meter.CheckLength((long)text.Length + piece.Length);
        text.Append(piece.Metered());
    }
}
