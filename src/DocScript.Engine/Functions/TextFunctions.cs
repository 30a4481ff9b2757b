using System.Net;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Functions;

/// <summary>Functions on text; null in, null out.</summary>
internal static class TextFunctions
{
    public static readonly Function[] All =
    [
        new("upper", "upper(text)", 1, 1, "The text in capitals.", "print upper(\"abc\")") { Body = call => OnText(call, text => text.ToUpperInvariant()) },
        new("lower", "lower(text)", 1, 1, "The text in small letters.", "print lower(\"ABC\")") { Body = call => OnText(call, text => text.ToLowerInvariant()) },
        new("trim", "trim(text)", 1, 1, "The text without white space around it.", "print trim(\"  a \")") { Body = call => OnText(call, text => text.Trim()) },
        new("replace", "replace(text, old, new)", 3, 3, "The text with every 'old' replaced.", "print replace(\"a-b\", \"-\", \"+\")") { Body = Replace },
        new("split", "split(text, separator)", 2, 2, "The pieces of a text between separators.", "print split(\"a,b\", \",\")") { Body = Split },
        new("length", "length(text)", 1, 1, "How many characters (Unicode code points) a text has.", "print length(\"abc\")") { Body = call => call.IsNull(0) ? Value.Null : new IntegerValue(Runes(call.Text(0))) },
        new("text", "text(value)", 1, 1, "The text of markup without its tags, or any other value as text.", "print text(\"<b>a</b> &amp; b\")") { Body = call => call[0] is TextValue text ? call.Checked(Markup.ToText(text.Text)) : call.Checked(ValueText.Of(call[0])) },
        new("html", "html(text)", 1, 1, "The text escaped, so that it can stand in markup.", "print html(\"a < b\")") { Body = call => call.IsNull(0) ? Value.Null : call.Checked(WebUtility.HtmlEncode(ValueText.Of(call[0]))) },
        new("format", "format(value, pattern)", 2, 2, "A date or number in a .NET format pattern, culture-neutral, dates in UTC.", "print format(date(\"2026-01-02\"), \"d MMMM yyyy\")") { Body = Format },
    ];

    private static Value OnText(FunctionCall call, Func<string, string> function) => call.IsNull(0) ? Value.Null : call.Checked(function(call.Text(0)));

    private static Value Replace(FunctionCall call)
    {
        if (call.IsNull(0)) return Value.Null;
        var (text, old, with) = (call.Text(0), call.Text(1), call.Text(2));
        if (old.Length == 0) throw call.Wrong(1, "a text that is not empty");
        if (with.Length > old.Length) call.Evaluator.Sizes.CheckLength(LengthAfter(text, old, with), call.Span);
        return new TextValue(text.Replace(old, with, StringComparison.Ordinal));
    }

    private static long LengthAfter(string text, string old, string with)
    {
        long found = 0;
        for (var at = text.IndexOf(old, StringComparison.Ordinal); at >= 0; at = text.IndexOf(old, at + old.Length, StringComparison.Ordinal)) found++;
        return text.Length + (found * (with.Length - old.Length));
    }

    private static Value Split(FunctionCall call)
    {
        if (call.IsNull(0)) return Value.Null;
        var separator = call.Text(1);
        return separator.Length == 0
            ? throw call.Wrong(1, "a text that is not empty")
            : call.Checked(new ListValue([.. call.Text(0).Split(separator, StringSplitOptions.None).Select(piece => new TextValue(piece))]));
    }

    private static Value Format(FunctionCall call)
    {
        if (call.IsNull(0)) return Value.Null;
        var pattern = call.Text(1);
        if (pattern.Length > 100) throw call.Wrong(1, "a pattern of at most 100 characters");
        try
        {
            var culture = System.Globalization.CultureInfo.InvariantCulture;
            return call[0] switch
            {
                DateValue day => new TextValue(day.Instant.UtcDateTime.ToString(pattern, culture)),
                IntegerValue integer => call.Checked(integer.Integer.ToString(pattern, culture)),
                DecimalValue number => call.Checked(number.Decimal.ToString(pattern, culture)),
                TextValue text when DateValue.TryParse(text.Text, out var date) => new TextValue(date.Instant.UtcDateTime.ToString(pattern, culture)),
                _ => throw call.Wrong(0, "a date or a number"),
            };
        }
        catch (FormatException)
        {
            throw call.Fault(EngineCodes.BadConversion, $"'{pattern}' is no format pattern", 1, "for example \"d MMMM yyyy\" for a date, \"0.00\" for a number");
        }
    }

    private static int Runes(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
