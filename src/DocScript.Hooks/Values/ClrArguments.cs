using System.Collections;
using DocScript.Documents.Values;

namespace DocScript.Hooks.Values;

/// <summary>Makes an argument for a parameter of C# of a value of the language.</summary>
internal static class ClrArguments
{
    /// <summary>Whether a value fits a type, and what it becomes; null fits where <paramref name="isNullable"/> says so.</summary>
    public static bool TryConvert(Value value, Type type, bool isNullable, out object? argument)
    {
        if (value is NullValue)
        {
            argument = null;
            return isNullable;
        }

        argument = Convert(value, Nullable.GetUnderlyingType(type) ?? type);
        return argument is not null;
    }

    private static object? Convert(Value value, Type type) => value switch
    {
        _ when type == typeof(object) => ClrValues.FromValue(value),
        TextValue text when type == typeof(string) => text.Text,
        TextValue text when type == typeof(DateTimeOffset) => DateValue.TryParse(text.Text, out var date) ? date.Instant : null,
        DateValue date when type == typeof(DateTimeOffset) => date.Instant,
        BooleanValue boolean when type == typeof(bool) => boolean.Boolean,
        IntegerValue number when type == typeof(long) => number.Integer,
        IntegerValue number when type == typeof(int) => number.Integer is >= int.MinValue and <= int.MaxValue ? (int)number.Integer : null,
        NumberValue number when type == typeof(decimal) => number.AsDecimal,
        NumberValue number when type == typeof(double) => (double)number.AsDecimal,
        ListValue list when ElementOf(type) is { } element => List(list, element),
        ObjectValue entries when type.IsAssignableFrom(typeof(IReadOnlyDictionary<string, object?>)) => ClrValues.FromObject(entries),
        _ => null,
    };

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericArguments() is [var element] ? element : null;

    private static Array? List(ListValue list, Type element)
    {
        var items = Array.CreateInstance(element, list.Items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryConvert(list.Items[i], element, isNullable: element == typeof(object) || Nullable.GetUnderlyingType(element) is not null, out var item)) return null;
            ((IList)items)[i] = item;
        }

        return items;
    }
}
