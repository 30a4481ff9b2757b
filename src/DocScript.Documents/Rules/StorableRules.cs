using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for what a document can keep at all, whatever the design says.</summary>
public static partial class Rules
{
    /// <summary>The value is made of what documents keep: no document or component in it, and every text in it is Unicode.</summary>
    private static Violation? Storable(Value value, string what) => Unkept(value, what) is { } wrong ? wrong with { Part = EditPart.Value } : null;

    private static Violation? Unkept(Value value, string what) => value switch
    {
        NullValue or BooleanValue or NumberValue or DateValue => null,
        TextValue text => IsUnicode(text.Text, what),
        ListValue list => list.Items.Select(item => Unkept(item, what)).FirstOrDefault(wrong => wrong is not null),
        ObjectValue members => members.Entries
            .Select(entry => IsUnicode(entry.Key, what) ?? Unkept(entry.Value, what))
            .FirstOrDefault(wrong => wrong is not null),
        _ => new Violation(RuleSet.Storable, $"{what} can't keep {Describe(value)}", Help: "store its id or another of its properties"),
    };

    private static Violation? IsUnicode(string text, string what)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else return new Violation(RuleSet.Storable, $"{what} can't keep half a character", Help: "the text was cut within a surrogate pair: cut it elsewhere");
        }

        return null;
    }

    /// <summary>The value as it is stored: dates in it, at whatever depth, are ISO 8601 text.</summary>
    private static Value Stored(Value value) => HasDate(value) ? WithTextForDates(value) : value;

    private static bool HasDate(Value value) => value switch
    {
        DateValue => true,
        ListValue list => list.Items.Any(HasDate),
        ObjectValue members => members.Entries.Any(entry => HasDate(entry.Value)),
        _ => false,
    };

    private static Value WithTextForDates(Value value) => value switch
    {
        DateValue date => new TextValue(DateValue.ToIso(date.Instant)),
        ListValue list => new ListValue([.. list.Items.Select(WithTextForDates)]),
        ObjectValue members => ObjectValue.Of(members.Entries.Select(entry => KeyValuePair.Create(entry.Key, WithTextForDates(entry.Value)))),
        _ => value,
    };
}
