using System.Globalization;
using System.Text;

namespace DocScript.Documents.Values;

/// <summary>Values as the language writes them, for messages: cut short, so that a message stays one.</summary>
internal static class ValueText
{
    private const int Longest = 60;

    public static string Show(Value value)
    {
        var text = new StringBuilder();
        Append(text, value);
        if (text.Length <= Longest) return text.ToString();
        var cut = char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1;
        return text.ToString(0, cut) + "…";
    }

    private static void Append(StringBuilder text, Value value)
    {
        if (text.Length > Longest) return;
        switch (value)
        {
            case NullValue: text.Append("null"); break;
            case BooleanValue boolean: text.Append(boolean.Boolean ? "true" : "false"); break;
            case IntegerValue integer: text.Append(integer.Integer.ToString(CultureInfo.InvariantCulture)); break;
            case NumberValue number: text.Append(number.AsDecimal.ToString(CultureInfo.InvariantCulture)); break;
            case DateValue date: text.Append(DateValue.ToIso(date.Instant)); break;
            case TextValue plain: AppendQuoted(text, plain.Text); break;
            case ListValue list: AppendAll(text, '[', list.Items, Append, ']'); break;
            case ObjectValue members: AppendAll(text, '{', members.Entries, AppendEntry, '}'); break;
            default: text.Append(value.KindName); break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, IEnumerable<T> items, Action<StringBuilder, T> append, char close)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (text.Length > Longest) return;
            if (!first) text.Append(", ");
            first = false;
            append(text, item);
        }

        text.Append(close);
    }

    private static void AppendEntry(StringBuilder text, KeyValuePair<string, Value> entry)
    {
        if (IsName(entry.Key)) text.Append(entry.Key);
        else AppendQuoted(text, entry.Key);
        text.Append(": ");
        Append(text, entry.Value);
    }

    private static bool IsName(string key) =>
        key.Length > 0 && (char.IsLetter(key[0]) || key[0] == '_') && key.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');

    private static void AppendQuoted(StringBuilder text, string plain)
    {
        text.Append('"');
        foreach (var letter in plain.Length > Longest ? plain.AsSpan(0, Longest) : plain)
        {
            var escaped = letter switch { '\n' => 'n', '\t' => 't', '\r' => 'r', '"' or '\\' or '$' => letter, _ => '\0' };
            if (escaped != '\0') text.Append('\\').Append(escaped);
            else text.Append(letter);
        }

        text.Append('"');
    }
}
