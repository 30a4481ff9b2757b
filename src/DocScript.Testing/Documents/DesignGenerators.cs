using System.Collections.ObjectModel;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Random designs: up to six components with directives of every kind, containers, styles, and lists of allowed children and parents; two content types.</summary>
public static class DesignGenerators
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

    private static readonly IReadOnlyDictionary<string, ObjectValue> Properties = new OrderedDictionary<string, ObjectValue>(StringComparer.Ordinal)
    {
        ["flag"] = Json("{'type': 'option', 'value': 'on'}"),
        ["side"] = Json("{'type': 'select', 'options': [{'caption': 'Middle'}, {'value': 'left'}, {'value': 'right'}]}"),
        ["tint"] = Json("{'type': 'style', 'cssProperty': 'color'}"),
    };

    /// <summary>A design.</summary>
    public static Gen<Design> Design { get; } =
        from count in Gen.Choose(1, Names.Length)
        let names = Names[..count]
        from components in Gen.CollectToList(names, name => Component(name, names))
        from types in Gen.CollectToList(new[] { "article", "page" }, handle => ContentType(handle, names))
        select new Design("random", "1.0.0", ByName(components, component => component.Name), ByName(types, type => type.Handle)) { ComponentProperties = Properties };

    /// <summary>A value as a directive stores it; never one that unsets it.</summary>
    public static Gen<Value> Content(DirectiveDefinition directive) => directive.Kind switch
    {
        DirectiveKind.Editable => ValueGenerators.Text.Select(text => Rules.NormalDirective(directive, new TextValue(text + "!"))!),
        DirectiveKind.Toggle => Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
        DirectiveKind.Html => ValueGenerators.Text.Select(text => (Value)ObjectValue.Empty.With("html", new TextValue(text))),
        DirectiveKind.Link => ValueGenerators.Text.Select(text => (Value)ObjectValue.Empty.With("href", new TextValue(text))),
        DirectiveKind.Include => ValueGenerators.Object.Select(parameters => (Value)ObjectValue.Empty.With("service", new TextValue("teaser")).With("params", parameters)),
        DirectiveKind.Style => Styles(["side", "tint"]).Select(styles => (Value)styles.With("side", new TextValue("left"))),
        _ => ValueGenerators.Object.Select(members => (Value)members.With("url", new TextValue("x"))),
    };

    /// <summary>Values for some of the component properties of these names.</summary>
    public static Gen<ObjectValue> Styles(IReadOnlyList<string> names) =>
        from chosen in Gen.SubListOf(names.ToArray())
        from right in Gen.Elements("left", "right")
        select ObjectValue.Of(chosen.Select(name => KeyValuePair.Create<string, Value>(name, new TextValue(name switch { "flag" => "on", "side" => right, _ => "any" }))));

    /// <summary>A value that a metadata property accepts.</summary>
    public static Gen<Value> Metadata(MetadataPlugin plugin) => plugin.Name switch
    {
        "li-text" => ValueGenerators.Text.Select(text => (Value)new TextValue(text)),
        "li-integer" => Gen.Choose(-5, 5).Select(number => (Value)new IntegerValue(number)),
        "li-boolean" => Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
        "li-datetime" => Gen.Choose(0, 1000).Select(day => (Value)new TextValue(DateValue.ToIso(DateTimeOffset.UnixEpoch.AddDays(day)))),
        "li-string-list" => Gen.ListOf(ValueGenerators.Text, 2).Select(texts => (Value)new ListValue([.. texts.Select(text => new TextValue(text))])),
        "any" => ValueGenerators.Any.Where(value => value is not NullValue),
        _ => ValueGenerators.Object.Select(members => (Value)members),
    };

    private static Gen<ObjectValue> Configuration(DirectiveKind kind) => Gen.Elements(kind switch
    {
        DirectiveKind.Editable => [ObjectValue.Empty, Json("{'plainText': true}"), Json("{'tagAllowlist': ['b', 'p']}"), Json("{'tagDenylist': ['b']}")],
        DirectiveKind.Include => [ObjectValue.Empty, Json("{'service': 'teaser', 'defaultParams': {'layout': 'card'}}")],
        DirectiveKind.Style => [ObjectValue.Empty, Json("{'properties': ['side', 'tint']}")],
        _ => new[] { ObjectValue.Empty },
    });

    private static ObjectValue Json(string json) => (ObjectValue)ValueJson.Parse(json.Replace('\'', '"'));

    private static Gen<ComponentDefinition> Component(string name, string[] all) =>
        from kinds in Gen.ArrayOf(Gen.Elements(Enum.GetValues<DirectiveKind>()), 3)
        from configurations in Gen.CollectToList(kinds, Configuration)
        from properties in Gen.SubListOf(Properties.Keys.ToArray())
        from count in Gen.Choose(0, 3)
        from containers in Gen.ArrayOf(Some(all), count)
        from parents in Some([.. all, ComponentDefinition.Root])
        let directives = kinds.Select((kind, index) => new DirectiveDefinition($"d{index}", kind, configurations[index]))
        select new ComponentDefinition(
            name,
            name.ToUpperInvariant(),
            ByName(directives, directive => directive.Name),
            ByName(containers.Select((children, index) => new ContainerDefinition($"c{index}", children)), container => container.Name),
            parents,
            [.. properties]);

    private static Gen<ContentType> ContentType(string handle, string[] components) =>
        from allowed in Some(components)
        from indexed in Gen.Elements(true, false)
        let plugins = new[] { "li-text", "li-integer", "li-boolean", "li-datetime", "li-string-list", "any", "li-team" }
        let properties = plugins.Select(plugin => new MetadataProperty(plugin[(plugin.IndexOf('-', StringComparison.Ordinal) + 1)..], MetadataPlugins.Of(plugin), indexed, ObjectValue.Empty))
        select new ContentType(handle, "article", allowed, ByName(properties, property => property.Name));

    /// <summary>Null, which stands for all, as often as some of the names.</summary>
    private static Gen<IReadOnlyList<string>?> Some(string[] names) => Gen.OneOf(
        Gen.Constant<IReadOnlyList<string>?>(null),
        Gen.SubListOf(names).Select(IReadOnlyList<string>? (chosen) => [.. chosen]));

    private static ReadOnlyDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name) =>
        new(new OrderedDictionary<string, T>(items.Select(item => KeyValuePair.Create(name(item), item)), StringComparer.Ordinal));
}
