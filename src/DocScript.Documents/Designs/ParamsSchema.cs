using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// What a design says of an include's params. Two forms of <c>paramsSchema</c> are read: JSON Schema's <c>type, properties, required, additionalProperties,
/// items, enum</c>, and a list of <c>{handle, type, required}</c>. What is not said is free.
/// </summary>
internal sealed class ParamsSchema
{
    private readonly ObjectValue _schema;
    private readonly ObjectValue _defaults;

    private ParamsSchema(ObjectValue schema, ObjectValue defaults) => (_schema, _defaults) = (schema, defaults);

    /// <summary>The services that an include directive names; none when it takes any.</summary>
    public static IReadOnlyList<string> Services(DirectiveDefinition include) =>
        [.. Entries(include.Configuration.Find("services")).Prepend(include.Configuration).Select(entry => (entry.Find("service") as TextValue)?.Text).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The schema for one service of a directive.</summary>
    public static ParamsSchema Of(Design design, DirectiveDefinition include, string? service)
    {
        var own = Entries(include.Configuration.Find("services")).FirstOrDefault(entry => Is(entry, service, "service"));
        var shared = Entries(design.Source.Find("includeServices")).FirstOrDefault(entry => Is(entry, service, "handle", "name", "service"));
        var schema = own?.Find("paramsSchema") ?? include.Configuration.Find("paramsSchema") ?? shared?.Find("paramsSchema");
        var defaults = (own?.Find("defaultParams") ?? include.Configuration.Find("defaultParams")) as ObjectValue;
        return new(schema switch { ObjectValue given => given, ListValue list => OfList(list), _ => ObjectValue.Empty }, defaults ?? ObjectValue.Empty);
    }

    /// <summary>What is wrong with the params, each with its path.</summary>
    public IReadOnlyList<string> Judge(ObjectValue parameters)
    {
        var wrong = new List<string>();
        Judge("", _schema, parameters, wrong);
        foreach (var (name, value) in parameters.Entries)
            if ((_schema.Find("properties") as ObjectValue)?.Find(name) is null && _defaults.Find(name) is { } example && example is not NullValue && value is not NullValue && !SameKind(example, value))
                wrong.Add($"'{name}' must be of type {example.KindName} as its default, not {value}");
        return wrong;
    }

    private static void Judge(string path, ObjectValue schema, Value value, List<string> wrong)
    {
        if (schema.Find("type") is { } type && !SourceEntries.Texts(type).Any(name => IsOf(name, value)))
        {
            wrong.Add($"'{path}' must be of type {string.Join(" or ", SourceEntries.Texts(type))}, not {value}");
            return;
        }

        if (schema.Find("enum") is ListValue { Items: var choices } && !choices.Contains(value)) wrong.Add($"'{path}' must be one of {string.Join(", ", choices)}, not {value}");
        if (value is ListValue { Items: var items } && schema.Find("items") is ObjectValue each)
            for (var i = 0; i < items.Length; i++) Judge(FormattableString.Invariant($"{path}[{i}]"), each, items[i], wrong);
        if (value is not ObjectValue members) return;
        var properties = schema.Find("properties") as ObjectValue ?? ObjectValue.Empty;
        foreach (var name in SourceEntries.Texts(schema.Find("required")).Where(name => members.Find(name) is null or NullValue)) wrong.Add($"'{Join(path, name)}' is missing");
        foreach (var (name, member) in members.Entries)
        {
            if (properties.Find(name) is ObjectValue property)
            {
                if (member is not NullValue) Judge(Join(path, name), property, member, wrong);
            }
            else if (schema.Find("additionalProperties") is BooleanValue { Boolean: false }) wrong.Add($"'{Join(path, name)}' is not one of its params");
        }
    }

    private static bool IsOf(string type, Value value) => type switch
    {
        "string" or "text" or "li-text" or "li-color" or "li-enum" => value is TextValue,
        "integer" or "li-integer" => value is IntegerValue,
        "number" or "li-number" => value is NumberValue,
        "boolean" or "li-boolean" => value is BooleanValue,
        "object" => value is ObjectValue,
        "array" => value is ListValue,
        "null" => value is NullValue,
        _ => true,
    };

    private static bool SameKind(Value example, Value value) => example is NumberValue ? value is NumberValue : example.GetType() == value.GetType();

    private static ObjectValue OfList(ListValue list)
    {
        var entries = Entries(list).Select(entry => (Name: ((entry.Find("handle") ?? entry.Find("name")) as TextValue)?.Text, Entry: entry)).Where(entry => entry.Name is not null).ToList();
        var properties = entries.Select(entry => KeyValuePair.Create(entry.Name!, (Value)entry.Entry.Without("required")));
        var required = entries.Where(entry => entry.Entry.Find("required") is BooleanValue { Boolean: true }).Select(entry => (Value)new TextValue(entry.Name!));
        return ObjectValue.Empty.With("properties", ObjectValue.Of(properties)).With("required", new ListValue([.. required]));
    }

    private static bool Is(ObjectValue entry, string? service, params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
            if (service is not null && entry.Find(member) is TextValue { Text: var name } && name == service)
                return true;
        return false;
    }

    private static IEnumerable<ObjectValue> Entries(Value? list) => list is ListValue { Items: var items } ? items.OfType<ObjectValue>() : [];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
