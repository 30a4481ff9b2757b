using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>
/// Commits a saved plan: nothing is run, everything is validated again, because its file may be old or have been edited. Hooks before its events are asked again, too, but
/// only whether they refuse: what they edited further is in the plan.
/// </summary>
internal static class PlanApplication
{
    private const string MakeAgain = "make the plan again and look at it";

    public static async Task<RunResult> ApplyAsync(IStore store, DesignCache designs, IIdSource ids, CommandTable commands, SavedPlan plan, TimeProvider clock, CancellationToken cancellation)
    {
        var (result, transaction) = Validate(store, designs, ids, commands, plan, clock, cancellation);
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

    private static Attempt Validate(IStore store, DesignCache designs, IIdSource ids, CommandTable commands, SavedPlan plan, TimeProvider clock, CancellationToken cancellation)
    {
        using var reader = store.Read();
        var (transaction, now) = (plan.Transaction, Instants.Now(clock));
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
        var workspace = Workspace.OfGivenChanges(reader, design, ids, transaction.Actor);
        var state = new RunState(workspace, transaction.Actor, transaction.Instant, Limits.Default, canForce: false) { Functions = commands.Functions };
        var hooks = BeforeHooks.Attach(commands, state, transaction.Id, clock, mayEdit: false, cancellation);
        foreach (var changes in transaction.Documents)
        {
            var before = reader.Load(changes.Id);
            if (Judge(design, before, changes, transaction, reader, now) is { } wrong)
                return new Attempt(Refusals.Failed(EngineCodes.BadPlan, $"the plan can't be applied to document {changes.Id}: {wrong}", MakeAgain), null);
            documents.Add(new ChangedDocument(before, changes) { Title = DisplayTitle.Of(design, changes.After) });
            if (Make(changes, workspace, hooks) is { } refusal) return new Attempt(refusal, null);
        }

        // Once all is there: what the plan publishes may refer to what else it makes.
        var taken = transaction.Documents
            .SelectMany(changes => changes.Publications(transaction.Instant))
            .SelectMany(publication => Rules.Publishable(design, publication.Content, workspace))
            .Select(wrong => $"the plan is outdated: {wrong.Message}")
            .ToList();
        if (taken.Count > 0) return new Attempt(Refusals.InConflict(EngineCodes.PlanOutdated, taken, MakeAgain), null);
        if (Refusal(() => hooks?.RaiseChanges()) is { } refused) return new Attempt(refused, null);
        return new Attempt(new Done(transaction.Id, null, [.. documents], plan.Printed, []), transaction);
    }

    private static RunResult? Make(DocumentChanges changes, Workspace workspace, BeforeHooks? hooks) => Refusal(() =>
    {
        foreach (var change in changes.Changes)
        {
            hooks?.Raise(change, changes.Id, isMade: false);
            workspace.ApplyTo(changes.Id, change);
            hooks?.Raise(change, changes.Id, isMade: true);
        }
    });

    private static RunResult? Refusal(Action raise)
    {
        try
        {
            raise();
            return null;
        }
        catch (ScriptFault fault)
        {
            return Refusals.Of(fault);
        }
    }

    // A change is legal when undoing its inverse is: that asks the same rules as the command that made it.
    private static string? Judge(Design design, Document? before, DocumentChanges changes, Transaction transaction, IStoreReader reader, DateTimeOffset now)
    {
        if (changes.Id <= 0 && !IsHeld(changes.Id, transaction, reader)) return "it is a system document";
        if (transaction.Reads.Documents.Find(changes.Id) != changes.Expected) return "the plan does not say which state it read";
        var current = before;
        foreach (var change in changes.Changes)
        {
            if (change is Created created)
            {
                if (current is not null) return "it exists";
                if (changes.Id > 0 && Rules.Import(design, created.Initial) is [var first, ..]) return first.Message;
                current = created.Initial;
                continue;
            }

            if (current is null) return "it does not exist";
            if (change.Outdated(current) is { } outdated) return outdated;
            if (change.IsEdit && current.Header.Checkout is not null && !changes.Changes.Any(each => each is CheckoutSet { IsCheckin: true })) return "it is checked out, and what is edited is the working copy";
            if (change is ComponentInserted inserted && Rules.Within(design, current, inserted.Subtree) is { } within) return within.Message;
            if ((Rules.MayChange(current, change, transaction.Actor) ?? MayStill(design, current, change, now) ?? Rules.Undo(design, current, change.Invert(), asNew: true).Violation) is { } violation) return violation.Message;
            if (change is MetadataSet set && set.IsSystem != design.ContentTypes[current.Header.ContentType].Metadata[set.Path.Property].Plugin.IsSystem)
                return $"it counts '{set.Path}' {(set.IsSystem ? "as system metadata" : "as content")}, which it is not";
            current = change.Apply(current);
        }

        return changes.After.Equals(Document.Commit(before, changes.Changes, transaction.Instant)) ? null : "its result is not what its changes make";
    }

    // What also the time decides.
    private static Violation? MayStill(Design design, Document document, Change change, DateTimeOffset now) => change switch
    {
        ScheduleSet { At: { } at } schedule => Rules.Schedule(design, document, schedule.Kind, at, now).Violation,
        EmbargoSet { Embargo: { } embargo } => Rules.SetEmbargo(design, document, embargo.Until, embargo.Reason, now).Violation,
        Published published => Rules.Publish(design, document, published.Publication, now).Violation,
        _ => null,
    };

    // The working copy of a document that the plan's actor holds, now or by the plan itself.
    private static bool IsHeld(long copy, Transaction transaction, IStoreReader reader)
    {
        if (Checkout.DocumentOf(copy) is not { } id) return false;
        var planned = transaction.Documents.FirstOrDefault(changes => changes.Id == id);
        return IsBy(reader.Load(id)?.Header.Checkout) || planned?.Changes.Any(change => change is CheckoutSet set && IsBy(set.Checkout)) == true;

        bool IsBy(Checkout? checkout) => checkout is not null && checkout.WorkingCopy == copy && checkout.Actor == transaction.Actor;
    }

    private static Done Repeated(IStore store, KeptResult kept)
    {
        using var reader = store.Read();
        return RepeatedResult.Of(reader, kept);
    }
}
