using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>Commits a saved plan: nothing is run, everything is validated again, because its file may be old or have been edited.</summary>
internal static class PlanApplication
{
    private const string MakeAgain = "make the plan again and look at it";

    public static async Task<RunResult> ApplyAsync(IStore store, DesignCache designs, SavedPlan plan, CancellationToken cancellation)
    {
        var (result, transaction) = Validate(store, designs, plan);
        if (transaction is null) return result;
        return await store.CommitAsync(transaction, cancellation).ConfigureAwait(false) switch
        {
            Committed committed => (Done)result with { Position = transaction.Documents.IsEmpty ? null : committed.Position },
            AlreadyCommitted already => Repeated(store, already.Earlier),
            KeyReused reused => Refusals.KeyReused(transaction.Key!.Key, reused.Earlier),
            Conflict conflict => Refusals.InConflict(EngineCodes.PlanOutdated, [$"the plan is outdated: {conflict.Moved}"], MakeAgain),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static Attempt Validate(IStore store, DesignCache designs, SavedPlan plan)
    {
        using var reader = store.Read();
        var transaction = plan.Transaction;
        if (reader.Transaction(transaction.Id) is { } applied)
            return new Attempt(new Done(transaction.Id, applied.Position, RepeatedResult.Documents(reader, applied), plan.Printed, [], Repeated: true), null);
        var moved = transaction.Reads.Documents
            .Select(read => (read.Key, Expected: read.Value, Now: reader.Load(read.Key)?.Header.Sequence ?? 0))
            .Where(read => read.Expected != read.Now)
            .Select(read => read.Key == SystemDocuments.Design ? "the plan is outdated: the design was changed since" : $"the plan is outdated: document {read.Key} was changed since")
            .ToList();
        if (moved.Count > 0) return new Attempt(Refusals.InConflict(EngineCodes.PlanOutdated, moved, MakeAgain), null);
        var design = designs.Of(reader);
        var documents = new List<ChangedDocument>();
        foreach (var changes in transaction.Documents)
        {
            var before = reader.Load(changes.Id);
            if (Judge(design, before, changes, transaction) is { } wrong)
                return new Attempt(Refusals.Failed(EngineCodes.BadPlan, $"the plan can't be applied to document {changes.Id}: {wrong}", MakeAgain), null);
            documents.Add(new ChangedDocument(before, changes));
        }

        return new Attempt(new Done(transaction.Id, null, [.. documents], plan.Printed, []), transaction);
    }

    // A change is legal when undoing its inverse is: that asks the same rules as the command that made it.
    private static string? Judge(Design design, Document? before, DocumentChanges changes, Transaction transaction)
    {
        if (changes.Id <= 0) return "it is a system document";
        if (!transaction.Reads.Documents.TryGetValue(changes.Id, out var read) || read != changes.Expected) return "the plan does not say which state it read";
        var current = before;
        foreach (var change in changes.Changes)
        {
            if (change is Created created)
            {
                if (current is not null) return "it exists";
                if (Rules.Import(design, created.Initial) is [var first, ..]) return first.Message;
                current = created.Initial;
                continue;
            }

            if (current is null) return "it does not exist";
            if (change.Outdated(current) is { } outdated) return outdated;
            if (Rules.Undo(design, current, change.Invert()).Violation is { } violation) return violation.Message;
            current = change.Apply(current);
        }

        return changes.After.Equals(Document.Commit(before, changes.Changes, transaction.Instant)) ? null : "its result is not what its changes make";
    }

    private static Done Repeated(IStore store, KeptResult kept)
    {
        using var reader = store.Read();
        return RepeatedResult.Of(reader, kept);
    }
}
