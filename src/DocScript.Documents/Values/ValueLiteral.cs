using System.Globalization;
using System.Text;

namespace DocScript.Documents.Values;

/// <summary>Values as literals of the language, on one line: texts in quotes, line ends and control characters escaped.</summary>
public static class ValueLiteral
{
    /// <summary>How many characters of a long value are shown.</summary>
    public const int Longest = 60;

    /// <summary>The whole value.</summary>
    public static string Of(Value? value)
    {
        var text = new StringBuilder();
        Append(text, value, int.MaxValue);
        return text.ToString();
    }

    /// <summary>The value cut at <paramref name="longest"/> characters, with <c>…</c> where something is left out.</summary>
    public static string Short(Value? value, int longest = Longest)
    {
        if (value is TextValue text) return Quoted(text.Text, longest);
        var whole = new StringBuilder();
        Append(whole, value, longest);
        return whole.Length <= longest ? whole.ToString() : Cut(whole.ToString(), longest) + "…";
    }

    /// <summary>Text in quotes, cut at <paramref name="longest"/> characters.</summary>
    public static string Quoted(string text, int longest = int.MaxValue) =>
        text.Length <= longest ? "\"" + Escaped(text) + "\"" : "\"" + Escaped(Cut(text, longest)) + "…\"";

    /// <summary>Text as it stands between quotes.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // What a script would read as an interpolation.
            if (rune.Value == '{' && escaped.Length > 0 && escaped[^1] == '$') escaped.Insert(escaped.Length - 1, '\\');
            if (Escape(rune) is { } escape) escaped.Append(escape);
            else escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    /// <summary>Text as it is but for line ends and control characters, as in a comment.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) line.Append(rune.Value is '"' or '\\' ? rune.ToString() : Escape(rune) ?? rune.ToString());
        return line.ToString();
    }

    private static string? Escape(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '"' => "\\\"",
        '\\' => "\\\\",
        // The joiner of emoji sequences is harmless and common.
        0x200D => null,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}")
            : null,
    };

    // A value much longer than what is shown is not written out first.
    private static void Append(StringBuilder to, Value? value, int longest)
    {
        if (to.Length > longest) return;
        switch (value)
        {
            case TextValue text:
                to.Append(longest == int.MaxValue ? Quoted(text.Text) : Quoted(text.Text, longest));
                break;
            case BooleanValue boolean:
                to.Append(boolean.Boolean ? "true" : "false");
                break;
            case IntegerValue integer:
                to.Append(integer.Integer.ToString(CultureInfo.InvariantCulture));
                break;
            case DecimalValue number:
                to.Append(number.Decimal.ToString(CultureInfo.InvariantCulture));

                // Without a point it would be read as an integer, which holds less.
                if (number.Decimal.Scale == 0) to.Append(".0");
                break;
            case DateValue date:
                to.Append(DateValue.ToShortIso(date.Instant));
                break;
            case ListValue list:
                to.Append('[');
                for (var i = 0; i < list.Items.Length && to.Length <= longest; i++)
                {
                    if (i > 0) to.Append(", ");
                    Append(to, list.Items[i], longest);
                }

                to.Append(']');
                break;
            case ObjectValue entries:
                to.Append('{');
                for (var i = 0; i < entries.Entries.Count && to.Length <= longest; i++)
                {
                    if (i > 0) to.Append(", ");
                    to.Append(IsName(entries.Entries[i].Key) ? entries.Entries[i].Key : Quoted(entries.Entries[i].Key)).Append(": ");
                    Append(to, entries.Entries[i].Value, longest);
                }

                to.Append('}');
                break;
            case null or NullValue:
                to.Append("null");
                break;
            default:
                to.Append(value.KindName);
                break;
        }
    }

    // What the language reads as a name, so that a key needs no quotes.
    private static bool IsName(string key)
    {
        var isFirst = true;
        foreach (var rune in key.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && rune.Value != '_' && (isFirst || !(rune.Value == '-' || (rune.IsAscii && Rune.IsDigit(rune))))) return false;
            isFirst = false;
        }

        return !isFirst;
    }

    private static string Cut(string text, int longest)
    {
        var at = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..at];
    }
}
