using System.Globalization;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Language.Text;
using DocScript.Language.Tree;

namespace DocScript.Engine.Json.Reading;

/// <summary>Numbers of JSON as numbers of the language and back, without loss.</summary>
internal static class JsonNumber
{
    /// <summary>An integer where it is written without point and exponent and has 64 bits, else a decimal; null where a decimal would round it.</summary>
    public static Expression? Read(string number, Span span)
    {
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return new IntegerLiteral(integer) { Span = span };
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return null;
        return Worth(number) == Worth(value.ToString(CultureInfo.InvariantCulture)) ? new DecimalLiteral(value) { Span = span } : null;
    }

    /// <summary>Writes a decimal such that it is read back as one. A whole number beyond 64 bits can be nothing else, so it needs no point, and other readers keep all its digits.</summary>
    public static void Write(Utf8JsonWriter json, decimal number)
    {
        var isWhole = number == decimal.Truncate(number);
        if (isWhole && (number < long.MinValue || number > long.MaxValue)) json.WriteNumberValue(decimal.Truncate(number));
        else ValueJson.Write(json, new DecimalValue(number));
    }

    /// <summary>The digits without zeros around them, and the power of ten of the last one.</summary>
    private static (string Digits, long Power) Worth(string number)
    {
        var exponentAt = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (exponentAt < 0 ? number : number[..exponentAt]).TrimStart('-');
        var power = 0L;
        if (exponentAt >= 0 && !long.TryParse(number.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power)) power = long.MinValue / 2;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0) power -= mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        return trimmed.Length == 0 ? ("", 0) : (trimmed, power + digits.Length - trimmed.Length);
    }
}
