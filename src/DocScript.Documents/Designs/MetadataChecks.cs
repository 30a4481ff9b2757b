using System.Text.RegularExpressions;
using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>The checks of <see cref="MetadataPlugins"/> on a value by itself; each passes over values that are not of its kind, which the storage type has refused.</summary>
internal static class MetadataChecks
{
    private static readonly Value[] UserNeedsItems =
        [.. "engage update educate perspective divert inspire connect help".Split(' ').Select(need => new TextValue(need))];

    /// <summary><c>minLength</c>, <c>maxLength</c>: in UTF-16 units, as JavaScript counts.</summary>
    public static ValueCheck? Length(PropertyConfiguration configuration) =>
        CountIn(configuration.Counts("minLength", "maxLength"), RuleSet.MetadataLength, "character", value => (value as TextValue)?.Text.Length);

    /// <summary><c>allowNewlines: false</c>; without it every text is fine.</summary>
    public static ValueCheck? OneLine(PropertyConfiguration configuration) => configuration.IsTrue("allowNewlines", otherwise: true)
        ? null
        : value => value is TextValue text && text.Text.AsSpan().IndexOfAny('\n', '\r') >= 0 ? new(RuleSet.MetadataOneLine, "has line ends and must be one line") : null;

    /// <summary><c>minValue</c>, <c>maxValue</c>.</summary>
    public static ValueCheck? Range(PropertyConfiguration configuration)
    {
        var bounds = configuration.Numbers("minValue", "maxValue");
        if (bounds.AreOpen) return null;
        return value => value is NumberValue number && bounds.Broken(number.AsDecimal) is { } broken ? new(RuleSet.MetadataRange, $"is {value} and must be {broken}") : null;
    }

    /// <summary><c>maxItems</c> of a list.</summary>
    public static ValueCheck? Items(PropertyConfiguration configuration) =>
        CountIn(configuration.Counts(null, "maxItems"), RuleSet.MetadataItems, "item", value => (value as ListValue)?.Items.Length);

    /// <summary><c>min</c>, <c>max</c> of references.</summary>
    public static ValueCheck? References(PropertyConfiguration configuration) =>
        CountIn(configuration.Counts("min", "max"), RuleSet.MetadataItems, "reference", value => ((value as ObjectValue)?.Find("references") as ListValue)?.Items.Length);

    /// <summary><c>dataProvider.items</c> of texts; without items (a <c>dataSource</c>, or nothing) any value is fine.</summary>
    public static ValueCheck? Options(PropertyConfiguration configuration) => MetadataOptions.Read(configuration, Shape.Text, "text") is { } options ? Among(options) : null;

    /// <summary><c>dataProvider.items</c> of integers.</summary>
    public static ValueCheck? IntegerOptions(PropertyConfiguration configuration) => MetadataOptions.Read(configuration, Shape.Integer, "an integer") is { } options ? Among(options) : null;

    /// <summary>The eight needs that Livingdocs knows.</summary>
    public static ValueCheck? UserNeeds(PropertyConfiguration configuration) => Among(UserNeedsItems);

    /// <summary><c>regex</c>, with <c>regexErrorMessage</c>.</summary>
    public static ValueCheck? Pattern(PropertyConfiguration configuration)
    {
        if (configuration.Text("regex") is not { } pattern) return null;
        var regex = MetadataPattern.Compile(pattern);
        var help = (configuration.Find("regexErrorMessage") as TextValue)?.Text;
        return value => value is TextValue text && !regex.IsMatch(text.Text) ? new(RuleSet.MetadataPattern, $"is {value} and does not match {pattern}", help) : null;
    }

    /// <summary><c>maxDepth</c> of a tree: 1 has only roots.</summary>
    public static ValueCheck? TreeDepth(PropertyConfiguration configuration) =>
        configuration.Counts(null, "maxDepth") is { AreOpen: false } bounds
            ? value => bounds.Broken(Depth(value)) is { } broken ? new(RuleSet.MetadataTree, $"has {Depth(value)} levels and may have {broken}") : null
            : null;

    /// <summary><c>allowedTypes</c> of a tree's items; <c>multilang: true</c> adds that type.</summary>
    public static ValueCheck? TreeTypes(PropertyConfiguration configuration)
    {
        if (configuration.Texts("allowedTypes") is not { } allowed) return null;
        if (allowed.FirstOrDefault(type => !MetadataPlugins.TreeTypes.Contains(type, StringComparer.Ordinal)) is { } unknown)
            throw new FormatException($"'allowedTypes' has '{unknown}'; there are {string.Join(", ", MetadataPlugins.TreeTypes)}");
        if (configuration.IsTrue("multilang")) allowed = [.. allowed, "multilang"];
        return value => Types(value).FirstOrDefault(type => !allowed.Contains(type, StringComparer.Ordinal)) is { } other
            ? new(RuleSet.MetadataTree, $"has an item of type '{other}', which it does not take", $"it takes {string.Join(", ", allowed)}")
            : null;
    }

    private static ValueCheck? CountIn(Bounds bounds, Rule rule, string unit, Func<Value, int?> count)
    {
        if (bounds.AreOpen) return null;
        return value => count(value) is { } found && bounds.Broken(found) is { } broken
            ? new(rule, FormattableString.Invariant($"has {Counted.Of(found, unit)} and {(found < bounds.Least ? "needs" : "may have")} {broken}"))
            : null;
    }

    private static ValueCheck Among(IReadOnlyList<Value> options)
    {
        var help = options.Count > 12 ? null : $"options: {string.Join(", ", options)}";
        return value =>
        {
            var wrong = (value is ListValue list ? list.Items : [value]).FirstOrDefault(item => !options.Contains(item));
            if (wrong is null) return null;
            return new(RuleSet.MetadataOption, value is ListValue ? $"has {wrong}, which is not one of its options" : $"is {wrong}, which is not one of its options", help);
        };
    }

    private static int Depth(Value value) => value is ListValue { Items: { Length: > 0 } items } ? 1 + items.Max(item => Depth((item as ObjectValue)?.Find("items") ?? Value.Null)) : 0;

    private static IEnumerable<string> Types(Value value) => value is ListValue list
        ? list.Items.OfType<ObjectValue>().SelectMany(item => Types(item.Find("items") ?? Value.Null).Prepend((item.Find("type") as TextValue)?.Text ?? ""))
        : [];
}
