using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>Values as JSON and back. Numbers keep integer or decimal; dates are ISO 8601 text.</summary>
public static class ValueJson
{
    /// <summary>How deep JSON may lie: whole documents, a component in a container in a component … with values in them.</summary>
    public const int MaxDepth = 1000;

    /// <summary>How everything of ours is read.</summary>
    public static JsonDocumentOptions ReadOptions { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>How everything of ours is written for storage: without white space, letters as they are.</summary>
    public static JsonWriterOptions WriteOptions { get; } =
        new() { MaxDepth = MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a value.</summary>
    /// <exception cref="InvalidOperationException">A value that can't be stored, such as a reference to a document.</exception>
    public static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case NullValue: writer.WriteNullValue(); break;
            case BooleanValue boolean: writer.WriteBooleanValue(boolean.Boolean); break;
            case IntegerValue integer: writer.WriteNumberValue(integer.Integer); break;
            case DecimalValue number: WriteDecimal(writer, number.Decimal); break;
            case TextValue text: writer.WriteStringValue(text.Text); break;
            case DateValue date: writer.WriteStringValue(DateValue.ToIso(date.Instant)); break;
            case ListValue list:
                writer.WriteStartArray();
                foreach (var item in list.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectValue members:
                writer.WriteStartObject();
                WriteMembers(writer, members);
                writer.WriteEndObject();
                break;
            default: throw new InvalidOperationException($"a {value.KindName} can't be stored");
        }
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">A number beyond decimal, a duplicate key, text that is not Unicode, or lists and objects deeper than <see cref="Value.MaxDepth"/>.</exception>
    public static Value Read(JsonElement element) => ReadWhole(element, null);

    /// <summary>Reads an object.</summary>
    /// <exception cref="FormatException">Not an object, or what <see cref="Read"/> throws it for.</exception>
    /// <param name="names">Where keys are kept that others have too, or null.</param>
    public static ObjectValue ReadObject(JsonElement element, SharedNames? names = null) =>
        ReadWhole(element, names) as ObjectValue ?? throw new FormatException($"expected an object, not {JsonFields.Kind(element)}");

    /// <summary>Reads a value from text.</summary>
    /// <exception cref="FormatException">Not JSON, or what <see cref="Read"/> throws it for.</exception>
    public static Value Parse(string json) => JsonFields.Parse(json, Read);

    internal static void WriteMembers(Utf8JsonWriter writer, ObjectValue members)
    {
        foreach (var (key, value) in members.Entries)
        {
            writer.WritePropertyName(key);
            Write(writer, value);
        }
    }

    // A decimal without digits after the point would come back as an integer.
    private static void WriteDecimal(Utf8JsonWriter writer, decimal number)
    {
        if (number.Scale == 0 && number >= long.MinValue && number <= long.MaxValue)
            writer.WriteRawValue(number.ToString("0.0", CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteNumberValue(number);
    }

    private static Value ReadWhole(JsonElement element, SharedNames? names)
    {
        try
        {
            return ReadAny(element, names);
        }
        catch (ValueTooDeepException deep)
        {
            throw new FormatException(deep.Message, deep);
        }
    }

    private static Value ReadAny(JsonElement element, SharedNames? names) => element.ValueKind switch
    {
        JsonValueKind.Null => Value.Null,
        JsonValueKind.True => new BooleanValue(true),
        JsonValueKind.False => new BooleanValue(false),
        JsonValueKind.String => names?.Value(element) ?? new TextValue(JsonFields.Text(element)),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.Array => ReadList(element, names),
        JsonValueKind.Object => ReadMembers(element, names),
        _ => throw new FormatException("expected a value"),
    };

    private static NumberValue ReadNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var integer)) return new IntegerValue(integer);
        if (element.TryGetDecimal(out var number)) return new DecimalValue(number);
        throw new FormatException($"the number {element.GetRawText()} is beyond a decimal");
    }

    private static ListValue ReadList(JsonElement element, SharedNames? names)
    {
        var items = ImmutableArray.CreateBuilder<Value>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray()) items.Add(ReadAny(item, names));
        return new ListValue(items.MoveToImmutable());
    }

    private static ObjectValue ReadMembers(JsonElement element, SharedNames? names)
    {
        var entries = new KeyValuePair<string, Value>[element.GetPropertyCount()];
        var count = 0;
        foreach (var property in element.EnumerateObject())
            entries[count++] = KeyValuePair.Create(names?.Name(property) ?? JsonFields.Name(property), ReadAny(property.Value, names));
        return ObjectValue.OfDistinct(entries) ?? throw new FormatException($"key '{FirstTwice(entries)}' occurs twice");
    }

    private static string FirstTwice(KeyValuePair<string, Value>[] entries) =>
        entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).First(group => group.Skip(1).Any()).Key;
}
