using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Events;
using DocScript.Language.Text;

namespace DocScript.Engine.Execution;

/// <summary>
/// Edits one document of a run: what commands act on. Each method asks the rules; a broken one ends the run, a change becomes part of the transaction.
/// Content is the document's as its holder sees it, publish control and checkout are the public document's.
/// </summary>
public sealed class DocumentEdit
{
    private readonly RunState _state;
    private readonly long _id;
    private readonly Func<Violation, Span> _place;

    internal DocumentEdit(RunState state, long id, Func<Violation, Span> place) => (_state, _id, _place) = (state, id, place);

    /// <summary>The document as the run sees it now.</summary>
    public Document Document => _state.Workspace.Get(_id);

    private Design Design => _state.Workspace.Design;

    /// <summary>Sets the title; <paramref name="was"/> is the old-value check.</summary>
    public void SetTitle(string title, Value? was) => Apply(Rules.SetTitle(Design, Document, title, was));

    /// <summary>Sets a metadata property, or unsets it with null.</summary>
    public void SetMetadata(MetadataPath path, Value? value, Value? was) => Apply(Rules.SetMetadata(Design, Document, path, value, was));

    /// <summary>Sets a directive's content, or unsets it with null; the kind is asserted where given.</summary>
    public void SetDirective(string component, string directive, DirectiveKind? kind, Value? value, Value? was)
    {
        Apply(Rules.SetDirective(Design, Document, component, directive, kind, value, was));
        WarnOfMarkup(Document.Components.Find(component)!.Type, directive, value);
    }

    /// <summary>Sets a style of a component or of one of its style directives, or unsets it with null.</summary>
    public void SetStyle(string component, string? directive, string property, Value? value, Value? was) =>
        Apply(Rules.SetStyle(Design, Document, component, directive, property, value, was));

    /// <summary>Sets a condition of a component, or unsets it with null.</summary>
    public void SetCondition(string component, string name, Value? value, Value? was) => Apply(Rules.SetCondition(Design, Document, component, name, value, was));

    /// <summary>Inserts a new component and answers its id.</summary>
    public string Insert(string type, string? id, ComponentPlace place, ObjectValue content)
    {
        var subtree = Rules.NewComponent(Design, id ?? _state.Workspace.Ids.Component(), type, content);
        Apply(Rules.Insert(Design, Document, place, subtree));
        foreach (var (directive, value) in content.Entries) WarnOfMarkup(type, directive, value);
        _state.Inserted = new ComponentReference(_id, subtree.Id);
        return subtree.Id;
    }

    /// <summary>Moves a component with all below it.</summary>
    public void Move(string component, ComponentPlace place) => Apply(Rules.Move(Design, Document, component, place));

    /// <summary>Removes a component with all below it.</summary>
    public void Remove(string component) => Apply(Rules.Remove(Document, component));

    /// <summary>Makes the document; its id must be new.</summary>
    internal void Create(Edit edit)
    {
        Apply(edit);
        _state.Before?.Raise(DocumentEvents.Create, _id);
    }

    /// <summary>Makes the content public.</summary>
    public void Publish()
    {
        _state.Publishing(_id, publish: true);
        EnsureCheckedIn();
        if (_state.Before is { } before && Public.Header is not { Publication: not null, Unchanged: true })
        {
            // Before the content is judged: a hook may put right what stands against it.
            before.Raise(DocumentEvents.Publish, _id);
            EnsureCheckedIn();
        }

        var edit = Rules.Publish(Design, Public, publication: 0, _state.Instant, _state.Workspace);
        Apply(edit.Change is Published published ? published with { Publication = _state.Workspace.Ids.Publication() } : edit);
    }

    /// <summary>Takes the document off; a schedule that would take it off is done with.</summary>
    public void Unpublish()
    {
        _state.Publishing(_id, publish: false);
        Ensure(Rules.Unpublish(Public));
        _state.Before?.Raise(DocumentEvents.Unpublish, _id);
        Apply(Rules.Unpublish(Public));
        if (Public.Header is { UnpublishAt: { } off } header && !(header.PublishAt < off)) CancelSchedule(ScheduleKind.Unpublish);
    }

