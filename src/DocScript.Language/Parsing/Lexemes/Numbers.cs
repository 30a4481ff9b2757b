using System.Globalization;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Language.Parsing;

/// <summary>Integers of 64 bits and decimals, with a minus sign directly before them.</summary>
internal static class Numbers
{
    /// <summary>Whether a number starts here.</summary>
    public static bool IsAt(Cursor cursor) => char.IsAsciiDigit(cursor.Current) || (cursor.Current == '-' && char.IsAsciiDigit(cursor.Peek(1)));

    /// <summary>The number that starts here.</summary>
    public static Expression Read(ref Cursor cursor)
    {
        var text = cursor.Source;
        var start = cursor.Position;
        var end = SkipDigits(text, start + 1);
        var isDecimal = end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        if (isDecimal) end = SkipDigits(text, end + 1);
        var digits = text.AsSpan(start, end - start);
        if (Names.LengthAt(text, end) is > 0 and var extra)
        {
            var span = Span.Between(start, end + extra);
            cursor.State.Report(
                SyntaxCodes.MalformedNumber, span, "the number has letters directly behind it",
                help: "a number is digits, or digits, a point and digits; a name starts with a letter, or stands in quotes");
            end += extra;
        }

        var number = isDecimal ? Decimal(cursor.State, digits, start) : Integer(cursor.State, digits, start);
        number.StandsAt(start, end);
        cursor.State.Height = 1;
        cursor = cursor.After(end);
        return number;
    }

    private static Expression Integer(ParseState state, ReadOnlySpan<char> digits, int start)
    {
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            state.Report(
                SyntaxCodes.NumberTooLarge, new(start, digits.Length), "the integer does not fit into 64 bits",
                help: "integers run from -9223372036854775808 to 9223372036854775807; with .0 behind it is a decimal, which holds 28 digits");
        return new IntegerLiteral(value);
    }

    private static Expression Decimal(ParseState state, ReadOnlySpan<char> digits, int start)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var fraction = digits.TrimEnd('0').Length - digits.IndexOf('.') - 1;
        // Parsing rounds what does not fit; a scale below the written one shows it. Zeros at the end are no loss.
        if (!decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var value) || value.Scale < fraction)
            state.Report(SyntaxCodes.NumberTooLarge, new(start, digits.Length), "the decimal has more digits than fit", help: "a decimal holds 28 digits, at most 28 of them behind the point");
        return new DecimalLiteral(value);
    }

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        return position;
    }
}
