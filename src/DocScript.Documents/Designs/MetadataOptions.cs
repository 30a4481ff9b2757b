using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>The options that a design gives a property: <c>dataProvider: {items: [{label, value, isDefault?}]}</c>.</summary>
internal static class MetadataOptions
{
    /// <summary>The values, or null where the design lists none. <c>isDefault</c> is what an editor fills a form with; a script gets <c>defaultMetadata</c> only.</summary>
    /// <exception cref="FormatException">Not of this form, or a value that the property can't store.</exception>
    public static IReadOnlyList<Value>? Read(PropertyConfiguration configuration, Func<Value, bool> fits, string kind)
    {
        switch (configuration.Find("dataProvider"))
        {
            case null:
                return null;
            case ObjectValue provider:
                return provider.Find("items") switch
                {
                    null or NullValue => null,
                    ListValue { Items: var items } => [.. items.Select((item, index) => Option(item, index, fits, kind))],
                    var other => throw PropertyConfiguration.Wrong("dataProvider.items", "a list", other),
                };
            case var other:
                throw PropertyConfiguration.Wrong("dataProvider", "an object", other);
        }
    }

    private static Value Option(Value item, int index, Func<Value, bool> fits, string kind)
    {
        var place = FormattableString.Invariant($"dataProvider.items[{index}]");
        if (item is not ObjectValue option) throw PropertyConfiguration.Wrong(place, "an object {label, value}", item);
        if (option.Find("isDefault") is { } flag and not (BooleanValue or NullValue)) throw PropertyConfiguration.Wrong($"{place}.isDefault", "true or false", flag);
        return option.Find("value") is { } value && fits(value)
            ? value
            : throw PropertyConfiguration.Wrong($"{place}.value", kind, option.Find("value") ?? Value.Null);
    }
}
