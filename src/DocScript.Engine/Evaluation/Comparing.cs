using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>The language's comparisons (language.md section 3).</summary>
internal static class Comparing
{
    /// <summary>Deep equality; text against a date is read as ISO 8601.</summary>
    public static bool AreEqual(Value left, Value right) => (left, right) switch
    {
        (DateValue date, TextValue text) => DateValue.TryParse(text.Text, out var other) && other.Instant == date.Instant,
        (TextValue, DateValue) => AreEqual(right, left),
        _ => left.Equals(right),
    };

    /// <summary>Less than 0, 0 or more than 0; null where the two can't be ordered.</summary>
    public static int? Order(Value left, Value right) => (left, right) switch
    {
        (IntegerValue a, IntegerValue b) => a.Integer.CompareTo(b.Integer),
        (NumberValue a, NumberValue b) => a.AsDecimal.CompareTo(b.AsDecimal),
        (TextValue a, TextValue b) => string.CompareOrdinal(a.Text, b.Text),
        (DateValue a, DateValue b) => a.Instant.CompareTo(b.Instant),
        (DateValue a, TextValue b) => DateValue.TryParse(b.Text, out var date) ? a.Instant.CompareTo(date.Instant) : null,
        (TextValue a, DateValue b) => DateValue.TryParse(a.Text, out var date) ? date.Instant.CompareTo(b.Instant) : null,
        (BooleanValue a, BooleanValue b) => a.Boolean.CompareTo(b.Boolean),
        _ => null,
    };
}
