using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Execution;
using DocScript.Hooks.Values;

namespace DocScript.Hooks.Contract;

/// <summary>A document to edit. Each edit asks the rules of the design, as a statement of a script does; a broken one ends the transaction.</summary>
public sealed class DocumentEdit : DocumentView
{
    internal DocumentEdit(RunDocuments run, long id) : base(run, id) { }

    private Engine.Execution.DocumentEdit Edit => Run.Edit(Id);

    /// <summary>Sets the title.</summary>
    public void SetTitle(string title) => Edit.SetTitle(title, was: null);

    /// <summary>Sets a metadata property, or a member of one (<c>teaser.text</c>); null unsets it.</summary>
    public void SetMetadata(string path, object? value) => Edit.SetMetadata(MetadataPath.Of(path.Split('.')), ClrValues.ToValueOrNull(value), was: null);

    /// <summary>Sets the content of a directive; null unsets it. Text for an editable is markup: <see cref="Html.Escape"/>.</summary>
    public void Set(Component component, string directive, object? value) => Edit.SetDirective(Own(component), directive, kind: null, ClrValues.ToValueOrNull(value), was: null);

    /// <summary>Sets a style of a component; null unsets it.</summary>
    public void SetStyle(Component component, string style, object? value) => Edit.SetStyle(Own(component), directive: null, style, ClrValues.ToValueOrNull(value), was: null);

    /// <summary>Sets a condition of a component; null unsets it.</summary>
    public void SetCondition(Component component, string condition, object? value) => Edit.SetCondition(Own(component), condition, ClrValues.ToValueOrNull(value), was: null);

    /// <summary>Inserts a new component.</summary>
    /// <param name="type">The name of its definition.</param>
    /// <param name="place">Where; null: last in the document.</param>
    /// <param name="content">Its directives, or null for none.</param>
    /// <param name="id">Its id, or null for one that is made.</param>
    public Component Insert(string type, Place? place = null, IReadOnlyDictionary<string, object?>? content = null, string? id = null) =>
        new(this, Edit.Insert(type, id, Own(place), ClrValues.ToObject(content)));

    /// <summary>Moves a component with all below it.</summary>
    public void Move(Component component, Place place) => Edit.Move(Own(component), Own(place));

    /// <summary>Removes a component with all below it.</summary>
    public void Remove(Component component) => Edit.Remove(Own(component));

    /// <summary>Makes the content public.</summary>
    public void Publish() => Edit.Publish();

    /// <summary>Takes the document off.</summary>
    public void Unpublish() => Edit.Unpublish();

    /// <summary>Deletes the document.</summary>
    public void Delete() => Edit.Delete();

    /// <summary>Schedules publishing.</summary>
    public void SchedulePublish(DateTimeOffset at) => Edit.Schedule(ScheduleKind.Publish, at);

    /// <summary>Schedules taking it off.</summary>
    public void ScheduleUnpublish(DateTimeOffset at) => Edit.Schedule(ScheduleKind.Unpublish, at);

    /// <summary>Takes a schedule to publish back.</summary>
    public void CancelPublish() => Edit.CancelSchedule(ScheduleKind.Publish);

    /// <summary>Takes a schedule to take it off back.</summary>
    public void CancelUnpublish() => Edit.CancelSchedule(ScheduleKind.Unpublish);

    /// <summary>Puts the document under an embargo.</summary>
    public void SetEmbargo(DateTimeOffset? until = null, string? because = null) => Edit.SetEmbargo(until, because);

    /// <summary>Lifts the embargo.</summary>
    public void LiftEmbargo() => Edit.LiftEmbargo();

    /// <summary>Leaves the time of the last content change as it is.</summary>
    public void KeepUpdated() => Edit.KeepUpdated();

    /// <summary>Gives the document into the user's hands.</summary>
    public void CheckOut() => Edit.CheckOut();

    /// <summary>Brings what the user changed into the document, and gives that a name.</summary>
    public void CheckIn(string note = "") => Edit.CheckIn(note, ObjectValue.Empty);

    private string Own(Component component) => component.Document.Id == Id ? component.Id : throw new Refusal($"component '{component.Id}' is one of document {component.Document.Id}, not of document {Id}");

    private ComponentPlace Own(Place? place) => place switch
    {
        null => Place.AtEnd.Where,
        { Document: { } document } when document != Id => throw new Refusal($"the place is in document {document}, not in document {Id}"),
        _ => place.Where,
    };
}
