using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>One request to undo a transaction: the inverses of its changes in reverse order, each judged by the rules on the documents as they are now.</summary>
internal sealed class UndoRun(Guid undone, string actor, DateTimeOffset instant, IIdSource ids)
{
    private readonly Guid _id = ids.Transaction(instant);

    public Attempt Attempt(IStoreReader reader, Design design)
    {
        if (reader.Transaction(undone) is not { } entry)
            return Refuse(Refusals.Failed(EngineCodes.UnknownTransaction, $"there is no transaction {undone}", "'docscript log' lists them"));
        var workspace = new Workspace(reader, design, new IdAllocator(ids, (_, _) => 0, 1), Limits.Default with { Documents = int.MaxValue });
        workspace.FindEvenDeleted(SystemDocuments.Design);
        var refused = new List<string>();
        foreach (var row in entry.Rows.Reverse()) Undo(row, design, workspace, refused);
        if (refused.Count > 0)
            return Refuse(Refusals.InConflict(EngineCodes.UndoRefused, refused, "undo overwrites nothing: undo the later change first, or change it by a script"));
        var changed = workspace.Changed(instant);
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
        return new Attempt(new Done(_id, null, [.. changed.Where(document => document.Changes.Id > 0)], [], []), transaction);
    }

    private static Attempt Refuse(RunResult result) => new(result, null);

    private static void Undo(JournalRow row, Design design, Workspace workspace, List<string> refused)
    {
        var document = workspace.FindEvenDeleted(row.Document);
        if (document is null or { Header.Purged: true })
        {
            refused.Add($"document {row.Document} {(document is null ? "is gone" : "was purged: what it held is gone for good")}");
            return;
        }

        foreach (var change in row.Changes.Reverse())
        {
            var edit = Rules.Undo(design, workspace.FindEvenDeleted(row.Document)!, change);
            if (edit.Violation is { } violation)
            {
                refused.Add(violation.Message);
                return;
            }

            if (edit.Change is { } inverse) workspace.Apply(row.Document, inverse);
        }
    }
}
