using System.Collections.ObjectModel;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>
/// Random designs with all that one can configure: up to six components with directives of every kind, containers, lists of allowed children and parents and component
/// properties; two content types with metadata of every kind.
/// </summary>
public static class DesignGenerators
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"];

    private static readonly string[] Flags = ["embargo", "publishSchedule", "unpublishSchedule", "significantPublicationDate"];

    /// <summary>A design.</summary>
    public static Gen<Design> Design { get; } =
        from count in Gen.Choose(1, Names.Length)
        let names = Names[..count]
        from properties in StyleGenerators.Properties
        from components in Gen.CollectToList(names, name => Component(name, names, [.. properties.Select(property => property.Name)]))
        from types in Gen.CollectToList(new[] { "article", "page" }, handle => ContentType(handle, names))
        select new Design("random", "1.0.0", ByName(components, component => component.Name), ByName(types, type => type.Handle))
        {
            ComponentProperties = new ReadOnlyDictionary<string, ObjectValue>(properties.ToDictionary(property => property.Name, property => property.Configuration, StringComparer.Ordinal)),
        };

    private static Gen<ComponentDefinition> Component(string name, string[] all, string[] properties) =>
        from kinds in Gen.ArrayOf(Gen.Elements(Enum.GetValues<DirectiveKind>()), 3)
        from directives in Gen.CollectToList(kinds.Index(), at => DirectiveGenerators.Configuration(at.Item, properties).Select(configuration => new DirectiveDefinition($"d{at.Index}", at.Item, configuration)))
        from count in Gen.Choose(0, 3)
        from containers in Gen.ArrayOf(Some(all), count)
        from parents in Some([.. all, ComponentDefinition.Root])
        from styles in Gen.SubListOf(properties)
        select new ComponentDefinition(
            name,
            name.ToUpperInvariant(),
            ByName(directives, directive => directive.Name),
            ByName(containers.Select((children, index) => new ContainerDefinition($"c{index}", children)), container => container.Name),
            parents,
            [.. styles]);

    private static Gen<ContentType> ContentType(string handle, string[] components) =>
        from allowed in Some(components)
        from properties in Gen.CollectToList(MetadataPlugins.All.Values, MetadataGenerators.Property)
        from flags in Gen.SubListOf(Flags)
        select new ContentType(handle, handle, allowed, ByName(properties, property => property.Name))
        {
            Configuration = ObjectValue.Empty.With("publishControl", ObjectValue.Of(flags.Select(flag => KeyValuePair.Create<string, Value>(flag, new BooleanValue(true))))),
        };

    /// <summary>Null, which stands for all, as often as some of the names.</summary>
    private static Gen<IReadOnlyList<string>?> Some(string[] names) => Gen.OneOf(
        Gen.Constant<IReadOnlyList<string>?>(null),
        Gen.SubListOf(names).Select(IReadOnlyList<string>? (chosen) => [.. chosen]));

    private static ReadOnlyDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name) =>
        new(new OrderedDictionary<string, T>(items.Select(item => KeyValuePair.Create(name(item), item)), StringComparer.Ordinal));
}
