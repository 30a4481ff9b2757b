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
        DateValue date => DateValue.ToShortIso(date.Instant),
        DocumentReference document => document.Id.ToString(CultureInfo.InvariantCulture),
        ComponentReference component => component.Id,
        ListValue or ObjectValue => Json(value),
        _ => value.KindName,
    };

    /// <summary>The value as one line of JSON.</summary>
    public static string Json(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            ValueJson.Write(writer, WithIdsForReferences(value));
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    // JSON knows no documents and components; dates it writes itself.
    private static Value WithIdsForReferences(Value value) => value switch
    {
        ListValue list => new ListValue([.. list.Items.Select(WithIdsForReferences)]),
        ObjectValue entries => ObjectValue.Of(entries.Entries.Select(entry => KeyValuePair.Create(entry.Key, WithIdsForReferences(entry.Value)))),
        DocumentReference or ComponentReference => new TextValue(Of(value)),
        _ => value,
    };
}
