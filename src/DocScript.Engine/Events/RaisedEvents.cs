using DocScript.Documents.Changes;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Events;

/// <summary>The events that changes are: what the journal says, told as hooks know it.</summary>
internal static class RaisedEvents
{
    /// <summary>The event that one change is, or none. What comes back by an undo is made, made public or taken off like any other.</summary>
    public static DocumentEvents Of(Change change) => change switch
    {
        Created or Restored => DocumentEvents.Create,
        Deleted => DocumentEvents.Delete,
        Published or PublicationRestored { Publication: not null } => DocumentEvents.Publish,
        Unpublished or PublicationRestored => DocumentEvents.Unpublish,
        CheckoutSet { IsCheckin: true } => DocumentEvents.CheckIn,
        CheckoutSet { Checkout: not null } => DocumentEvents.CheckOut,
        { IsContent: true } => DocumentEvents.Change,
        _ => DocumentEvents.None,
    };

    /// <summary>
    /// The events that a transaction raised for one document. What is only in somebody's hands is none; nothing is told of a document that was made and deleted by the same
    /// transaction; and that one that is gone was changed before is not told.
    /// </summary>
    public static DocumentEvents Of(JournalRow row)
    {
        if (!row.Header.IsPublic) return DocumentEvents.None;
        var events = Of(row.Changes);
        if (!row.Header.Deleted) return events & ~DocumentEvents.Delete;
        return row.Changes is [Created or Restored, ..] ? DocumentEvents.None : events & ~(DocumentEvents.Create | DocumentEvents.Change);
    }

    /// <summary>All events that a transaction raises.</summary>
    public static DocumentEvents Of(IEnumerable<DocumentChanges> documents) =>
        Of(documents.Where(document => document.After.Header.IsPublic).SelectMany(document => document.Changes));

    // What is made has content, too.
    private static DocumentEvents Of(IEnumerable<Change> changes) =>
        changes.Aggregate(DocumentEvents.None, (all, change) => all | Of(change) | (change.IsContent ? DocumentEvents.Change : DocumentEvents.None));
}
