using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Functions;

/// <summary>Functions on numbers and dates.</summary>
internal static class NumberFunctions
{
    public static readonly Function[] All =
    [
        new("number", "number(text)", 1, 1, "The number that a text says.", "print number(\"1.5\") + 1") { Body = Number },
        new("round", "round(number[, digits])", 1, 2, "The number rounded, halves away from zero; without digits an integer.", "print round(2.5)") { Body = Round },
        new("now", "now()", 0, 0, "The script's one instant.", "print now()") { Body = call => new DateValue(call.Evaluator.State.Instant) },
        new("date", "date(text)", 1, 1, "The date that a text says in ISO 8601; without offset it is UTC.", "print date(\"2026-01-02\")") { Body = Date },
    ];

    private static Value Number(FunctionCall call) => call[0] switch
    {
        NullValue => Value.Null,
        NumberValue number => number,
        TextValue { Text: var text } when long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var integer) => new IntegerValue(integer),
        TextValue { Text: var text } when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) => new DecimalValue(number),
        TextValue => throw call.Fault(EngineCodes.BadConversion, $"{call[0]} is no number", 0, "a number is written as 42 or 1.5"),
        _ => throw call.Wrong(0, "text"),
    };

    private static Value Round(FunctionCall call)
    {
        if (call.IsNull(0)) return Value.Null;
        if (call[0] is not NumberValue number) throw call.Wrong(0, "a number");
        var digits = call.Count == 2 ? call.Whole(1) : 0;
        if (digits is < 0 or > 28) throw call.Wrong(1, "an integer from 0 to 28");
        if (number is IntegerValue) return number;
        var rounded = Math.Round(number.AsDecimal, digits, MidpointRounding.AwayFromZero);
        return digits == 0 && rounded is >= long.MinValue and <= long.MaxValue ? new IntegerValue((long)rounded) : new DecimalValue(rounded);
    }

    private static Value Date(FunctionCall call) => call[0] switch
    {
        NullValue => Value.Null,
        DateValue date => date,
        TextValue { Text: var text } when DateValue.TryParse(text, out var read) => read,
        TextValue => throw call.Fault(EngineCodes.BadConversion, $"{call[0]} is no date", 0, "a date is written as \"2026-01-02\" or \"2026-01-02T03:04:05Z\""),
        _ => throw call.Wrong(0, "text"),
    };
}
