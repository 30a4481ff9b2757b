using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>One request to undo a transaction: the inverses of its changes in reverse order, each judged by the rules on the documents as they are now.</summary>
internal sealed class UndoRun(Guid undone, string actor, DateTimeOffset instant, IIdSource ids, CommandTable commands, TimeProvider clock)
{
    private readonly Guid _id = ids.Transaction(instant);

    /// <summary>The events that the undo of a transaction may raise.</summary>
    public static DocumentEvents EventsOf(IStoreReader reader, Guid undone) => reader.Transaction(undone) is { } entry
        ? entry.Rows.SelectMany(Undoable).Aggregate(DocumentEvents.None, (events, change) => events | RaisedEvents.Of(change.Invert()))
        : DocumentEvents.None;

    public Attempt Attempt(IStoreReader reader, Design design, CancellationToken cancellation)
    {
        if (reader.Transaction(undone) is not { } entry)
            return Refuse(Refusals.Failed(EngineCodes.UnknownTransaction, $"there is no transaction {undone}", "'docscript log' lists them"));
        var workspace = Workspace.OfGivenChanges(reader, design, ids, actor);
        workspace.FindEvenDeleted(SystemDocuments.Design);
        if (!entry.Rows.Any(row => Undoable(row).Any()))
            return Refuse(NothingToUndo(entry));
        var state = new RunState(workspace, actor, instant, Limits.Default, canForce: false) { Functions = commands.Functions };
        var before = BeforeHooks.Attach(commands, state, _id, clock, mayEdit: false, cancellation);
        var refused = new List<string>();
        try
        {
            // What was edited in a working copy came after what was edited before the checkout.
            foreach (var row in entry.Rows.Reverse().Where(row => !SystemDocuments.IsHookCursor(row.Document)).OrderBy(row => row.Header.WorkingCopyOf is null)) Undo(row, design, workspace, before, refused);
            if (refused.Count == 0) before?.RaiseChanges();
        }
        catch (ScriptFault fault)
        {
            return Refuse(Refusals.Of(fault));
        }

        var changed = workspace.Changed(instant);
        if (refused.Count == 0) refused.AddRange(PublicAgain(reader, design, workspace, changed));
        if (refused.Count == 0 && entry.Rows.Any(row => row.Document == SystemDocuments.Design)) refused.AddRange(Broken(design, workspace));
        if (refused.Count > 0)
            return Refuse(Refusals.InConflict(EngineCodes.UndoRefused, refused, "undo overwrites nothing: undo the later change first, or change it by a script"));
        var transaction = new Transaction
        {
            Id = _id,
            Actor = actor,
            Instant = instant,
            Script = $"# undo of {undone}",
            ReadAt = reader.Position,
            Reads = workspace.Reads,
            Documents = [.. changed.Select(document => document.Changes)],
            Undoes = undone,
        };
        var done = new Done(_id, null, [.. changed.Where(document => document.Changes.After.Header.IsShown)], [], [.. before?.Ignored ?? []])
        {
            ChangesDesign = changed.Any(document => document.Changes.Id == SystemDocuments.Design),
        };
        return new Attempt(done, transaction);
    }

    private static Attempt Refuse(RunResult result) => new(result, null);

    // Once all is undone: what a document takes another may just have given back.
    private static IEnumerable<string> PublicAgain(IStoreReader reader, Design design, Workspace workspace, ImmutableArray<ChangedDocument> changed) =>
        from document in changed
        where document.Changes.After.Header.Publication is { } now && now != document.Before?.Header.Publication
        let publication = reader.Publication(document.Changes.After.Header.Publication!.Value)
        where publication is not null
        from violation in Rules.Publishable(design, publication.Content, workspace)
        select violation.Message;

