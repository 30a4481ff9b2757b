using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>What a stored value must look like: small predicates that <see cref="MetadataPlugins"/> and directives put together.</summary>
internal static class Shape
{
    public static bool Any(Value value) => true;

    public static bool Text(Value value) => value is TextValue;

    public static bool Integer(Value value) => value is IntegerValue;

    public static bool Number(Value value) => value is NumberValue;

    public static bool Boolean(Value value) => value is BooleanValue;

    public static bool AnyObject(Value value) => value is ObjectValue;

    public static bool AnyList(Value value) => value is ListValue;

    public static bool Date(Value value) => value is TextValue text && DateValue.TryParse(text.Text, out _);

    public static bool Color(Value value) =>
        value is TextValue { Text: ['#', .. var digits] } && digits.Length is 3 or 4 or 6 or 8 && digits.All(char.IsAsciiHexDigit);

    public static bool Id(Value value) => value is TextValue or IntegerValue;

    public static Func<Value, bool> OneOf(params string[] texts) =>
        value => value is TextValue text && texts.Contains(text.Text, StringComparer.Ordinal);

    public static Func<Value, bool> ListOf(Func<Value, bool> item) => value => value is ListValue list && list.Items.All(item);

    /// <summary>An object whose every member looks right, whatever its name.</summary>
    public static Func<Value, bool> MapOf(Func<Value, bool> member) => value => value is ObjectValue map && map.Entries.All(entry => member(entry.Value));

    public static Func<Value, bool> Both(Func<Value, bool> left, Func<Value, bool> right) => value => left(value) && right(value);

    public static Func<Value, bool> Either(Func<Value, bool> left, Func<Value, bool> right) => value => left(value) || right(value);

    /// <summary>An object in which these members, where they are there and not null, look right; one whose name ends with <c>!</c> must be there. It has no others.</summary>
    public static Func<Value, bool> Object(params (string Name, Func<Value, bool> Looks)[] members)
    {
        var open = Open(members);
        var names = members.Select(member => member.Name.TrimEnd('!')).ToHashSet(StringComparer.Ordinal);
        return value => open(value) && ((ObjectValue)value).Entries.All(entry => names.Contains(entry.Key));
    }

    /// <summary>The same, with any others.</summary>
    public static Func<Value, bool> Open(params (string Name, Func<Value, bool> Looks)[] members)
    {
        var rules = members.Select(member => (Name: member.Name.TrimEnd('!'), Required: member.Name.EndsWith('!'), member.Looks)).ToArray();
        return value => value is ObjectValue holder && rules.All(rule => holder.Find(rule.Name) switch
        {
            null or NullValue => !rule.Required,
            var member => rule.Looks(member),
        });
    }

    /// <summary>An object that has at least one of these members.</summary>
    public static Func<Value, bool> HasOneOf(params string[] names) =>
        value => value is ObjectValue holder && names.Any(name => holder.Find(name) is not null and not NullValue);
}
