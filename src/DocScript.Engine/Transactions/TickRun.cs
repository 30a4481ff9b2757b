using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Transactions;

/// <summary>
/// Carries one schedule out as one transaction of the scheduler: what is scheduled and the end of the schedule are one commit, so that it happens exactly once, whoever ticks
/// and how many at once. What can't be done ends the schedule too, with the reason.
/// </summary>
internal sealed class TickRun(Header due, DateTimeOffset instant, IIdSource ids, IdAllocator allocator, CommandTable commands, TimeProvider clock)
{
    private readonly Guid _id = ids.Transaction(instant);

    /// <summary>The schedule that is carried out: the earlier one that is due.</summary>
    public ScheduleKind Kind { get; } = due.PublishAt == due.Due ? ScheduleKind.Publish : ScheduleKind.Unpublish;

    /// <summary>When it was due.</summary>
    public DateTimeOffset At { get; } = due.Due!.Value;

    /// <summary>Why it could not be done at the last attempt, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>What others did to the schedule since makes this an attempt at nothing.</summary>
    public Attempt Attempt(IStoreReader reader, Design design, CancellationToken cancellation)
    {
        Failure = null;
        allocator.Restart();
        var workspace = Carry(reader, design, cancellation);
        var changed = workspace.Changed(instant);
        var done = new Done(_id, null, changed, [], []);
        if (changed.IsEmpty) return new Attempt(done, null);
        return new Attempt(done, new Transaction
        {
            Id = _id,
            Actor = Ticked.Actor,
            Instant = instant,
            Script = Description(),
            ReadAt = reader.Position,
            Reads = workspace.Reads,
            Documents = [.. changed.Select(document => document.Changes)],
        });
    }

    private string Description()
    {
        var what = ScheduleKinds.NameOf(Kind);
        var at = $"scheduled for {DateValue.ToShortIso(At)}";
        return Failure is null ? $"# tick: {what}, {at}" : $"# tick: could not {what}, {at}: {ValueLiteral.OneLine(Failure)}";
    }

    private Workspace Carry(IStoreReader reader, Design design, CancellationToken cancellation)
    {
        var workspace = new Workspace(reader, design, allocator, Limits.Default, Ticked.Actor);
        workspace.FindEvenDeleted(SystemDocuments.Design);
        if (workspace.Public(due.Id) is not { } document || ScheduleSet.Of(document.Header, Kind) != At) return workspace;
        var state = new RunState(workspace, Ticked.Actor, instant, Limits.Default, canForce: false) { Functions = commands.Functions };
        BeforeHooks.Attach(commands, state, _id, clock, mayEdit: true, cancellation);
        var edit = new DocumentEdit(state, due.Id, _ => default);
        workspace.Mark();
        try
        {
            if (Kind is ScheduleKind.Publish) edit.Publish();
            else edit.Unpublish();
            edit.CancelSchedule(Kind);
        }
        catch (ScriptFault fault)
        {
            // What was read for the refusal stays part of what the commit rests on; what hooks edited before it does not happen.
            Failure = fault.Message;
            workspace.Restore();
            workspace.ApplyTo(due.Id, new ScheduleSet(Kind, At, null) { Failure = Failure });
        }

        return workspace;
    }
}