    // The earlier design comes back only where no document, among them those made since, breaks under it.
    private static IEnumerable<string> Broken(Design design, Workspace workspace)
    {
        var earlier = DesignDocument.Of(workspace.FindEvenDeleted(SystemDocuments.Design)!);
        var impact = DesignImpact.Of(DesignImpact.WithWorkingCopies(workspace.Query(Filter.All), workspace.FindEvenDeleted), design, earlier);
        foreach (var broken in impact.Broken) yield return $"document {broken.Name} would break under the earlier design: {broken.Violations[0].Message}";
        if (impact.Count > impact.Broken.Length) yield return string.Create(CultureInfo.InvariantCulture, $"and {impact.Count - impact.Broken.Length} more documents would break");
    }

    private void Undo(JournalRow row, Design design, Workspace workspace, BeforeHooks? before, List<string> refused)
    {
        if (workspace.FindEvenDeleted(row.Document) is not { Header.Purged: false } document)
        {
            refused.Add($"document {row.Document} {(workspace.FindEvenDeleted(row.Document) is null ? "is gone" : "was purged: what it held is gone for good")}");
            return;
        }

        var undoable = Undoable(row).Reverse().ToList();
        if (document.Header is { Deleted: true, WorkingCopyOf: { } original } && undoable.Count > 0)
        {
            refused.Add($"what was changed in the working copy of document {original} was checked in or dropped since");
            return;
        }

        if (document.Header.WorkingCopyOf is { } id && workspace.Public(id) is { Header.Checkout: { } checkout } && checkout.Actor != actor && undoable.Count > 0)
        {
            refused.Add($"document {id} is checked out by {checkout.Actor}");
            return;
        }

        foreach (var change in undoable)
        {
            // Edits are those of the document as its holder sees it, all else is the public document's.
            var now = (change.IsEdit ? workspace.Find(row.Document) : null) ?? workspace.FindEvenDeleted(row.Document)!;
            var edit = Rules.Undo(design, now, change);
            if ((edit.Violation ?? Refusal(now, edit.Change, undoable)) is { } violation)
            {
                refused.Add(row.Document switch
                {
                    SystemDocuments.Design => "the design was changed since",
                    SystemDocuments.Settings => "the settings of the store were changed since",
                    _ => violation.Message,
                });
                return;
            }

            if (edit.Change is not { } inverse || IsOver(inverse)) continue;
            before?.Raise(inverse, row.Document, isMade: false);
            workspace.Apply(row.Document, inverse);
            before?.Raise(inverse, row.Document, isMade: true);
        }
    }

    private InConflict NothingToUndo(JournalEntry entry) => entry.Rows.All(row => SystemDocuments.IsHookCursor(row.Document))
        ? Refusals.InConflict(EngineCodes.NothingToUndo, [$"transaction {undone} only says how far a hook is, which is not undone"], "undo what the hook did, if it did something")
        : Refusals.InConflict(EngineCodes.NothingToUndo, [$"transaction {undone} only checked documents out or in, which is not undone"], "write 'undo checkout' to drop a checkout, or change the document by a script");

    // Checkouts, check-ins and versions are not undone (contracts/model.md), nor is what came and went with a working copy, nor how far hooks were run.
    private static IEnumerable<Change> Undoable(JournalRow row)
    {
        var isCopy = row.Header.WorkingCopyOf is not null;
        if ((isCopy && row.Header.Deleted) || SystemDocuments.IsHookCursor(row.Document)) return [];
        return row.Changes.Where(change => change is not (CheckoutSet or NamedVersionSet or UpdatedKept) && !(isCopy && change is Created));
    }

    private Violation? Refusal(Document document, Change? inverse, List<Change> undoable)
    {
        if (inverse is null) return null;
        if (IsOver(inverse) && undoable.TrueForAll(change => change is ScheduleSet)) return Rules.TooLate(document, (ScheduleSet)inverse);
        return Rules.MayChange(document, inverse, actor);
    }

    // A schedule whose time has passed would be carried out at once; with what else is undone it is left out.
    private bool IsOver(Change inverse) => inverse is ScheduleSet { At: { } at } && at <= instant;
}
