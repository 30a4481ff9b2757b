using DocScript.Documents.Values;

namespace DocScript.Documents.Designs;

/// <summary>
/// What a design says of a metadata property beside its kind. Livingdocs keeps it under <c>config</c>, older designs beside the kind; both are read, and <c>config</c> wins.
/// Everything wrong is a <see cref="FormatException"/> that names the setting.
/// </summary>
internal sealed class PropertyConfiguration
{
    private readonly ObjectValue _beside;
    private readonly ObjectValue _config;

    public PropertyConfiguration(ObjectValue configuration)
    {
        _beside = configuration;
        _config = configuration.Find("config") switch
        {
            null or NullValue => ObjectValue.Empty,
            ObjectValue config => config,
            var other => throw Wrong("config", "an object", other),
        };
    }

    /// <summary>A setting, or null where it is missing or null.</summary>
    public Value? Find(string name) => (_config.Find(name) ?? _beside.Find(name)) is { } found and not NullValue ? found : null;

    /// <summary>Whether a setting is read under <c>config</c>; otherwise it is beside the kind, or nowhere.</summary>
    public bool IsUnderConfig(string name) => _config.Find(name) is not null;

    public bool IsTrue(string name, bool otherwise = false) => Find(name) switch
    {
        null => otherwise,
        BooleanValue flag => flag.Boolean,
        var other => throw Wrong(name, "true or false", other),
    };

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        TextValue { Text.Length: > 0 } text => text.Text,
        var other => throw Wrong(name, "text", other),
    };

    /// <summary>A text, or a list of texts.</summary>
    public IReadOnlyList<string>? Texts(string name) => Find(name) switch
    {
        null => null,
        TextValue text => [text.Text],
        ListValue { Items: { Length: > 0 } items } when items.All(Shape.Text) => [.. items.Select(item => ((TextValue)item).Text)],
        var other => throw Wrong(name, "a text or a list of texts", other),
    };

    /// <summary>Bounds that count something: whole numbers from 0.</summary>
    public Bounds Counts(string? least, string? most) => Between(least, most, "a whole number from 0", value => value is IntegerValue { Integer: >= 0 });

    /// <summary>Bounds that are any numbers.</summary>
    public Bounds Numbers(string least, string most) => Between(least, most, "a number", Shape.Number);

    public static FormatException Wrong(string name, string expected, Value found) => new($"'{name}' must be {expected}, not {found}");

    private Bounds Between(string? least, string? most, string expected, Func<Value, bool> fits)
    {
        var bounds = new Bounds(Bound(least), Bound(most));
        return bounds is { Least: { } low, Most: { } high } && low > high
            ? throw new FormatException(FormattableString.Invariant($"'{least}' is {low}, which is more than '{most}', {high}"))
            : bounds;

        decimal? Bound(string? name)
        {
            if (name is null || Find(name) is not { } value) return null;
            return fits(value) ? ((NumberValue)value).AsDecimal : throw Wrong(name, expected, value);
        }
    }
}

/// <summary>The least and the most that something may be; null for no bound.</summary>
internal readonly record struct Bounds(decimal? Least, decimal? Most)
{
    public bool AreOpen => Least is null && Most is null;

    /// <summary>The bound that a number breaks, in words (<c>at least 5</c>), or null.</summary>
    public string? Broken(decimal number)
    {
        if (number < Least) return FormattableString.Invariant($"at least {Least}");
        return number > Most ? FormattableString.Invariant($"at most {Most}") : null;
    }
}
