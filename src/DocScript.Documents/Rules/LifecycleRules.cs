using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Documents;

/// <summary>Rules for creating, deleting, publishing and importing whole documents.</summary>
public static partial class Rules
{
    /// <summary>
    /// Makes a new document with its metadata; without a key it is the id in digits. Whether the key is free only a store can tell.
    /// The content type's <c>defaultMetadata</c> fills what is not given, property by property (a given null leaves it unset); unlike its default content (contracts/livingdocs.md 2.5)
    /// that holds for machines too. A document that comes in whole by an import is taken as it is.
    /// </summary>
    public static Edit Create(Design design, long id, string? key, string contentType, string? title, ObjectValue metadata)
    {
        if (ContentTypeExists(design, contentType) is { } unknown) return unknown;
        if (key is not null && KeyIsValid(key) is { } malformed) return malformed;
        if (title is not null && IsUnicode(title, "the title") is { } half) return half with { Part = EditPart.Title };
        var document = new Document(
            new Header { Id = id, Key = key ?? id.ToString(CultureInfo.InvariantCulture), ContentType = contentType },
            title ?? "",
            ObjectValue.Empty,
            ComponentTree.Empty);
        var defaults = design.ContentTypes[contentType].DefaultMetadata.Entries.Where(entry => metadata.Find(entry.Key) is null);
        foreach (var (property, value) in metadata.Entries.Concat(defaults))
        {
            var edit = SetMetadata(design, document, MetadataPath.Of(property), value, null);
            if (edit.Violation is { } violation) return violation;
            if (edit.Change is { } change) document = change.Apply(document);
        }

        return new Created(document);
    }

    /// <summary>Deletes; refuses a published document.</summary>
    public static Edit Delete(Document document) => document.Header.Publication is null
        ? new Deleted(document)
        : new Violation(RuleSet.DeleteUnpublished, $"{document.Called} is public and can't be deleted", Help: "unpublish it first");

    /// <summary>
    /// Makes the current content public under a new publication id, if it may be public (<see cref="Publishable"/>); nothing to do when it is unchanged since the last one.
    /// </summary>
    public static Edit Publish(Design design, Document document, long publication, DateTimeOffset now, IDocumentLookup? others = null)
    {
        if (document.Header is { Publication: not null, Unchanged: true }) return Edit.None;
        if (EmbargoAllows(document, now) is { } forbidden) return forbidden;
        return Publishable(design, document, others) switch
        {
            [] => new Published(publication, document.Header.Publication, document.Header.Unchanged),
            [var only] => only,
            var all => all[0] with { Help = string.Join("; ", new[] { all[0].Help, AlsoWrong(all) }.OfType<string>()) },
        };
    }

    /// <summary>
    /// What stands against making the content public: rules that drafts may break and publications may not. Empty when nothing does. Where the other documents are not at hand,
    /// what they decide (unique values, references) is not asked.
    /// </summary>
    public static IReadOnlyList<Violation> Publishable(Design design, Document document, IDocumentLookup? others = null) =>
    [
        .. MetadataPublishable(design, document),
        .. ContentPublishable(design, document),
        .. others is null ? [] : AmongOthers(design, document, others),
    ];

    /// <summary>Takes the document off; a violation when it is not public.</summary>
    public static Edit Unpublish(Document document) => document.Header.Publication is { } publication
        ? new Unpublished(publication, document.Header.Unchanged, document.Header.Version)
        : new Violation(RuleSet.UnpublishPublic, $"{document.Called} is not published", Help: "guard it with 'if published { … }'");

    /// <summary>Judges a document that comes in whole: every rule for its content is asked, every violation answered.</summary>
    public static IReadOnlyList<Violation> Import(Design design, Document document)
    {
        if (ContentTypeExists(design, document.Header.ContentType) is { } unknown) return [unknown];
        var violations = new List<Violation>();
        if (IsUnicode(document.Title, "the title") is { } half) violations.Add(half);
        foreach (var (property, value) in document.Metadata.Entries)
            if (SetMetadata(design, document with { Metadata = ObjectValue.Empty }, MetadataPath.Of(property), value, null).Violation is { } wrong)
                violations.Add(wrong);
        foreach (var component in document.Components.DepthFirst()) violations.AddRange(Judge(design, document, component));
        return violations;
    }

    private static string AlsoWrong(IReadOnlyList<Violation> all) => string.Create(
        CultureInfo.InvariantCulture,
        $"and {all.Count - 1} more: {string.Join("; ", all.Skip(1).Take(9).Select(other => other.Message))}{(all.Count > 10 ? "; …" : "")}");

    private static IEnumerable<Violation> Judge(Design design, Document document, Component component)
    {
        foreach (var wrong in OfItsOwn(design, document.Header.ContentType, component.Type, component.Content, component.Styles, component.Conditions))
            yield return wrong with { Component = component.Id };
        if (!design.Components.TryGetValue(component.Type, out var definition)) yield break;
        foreach (var container in component.Containers)
            if (!definition.Containers.ContainsKey(container.Name))
                yield return ContainerMissing(component, container.Name) with { Candidates = definition.Containers.Keys };
        var parent = component.Parent is null ? null : document.Components.Find(component.Parent);
        if ((Children(design, parent, component.Container, component.Type) ?? Parents(design, parent, component.Type)) is { } misplaced)
            yield return misplaced with { Component = component.Id };
        if (TooDeep(document.Components, component.Id, component.Parent, height: 1) is { } deep) yield return deep;
    }
}
