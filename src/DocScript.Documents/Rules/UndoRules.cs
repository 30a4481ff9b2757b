using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;

namespace DocScript.Documents;

/// <summary>Rules for taking a committed change back (contracts/model.md, Undo of a transaction).</summary>
public static partial class Rules
{
    /// <summary>
    /// The change that takes a committed change back from the document as it is now: what changed since is a violation (a conflict naming it);
    /// remove and move go to the old place by previous sibling, else next, else are refused. The design's rules are asked as for a new edit.
    /// A transaction is taken back from its last change to its first, so that a created document is then as it was made, or was changed since.
    /// </summary>
    /// <param name="asNew">Whether fixed components forbid a place as they do to what is new. What stood between the same two before may stand there again.</param>
    public static Edit Undo(Design design, Document document, Change committed, bool asNew = false) => committed switch
    {
        Created created => UndoCreate(document, created),
        ComponentInserted inserted => UndoInsert(document, inserted),
        ComponentRemoved removed => UndoRemove(design, document, removed, asNew),
        ComponentMoved moved => UndoMove(design, document, moved, asNew),
        MetadataSet set => UndoMetadata(design, document, set),
        DirectiveSet set => UndoInComponent(document, set, type => DirectiveKeeps(design, type, set.Directive, set.Was ?? Values.Value.Null)),
        StyleSet set => UndoInComponent(document, set, type => StyleExists(design, type, set.Directive, set.Property) ?? StyleAccepts(design, set.Property, set.Was ?? Values.Value.Null)),
        ConditionSet set => UndoInComponent(document, set, type => ConditionExists(set.Name) ?? ConditionAccepts(set.Name, set.Was ?? Values.Value.Null) ?? (set.Was is null ? null : ConditionAllowed(design, document.Header.ContentType, type, set.Name))),
        Unpublished unpublished => UndoUnpublish(document, unpublished),
        _ => Inverse(document, committed),
    };

    private static Edit UndoCreate(Document document, Created created)
    {
        if (document.Header.Deleted) return Touched($"{document.Called} was deleted since it was created");
        return document.SameContent(created.Initial) ? Delete(document) : Touched($"{document.Called} was changed since it was created");
    }

    private static Edit Inverse(Document document, Change committed)
    {
        var inverse = committed.Invert();
        return inverse.Outdated(document) is { } moved ? Touched(moved) : inverse;
    }

    private static Violation Touched(string what) => new(RuleSet.UndoUntouched, what, Help: "undo the later change first, or change it by a script", IsConflict: true);

    // The publication comes back; the document counts as unchanged only where its content is still that which was public.
    private static Edit UndoUnpublish(Document document, Unpublished unpublished)
    {
        var edit = Inverse(document, unpublished);
        return edit.Change is PublicationRestored restored ? restored with { Unchanged = restored.Unchanged && document.Header.Version == unpublished.Version } : edit;
    }

    // Not by SetMetadata, for which null unsets: a member of an object may well have been null.
    private static Edit UndoMetadata(Design design, Document document, MetadataSet set)
    {
        var edit = Inverse(document, set);
        if (edit.Change is not { } inverse || document.Id <= 0) return edit;
        if (MetadataExists(design, document.Header.ContentType, set.Path) is { } missing) return missing;
        return inverse.Apply(document).Metadata.Find(set.Path.Property) is { } whole && Misfit(FindProperty(design, document.Header.ContentType, set.Path)!, set.Path, whole, set.Was) is { } wrong ? wrong : edit;
    }

    // The value that was there comes back as it was, not in the form that a new one would be stored in, or not at all.
    private static Edit UndoInComponent(Document document, ComponentValueSet set, Func<string, Violation?> judge)
    {
        var edit = Inverse(document, set);
        if (edit.Change is null) return edit;
        return judge(document.Components.Find(set.Component)!.Type) is { } wrong ? wrong with { Component = set.Component } : edit;
    }

    private static Edit UndoInsert(Document document, ComponentInserted inserted)
    {
        if (document.Components.Find(inserted.Subtree.Id) is null) return Touched($"component '{inserted.Subtree.Id}' of {document.Called} was removed since");
        return document.Components.Extract(inserted.Subtree.Id).Equals(inserted.Subtree)
            ? Remove(document, inserted.Subtree.Id)
            : Touched($"component '{inserted.Subtree.Id}' of {document.Called} was changed since");
    }

    private static Edit UndoRemove(Design design, Document document, ComponentRemoved removed, bool asNew)
    {
        foreach (var id in Ids(removed.Subtree))
            if (document.Components.Find(id) is not null)
                return Touched($"{document.Called} has a component '{id}' again");
        foreach (var part in removed.Subtree.DepthFirst())
            if (ComponentTypeExists(design, document.Header.ContentType, part.Type) is { } unknown)
                return unknown;
        if (OldPlace(document.Components, removed.Location) is not { } location) return Touched($"the place of component '{removed.Subtree.Id}' in {document.Called} is gone");
        if (MayStand(design, document.Components, removed.Subtree.Id, removed.Subtree.Type, location, isBack: !asNew && location == removed.Location) is { } forbidden) return forbidden;
        return new ComponentInserted(location, removed.Subtree);
    }

    private static Edit UndoMove(Design design, Document document, ComponentMoved moved, bool asNew)
    {
        if (document.Components.Find(moved.Id) is not { } component) return Touched($"component '{moved.Id}' of {document.Called} was removed since");
        var now = document.Components.LocationOf(moved.Id);
        var stayed = now.Parent == moved.To.Parent && now.Container == moved.To.Container && (now.Previous == moved.To.Previous || now.Next == moved.To.Next);
        if (!stayed) return Touched($"component '{moved.Id}' of {document.Called} was moved since");
        if (Stays(document, moved.Id) is { } stays) return stays;
        if (moved.From.Parent is { } parent && document.Components.Find(parent) is not null && document.Components.IsWithin(parent, moved.Id))
            return Touched($"component '{parent}' of {document.Called} now lies below '{moved.Id}'");
        var without = document.Components.Remove(moved.Id);
        if (OldPlace(without, moved.From) is not { } location) return Touched($"the old place of component '{moved.Id}' in {document.Called} is gone");
        if (location == now) return Edit.None;
        if (MayStand(design, without, moved.Id, component.Type, location, isBack: !asNew && location == moved.From) is { } forbidden) return forbidden;
        return new ComponentMoved(moved.Id, now, location);
    }

    private static Location? OldPlace(ComponentTree tree, Location old)
    {
        if (tree.FindContainer(old.Parent, old.Container) is not { } container) return null;
        if (Sibling(old.Previous) is { } previous) return old with { Next = previous.Next };
        if (Sibling(old.Next) is { } next) return old with { Previous = next.Previous };
        return container.Count == 0 ? old with { Previous = null, Next = null } : null;

        Component? Sibling(string? id) =>
            id is not null && tree.Find(id) is { } found && found.Parent == old.Parent && found.Container == old.Container ? found : null;
    }

    private static IEnumerable<string> Ids(Subtree subtree) => subtree.Containers.SelectMany(container => container.Children).SelectMany(Ids).Prepend(subtree.Id);
}
