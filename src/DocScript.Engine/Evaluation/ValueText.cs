using System.Globalization;
using System.Text;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>A value as text, as <c>print</c> and interpolation show it: text as it is, null as nothing, dates in ISO 8601, lists and objects as JSON.</summary>
internal static class ValueText
{
    public static string Of(Value value) => value switch
    {
        TextValue text => text.Text,
        NullValue => "",
        BooleanValue boolean => boolean.Boolean ? "true" : "false",
        IntegerValue integer => integer.Integer.ToString(CultureInfo.InvariantCulture),
        DecimalValue number => number.Decimal.ToString(CultureInfo.InvariantCulture),
        DateValue date => Date(date.Instant),
        DocumentReference document => document.Id.ToString(CultureInfo.InvariantCulture),
        ComponentReference component => component.Id,
        ListValue or ObjectValue => Json(value),
        _ => value.KindName,
    };

    public static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(instant.Millisecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The value as one line of JSON, for messages and lists.</summary>
    public static string Json(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ValueJson.Write(writer, Written(value, references: true));
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The value with dates as text, as documents store it. References to documents and components stay, for the rules to refuse.</summary>
    public static Value Storable(Value value) => Written(value, references: false);

    private static Value Written(Value value, bool references) => value switch
    {
        ListValue list => new ListValue([.. list.Items.Select(item => Written(item, references))]),
        ObjectValue entries => ObjectValue.Of(entries.Entries.Select(entry => KeyValuePair.Create(entry.Key, Written(entry.Value, references)))),
        DateValue date => new TextValue(DateValue.ToIso(date.Instant)),
        DocumentReference or ComponentReference when references => new TextValue(Of(value)),
        _ => value,
    };

    /// <summary>The value shortened for a message: text in quotes, everything at most 60 characters.</summary>
    public static string Short(Value? value)
    {
        var text = value switch { null => "unset", NullValue => "null", TextValue or ListValue or ObjectValue => Json(value), _ => Of(value) };
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "…", text[^1] is '"' or ']' or '}' ? text[^1..] : "");
    }
}