    /// <summary>Deletes the document; schedules, embargo and the actor's checkout end with it, but not before what was edited there is checked in.</summary>
    public void Delete()
    {
        EnsureDeletable();
        if (_state.Before is { } before)
        {
            before.Raise(DocumentEvents.Delete, _id);
            EnsureDeletable();
        }

        if (Public.Header.Checkout is not null) UndoCheckOut(force: false);
        CancelSchedule(ScheduleKind.Publish);
        CancelSchedule(ScheduleKind.Unpublish);
        LiftEmbargo();
        Apply(Rules.Delete(Public));
        if (_state.CurrentId == _id) _state.CurrentId = null;
    }

    /// <summary>Schedules publishing or taking off.</summary>
    public void Schedule(ScheduleKind kind, DateTimeOffset at) => Apply(Rules.Schedule(Design, Public, kind, at, _state.Instant));

    /// <summary>Takes a schedule back.</summary>
    public void CancelSchedule(ScheduleKind kind) => Apply(Rules.CancelSchedule(Public, kind));

    /// <summary>Puts the document under an embargo.</summary>
    public void SetEmbargo(DateTimeOffset? until, string? reason) => Apply(Rules.SetEmbargo(Design, Public, until, reason, _state.Instant));

    /// <summary>Lifts the embargo.</summary>
    public void LiftEmbargo() => Apply(Rules.LiftEmbargo(Public));

    /// <summary>The transaction leaves the time of the last content change as it is.</summary>
    public void KeepUpdated() => _state.Workspace.KeepUpdated(_id);

    /// <summary>Gives the document into the actor's hands.</summary>
    public void CheckOut()
    {
        var edit = CheckingOut();
        Ensure(edit);
        if (edit.Change is null) return;
        _state.Before?.Raise(DocumentEvents.CheckOut, _id);
        Apply(CheckingOut());
    }

    /// <summary>Brings what the actor changed in the working copy into the document, and gives that a name.</summary>
    public void CheckIn(string note, ObjectValue fields)
    {
        if (_state.Before is { } before)
        {
            Ensure(CheckingIn(out _));
            before.Raise(DocumentEvents.CheckIn, _id);
        }

        var workspace = _state.Workspace;
        var end = CheckingIn(out var copy);
        Ensure(end);
        if (copy is not null)
        {
            foreach (var change in workspace.EditsOf(copy).ToList()) workspace.ApplyTo(_id, change);
            workspace.Drop(copy);
        }

        Apply(end);
        Apply(Rules.NameVersion(Public, workspace.VersionOf(_id), _state.Actor, note, fields));
    }

    /// <summary>Drops a checkout with all that it changed.</summary>
    public void UndoCheckOut(bool force)
    {
        var copy = Public.Header.Checkout is { } checkout ? _state.Workspace.FindEvenDeleted(checkout.WorkingCopy) : null;
        Apply(Rules.UndoCheckOut(Public, _state.Workspace.CommittedVersionOf(copy).Version, _state.Actor, force, _state.CanForce));
        if (copy is not null) _state.Workspace.Drop(copy);
    }

    /// <summary>Makes an edit part of the transaction.</summary>
    public void Apply(Edit edit)
    {
        Ensure(edit);
        if (edit.Change is { } change) _state.Workspace.Apply(_id, change);
    }

    private Document Public => _state.Workspace.Public(_id) ?? Document;

    private bool HasWorkingCopy => _state.Workspace.WorkingCopy(Public) is not null;

    private Edit CheckingOut() => Rules.CheckOut(Public, _state.Workspace.Original(_id)?.Header.Sequence ?? 0, _state.Actor, _state.Instant);

    private Edit CheckingIn(out Document? copy)
    {
        copy = _state.Workspace.WorkingCopy(Public);
        var (committed, isEdited) = _state.Workspace.CommittedVersionOf(copy);
        return Rules.CheckIn(Public, committed, isEdited, _state.Actor);
    }

    private void EnsureDeletable()
    {
        Ensure(Rules.Delete(Public));
        EnsureCheckedIn();
    }

    private void EnsureCheckedIn()
    {
        if (Rules.CheckedIn(Public, _state.Actor, HasWorkingCopy) is { } violation) Refuse(violation);
    }

    private void WarnOfMarkup(string type, string directive, Value? value)
    {
        if (value is not null && Rules.MarkupTaken(Design, type, directive, value) is { } removed) _state.Warnings.TryAdd(_place(removed), removed);
    }

    private void Ensure(Edit edit)
    {
        if (edit.Violation is { } violation) Refuse(violation);
        if (edit.Change is { } change and not Created && Rules.MayChange(Public, change, _state.Actor) is { } held) Refuse(held);
    }

    private void Refuse(Violation violation) => throw ScriptFault.Of(violation, _place(violation));
}
