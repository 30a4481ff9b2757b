using System.Collections.ObjectModel;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Random designs: up to six components with directives of every kind, containers, and lists of allowed children and parents; two content types.</summary>
public static class DesignGenerators
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

    /// <summary>A design.</summary>
    public static Gen<Design> Design { get; } =
        from count in Gen.Choose(1, Names.Length)
        let names = Names[..count]
        from components in Gen.CollectToList(names, name => Component(name, names))
        from types in Gen.CollectToList(new[] { "article", "page" }, handle => ContentType(handle, names))
        select new Design("random", "1.0.0", ByName(components, component => component.Name), ByName(types, type => type.Handle));

    /// <summary>A value that a directive accepts; never one that unsets it.</summary>
    public static Gen<Value> Content(DirectiveKind kind) => kind switch
    {
        DirectiveKind.Editable => ValueGenerators.Text.Select(text => (Value)new TextValue(text + "!")),
        DirectiveKind.Toggle => Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
        DirectiveKind.Html => ValueGenerators.Text.Select(text => (Value)ObjectValue.Empty.With("html", new TextValue(text))),
        DirectiveKind.Link => ValueGenerators.Text.Select(text => (Value)ObjectValue.Empty.With("href", new TextValue(text))),
        _ => ValueGenerators.Object.Select(members => (Value)members.With("url", new TextValue("x"))),
    };

    /// <summary>A value that a metadata property accepts.</summary>
    public static Gen<Value> Metadata(MetadataPlugin plugin) => plugin.Name switch
    {
        "li-text" => ValueGenerators.Text.Select(text => (Value)new TextValue(text)),
        "li-integer" => Gen.Choose(-5, 5).Select(number => (Value)new IntegerValue(number)),
        "li-boolean" => Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false)),
        "li-datetime" => Gen.Choose(0, 1000).Select(day => (Value)new TextValue(DateValue.ToIso(DateTimeOffset.UnixEpoch.AddDays(day)))),
        "li-string-list" => Gen.ListOf(ValueGenerators.Text, 2).Select(texts => (Value)new ListValue([.. texts.Select(text => new TextValue(text))])),
        "any" => ValueGenerators.Any.Where(value => value is not NullValue),
        _ => ValueGenerators.Object.Select(members => (Value)ObjectValue.Empty.With("owner", members)),
    };

    private static Gen<ComponentDefinition> Component(string name, string[] all) =>
        from kinds in Gen.ArrayOf(Gen.Elements(Enum.GetValues<DirectiveKind>()), 3)
        from count in Gen.Choose(0, 3)
        from containers in Gen.ArrayOf(Some(all), count)
        from parents in Some([.. all, ComponentDefinition.Root])
        let directives = kinds.Select((kind, index) => new DirectiveDefinition($"d{index}", kind, ObjectValue.Empty))
        select new ComponentDefinition(
            name,
            name.ToUpperInvariant(),
            ByName(directives, directive => directive.Name),
            ByName(containers.Select((children, index) => new ContainerDefinition($"c{index}", children)), container => container.Name),
            parents,
            []);

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
