using System.Collections;
using DocScript.Documents.Values;
using DocScript.Hooks.Contract;

namespace DocScript.Hooks.Values;

/// <summary>Values of the language as plain values of .NET, and back.</summary>
internal static class ClrValues
{
    private const int MostLevels = 64;

    /// <summary>Text, <c>long</c>, <c>decimal</c>, <c>bool</c>, <c>DateTimeOffset</c>, <c>IReadOnlyList&lt;object?&gt;</c>, <c>IReadOnlyDictionary&lt;string, object?&gt;</c> or null.</summary>
    public static object? FromValue(Value value) => value switch
    {
        NullValue => null,
        TextValue text => text.Text,
        IntegerValue number => number.Integer,
        DecimalValue number => number.Decimal,
        BooleanValue boolean => boolean.Boolean,
        DateValue date => date.Instant,
        ListValue list => list.Items.Select(FromValue).ToArray(),
        ObjectValue entries => FromObject(entries),
        _ => throw new Refusal($"a {value.KindName} can't be handed to C# here"),
    };

    /// <summary>The entries as a dictionary.</summary>
    public static IReadOnlyDictionary<string, object?> FromObject(ObjectValue entries) =>
        entries.Entries.ToDictionary(entry => entry.Key, entry => FromValue(entry.Value), StringComparer.Ordinal);

    /// <summary>The value, null for null.</summary>
    public static Value? ToValueOrNull(object? value) => value is null ? null : ToValue(value);

    /// <summary>The entries; none for null.</summary>
    public static ObjectValue ToObject(IReadOnlyDictionary<string, object?>? entries) =>
        entries is null ? ObjectValue.Empty : ObjectValue.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, ToValue(entry.Value))));

    /// <summary>The value of what C# gives.</summary>
    /// <exception cref="Refusal">The language has no such value.</exception>
    public static Value ToValue(object? value) => ToValue(value, 0);

    private static Value ToValue(object? value, int level) => value switch
    {
        _ when level > MostLevels => throw new Refusal($"a value has more than {MostLevels} levels"),
        null => Value.Null,
        Value already => already,
        string text => new TextValue(text),
        char character => new TextValue(character.ToString()),
        bool boolean => new BooleanValue(boolean),
        int or long or short or byte or sbyte or ushort or uint => new IntegerValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        decimal number => new DecimalValue(number),
        double or float => ToDecimal(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
        DateTimeOffset instant => new DateValue(instant),
        DateTime time => new DateValue(new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
        DateOnly day => new DateValue(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)),
        Enum name => new TextValue(name.ToString()),
        DocumentView document => new Engine.Evaluation.DocumentReference(document.Id),
        Component component => new Engine.Evaluation.ComponentReference(component.Document.Id, component.Id),
        IDictionary entries => ObjectValue.Of(Entries(entries, level)),
        IReadOnlyDictionary<string, object?> entries => ObjectValue.Of(entries.Select(entry => KeyValuePair.Create(entry.Key, ToValue(entry.Value, level + 1)))),
        IEnumerable items => new ListValue([.. items.Cast<object?>().Select(item => ToValue(item, level + 1))]),
        _ => throw new Refusal($"the language has no value for a {value.GetType().Name}", "give text, a number, a bool, a DateTimeOffset, a list or a dictionary of these"),
    };

    private static IEnumerable<KeyValuePair<string, Value>> Entries(IDictionary entries, int level)
    {
        foreach (DictionaryEntry entry in entries)
            yield return KeyValuePair.Create(entry.Key as string ?? throw new Refusal("the keys of an object are texts"), ToValue(entry.Value, level + 1));
    }

    private static DecimalValue ToDecimal(double number)
    {
        try
        {
            return new DecimalValue((decimal)number);
        }
        catch (OverflowException)
        {
            throw new Refusal($"{number.ToString(System.Globalization.CultureInfo.InvariantCulture)} is no number of the language");
        }
    }
}
