using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Random documents that conform to a design, some components fixed.</summary>
public static class DocumentGenerators
{
    /// <summary>A committed article with content and metadata.</summary>
    public static Gen<Document> Document(Design design) =>
        from title in ValueGenerators.Text
        from metadata in Metadata(design.ContentTypes["article"])
        from roots in Children(design, design.ContentTypes["article"], null, null, depth: 3)
        from publication in Gen.OneOf(Gen.Constant<long?>(null), Gen.Choose(1, 9).Select(long? (number) => number))
        from unchanged in Gen.Elements(true, false)
        select new Document(Header(publication, unchanged), title, metadata, ComponentTree.Of(Numbered(roots)));

    /// <summary>Root components that conform to a design, with ids <c>n1</c>, <c>n2</c> … depth first.</summary>
    public static Gen<IReadOnlyList<Subtree>> Roots(Design design) =>
        from roots in Children(design, design.ContentTypes["article"], null, null, depth: 3)
        select Numbered(roots);

    /// <summary>Content for a component.</summary>
    public static Gen<ObjectValue> Content(ComponentDefinition definition) =>
        Members(definition.Directives.Values.Select(directive => (directive.Name, DesignGenerators.Content(directive))));

    private static readonly ObjectValue Until = ObjectValue.Empty.With("dateTime", ObjectValue.Empty.With("lt", new TextValue("2026-02-01T00:00:00.000Z")));

    private static Header Header(long? publication, bool unchanged) => new()
    {
        Id = 42,
        Key = "42",
        ContentType = "article",
        Version = 3,
        Sequence = 5,
        Publication = publication,
        Unchanged = publication is not null && unchanged,
        Created = DateTimeOffset.UnixEpoch,
        Updated = DateTimeOffset.UnixEpoch.AddDays(1),
        Committed = DateTimeOffset.UnixEpoch.AddDays(2),
    };

    private static Gen<ObjectValue> Metadata(ContentType type) =>
        Members(type.Metadata.Values.Select(property => (property.Name, DesignGenerators.Metadata(property.Plugin))));

    private static Gen<ObjectValue> Members(IEnumerable<(string Name, Gen<Value> Value)> members) =>
        from values in Gen.CollectToList(members, member => Gen.OneOf(Gen.Constant<Value?>(null), member.Value.Select(Value? (value) => value)).Select(value => (member.Name, value)))
        select ObjectValue.Of(values.Where(entry => entry.value is not null).Select(entry => KeyValuePair.Create(entry.Name, entry.value!)));

    private static Gen<IReadOnlyList<Subtree>> Children(Design design, ContentType type, string? parent, ContainerDefinition? container, int depth)
    {
        var fitting = design.Components.Values.Where(candidate => Fits(candidate, type, parent, container)).ToArray();
        if (depth == 0 || fitting.Length == 0) return Gen.Constant<IReadOnlyList<Subtree>>([]);
        return from count in Gen.Choose(0, 3)
               from children in Gen.ArrayOf(Gen.Elements(fitting).SelectMany(definition => Component(design, type, definition, depth)), count)
               select (IReadOnlyList<Subtree>)children;
    }

    private static Gen<Subtree> Component(Design design, ContentType type, ComponentDefinition definition, int depth) =>
        from content in Content(definition)
        from styles in DesignGenerators.Styles(definition.Properties)
        from conditions in Gen.Elements(ObjectValue.Empty, Until, ObjectValue.Empty.With("brands", new ListValue([new TextValue("ch")])))
        from isFixed in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from containers in Gen.CollectToList(
            definition.Containers.Values,
            container => Children(design, type, definition.Name, container, depth - 1).Select(children => new SubtreeContainer(container.Name, children)))
        select new Subtree("", definition.Name, isFixed, content, styles, conditions, ObjectValue.Empty, [.. containers]);

    private static bool Fits(ComponentDefinition candidate, ContentType type, string? parent, ContainerDefinition? container) =>
        Allows(type.Components, candidate.Name) && Allows(candidate.AllowedParents, parent ?? ComponentDefinition.Root) && Allows(container?.AllowedChildren, candidate.Name);

    private static bool Allows(IReadOnlyList<string>? names, string name) => names is null || names.Contains(name, StringComparer.Ordinal);

    private static IReadOnlyList<Subtree> Numbered(IReadOnlyList<Subtree> roots)
    {
        var last = 0;
        return [.. roots.Select(Number)];

        Subtree Number(Subtree subtree) => subtree with
        {
            Id = $"n{++last}",
            Containers = [.. subtree.Containers.Select(container => new SubtreeContainer(container.Name, [.. container.Children.Select(Number)]))],
        };
    }
}
