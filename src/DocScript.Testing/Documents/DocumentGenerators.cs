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
    private static Gen<ObjectValue> Conditions { get; } =
        from day in Gen.Choose(1, 9)
        from kind in Gen.Elements("dateTime", "brands")
        select kind == "brands"
            ? ObjectValue.Empty.With(kind, new ListValue([new TextValue("ch")]))
            : ObjectValue.Empty.With(kind, ObjectValue.Empty.With("gte", new TextValue(DateValue.ToIso(DateTimeOffset.UnixEpoch.AddDays(day)))));

    /// <summary>A committed article with content and metadata.</summary>
    public static Gen<Document> Document(Design design) =>
        from title in ValueGenerators.Text
        from metadata in Metadata(design.ContentTypes["article"])
        from roots in Children(design, design.ContentTypes["article"], null, null, depth: 3)
        from publication in Gen.OneOf(Gen.Constant<long?>(null), Gen.Choose(1, 9).Select(long? (number) => number))
        from unchanged in Gen.Elements(true, false)
        select new Document(Header(publication, unchanged), title, metadata, ComponentTree.Of(Numbered(roots)));

    /// <summary>A document as an import or a script makes it: of a content type, with content and metadata, not yet committed.</summary>
    public static Gen<Document> Draft(Design design, ContentType type, long id, string key) =>
        from title in ValueGenerators.Text
        from metadata in Metadata(type)
        from roots in Gen.Frequency((1, Gen.Constant<IReadOnlyList<Subtree>>([])), (6, Children(design, type, null, null, depth: 3)))
        let header = new Header { Id = id, Key = key, ContentType = type.Handle }
        select Conforming.Part(design, new Document(header, title, metadata, ComponentTree.Of(Numbered(roots))));

    /// <summary>Root components that conform to a design, with ids <c>n1</c>, <c>n2</c> … depth first.</summary>
    /// <param name="depth">How many components lie in one another at most.</param>
    public static Gen<IReadOnlyList<Subtree>> Roots(Design design, int depth = 3) =>
        from roots in Children(design, design.ContentTypes["article"], null, null, depth)
        select Numbered(roots);

    /// <summary>Content for a component.</summary>
    public static Gen<ObjectValue> Content(Design design, ComponentDefinition definition) => Members.Of(
        definition.Directives.Values
            .Where(directive => DirectiveGenerators.HasContent(design, directive))
            .Select(directive => (directive.Name, DirectiveGenerators.Content(design, directive))));

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
        Members.Of(type.Metadata.Values.Select(property => (property.Name, MetadataGenerators.Value(property.Plugin))));

    private static Gen<IReadOnlyList<Subtree>> Children(Design design, ContentType type, string? parent, ContainerDefinition? container, int depth)
    {
        var fitting = design.Components.Values.Where(candidate => Fits(candidate, type, parent, container)).ToArray();
        if (depth == 0 || fitting.Length == 0) return Gen.Constant<IReadOnlyList<Subtree>>([]);
        return from count in Gen.Choose(0, 3)
               from children in Gen.ArrayOf(Gen.Elements(fitting).SelectMany(definition => Component(design, type, definition, depth)), count)
               select (IReadOnlyList<Subtree>)children;
    }

    private static Gen<Subtree> Component(Design design, ContentType type, ComponentDefinition definition, int depth) =>
        from content in Content(design, definition)
        from styles in StyleGenerators.Values(design, definition.Properties)
        from conditions in Gen.Frequency((1, Conditions), (5, Gen.Constant(ObjectValue.Empty)))
        from data in Gen.Frequency((1, Gen.Constant(ObjectValue.Empty.With("title", new TextValue("School bus")))), (5, Gen.Constant(ObjectValue.Empty)))
        from isFixed in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from containers in Gen.CollectToList(
            definition.Containers.Values,
            container => Children(design, type, definition.Name, container, depth - 1).Select(children => new SubtreeContainer(container.Name, children)))
        select new Subtree("", definition.Name, isFixed, content, styles, conditions, data, [.. containers]);

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
