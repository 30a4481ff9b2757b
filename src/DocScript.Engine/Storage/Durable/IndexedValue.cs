using System.Globalization;
using DocScript.Documents.Values;

namespace DocScript.Engine.Storage.Durable;

/// <summary>A metadata value as the index holds it: equal values have equal forms. Long texts share the form of their start; whoever reads compares again.</summary>
internal static class IndexedValue
{
    private const int Longest = 256;

    // Dividing by a one of full scale takes the zeros off the end, so that 1.50 and 1.5 have one form.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The form, or null for what is not in the index: null, lists, objects, dates (which many texts are equal to).</summary>
    public static string? Of(Value? value) => value switch
    {
        TextValue text => "t" + (text.Text.Length <= Longest ? text.Text : text.Text[..Longest]),
        NumberValue number => "n" + (number.AsDecimal / One).ToString(CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Boolean ? "b1" : "b0",
        _ => null,
    };
}
