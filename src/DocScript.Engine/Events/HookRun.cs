using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;

namespace DocScript.Engine.Events;

/// <summary>One run of a hook after an event: what it edits and the move of its cursor are one transaction.</summary>
/// <param name="hook">The hook.</param>
/// <param name="events">The transaction that raised the event.</param>
/// <param name="document">The document.</param>
/// <param name="owner">Who must hold the lease.</param>
/// <param name="after">The cursor once it has run, or null where the hook is not to be run any more.</param>
internal sealed class HookRun(EventHook hook, PendingEvents events, long document, string owner, Func<HookCursor, HookCursor?> after, CommandTable commands, HookCursors cursors, IIdSource ids, IdAllocator allocator, TimeProvider clock)
{
    private readonly DateTimeOffset _instant = Instants.Now(clock);
    private Guid? _id;

    /// <summary>Why the hook failed at the last attempt, or null.</summary>
    public ScriptFault? Failure { get; private set; }

    /// <summary>Whether another had the lease, or had done it meanwhile, at the last attempt.</summary>
    public bool IsLost { get; private set; }

    public Attempt Attempt(IStoreReader reader, Design design, CancellationToken cancellation)
    {
        (Failure, IsLost) = (null, false);
        allocator.Restart();
        var id = _id ??= ids.Transaction(_instant);
        var done = new Done(id, null, [], [], []);
        var workspace = new Workspace(reader, design, allocator, Limits.Default, EventHook.Actor);
        workspace.FindEvenDeleted(SystemDocuments.Design);
        var (cursorId, cursor) = cursors.IdOf(reader, hook) is { } found ? (found, workspace.FindEvenDeleted(found)!) : throw new InvalidOperationException("a hook runs that has no cursor");
        var now = HookCursor.Of(cursor);
        var then = now.Lease?.Owner == owner ? after(now) : null;
        IsLost = then is null;
        if (then is null) return new Attempt(done, null);
        var state = new RunState(workspace, EventHook.Actor, _instant, Limits.Default, canForce: false) { Functions = commands.Functions, CurrentId = document };
        try
        {
            HookCall.Run(hook, new EventContext(hook, document, events.Transaction, events.Actor, new Interpreter(state, commands, ObjectValue.Empty, clock, cancellation), cancellation));
        }
        catch (ScriptFault fault)
        {
            Failure = fault;
            return new Attempt(done, null);
        }

        foreach (var change in then.From(cursor)) workspace.ApplyTo(cursorId, change);
        return new Attempt(done, new Transaction
        {
            Id = id,
            Actor = EventHook.Actor,
            Instant = _instant,
            Script = HookTransaction.Script(hook, document),
            Parameters = HookTransaction.Parameters(hook, events, document),
            ReadAt = reader.Position,
            Reads = workspace.Reads,
            Documents = [.. workspace.Changed(_instant).Select(changed => changed.Changes)],
        });
    }
}
