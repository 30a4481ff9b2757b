using System.Collections.Immutable;
using System.Text;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Events;

/// <summary>What one round of work with hooks after events does with a hook: takes its lease, runs it, moves its cursor; and what is told of it.</summary>
/// <param name="owner">The name under which leases are held.</param>
internal sealed class HookSession(
    IStore store, CommitLoop commits, DesignCache designs, TimeProvider clock, IIdSource ids, HookCursors cursors, string owner, CommandTable table, CancellationToken cancellation)
{
    private const int MostOfMessage = 500;

    private static readonly SourceText Nowhere = new("hooks", "");

    private readonly ImmutableArray<Diagnostic>.Builder _told = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>What went wrong, as warnings.</summary>
    public ImmutableArray<Diagnostic> Told => _told.ToImmutable();

    /// <summary>Takes the lease of a hook, or answers that another has it, or has moved the cursor meanwhile.</summary>
    /// <param name="at">Where the cursor must be, or null for anywhere.</param>
    public Task<bool> TakeAsync(EventHook hook, HookPlace? at = null) =>
        cursors.ChangeAsync(hook, cursor => IsKeptOut(cursor) || (at is not null && cursor.Place != at) ? null : cursor with { Lease = NewLease() }, cancellation);

    /// <summary>Lets others run a hook at once; also when nobody waits for this any more.</summary>
    public Task ReleaseAsync(EventHook hook) => cursors.ChangeAsync(hook, cursor => cursor.Lease?.Owner == owner ? cursor with { Lease = null } : null, CancellationToken.None);

    /// <summary>Runs a hook for one document; where it failed, nothing was changed.</summary>
    /// <param name="after">The cursor once it has run, or null where the hook is not to be run any more.</param>
    public async Task<(RunResult Result, HookRun Run)> CallAsync(EventHook hook, PendingEvents events, long document, Func<HookCursor, HookCursor?> after)
    {
        var allocator = new IdAllocator(ids, (kind, count) => store.ReserveIdsAsync(kind, count, cancellation).GetAwaiter().GetResult(), 1);
        var run = new HookRun(hook, events, document, owner, cursor => after(cursor) is { } then ? Renewed(then) : null, table, cursors, ids, allocator, clock);
        return (await commits.RunAsync(reader => run.Attempt(reader, designs.Of(reader), cancellation), cancellation).ConfigureAwait(false), run);
    }

    /// <summary>Changes the cursor of a hook whose lease is held here; answers whether it still is.</summary>
    public Task<bool> MoveAsync(EventHook hook, Func<HookCursor, HookCursor> change) =>
        cursors.ChangeAsync(hook, cursor => cursor.Lease?.Owner == owner ? change(cursor) : null, cancellation);

    /// <summary>Moves the cursor of a hook that nobody runs; answers whether it did.</summary>
    /// <param name="to">The place to be, or null to leave it where it is.</param>
    public Task<bool> PassAsync(EventHook hook, Func<HookPlace, HookPlace?> to) =>
        cursors.ChangeAsync(hook, cursor => !IsKeptOut(cursor) && to(cursor.Place) is { } place ? cursor with { Place = place } : null, cancellation);

    /// <summary>Whether another has the lease.</summary>
    public bool IsKeptOut(HookCursor cursor) => cursor.Lease?.KeepsOut(owner, clock.GetUtcNow()) == true;

    /// <summary>Warns of something.</summary>
    public void Tell(DiagnosticCode code, string message, string? help, Location? at = null) =>
        _told.Add(new Diagnostic(code, Severity.Warning, message, at, Help: help, Note: "the transaction stands"));

    /// <summary>What a hook said when it failed, short and on one line, and where it stands.</summary>
    public static (string Message, Location? At) Said(ScriptFault fault)
    {
        var diagnostic = fault.ToDiagnostic(Nowhere, "");
        return (string.Concat(diagnostic.Message.EnumerateRunes().Take(MostOfMessage).Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())), diagnostic.Location);
    }

    /// <summary>Something that is set aside now.</summary>
    public SetAside SetAside(Guid transaction, long document, string message) => new(transaction, document, message, Instants.Now(clock));

    private HookCursor Renewed(HookCursor cursor) => cursor.Lease is null ? cursor : cursor with { Lease = NewLease() };

    private HookLease NewLease() => new(owner, clock.GetUtcNow() + HookLease.Lasts);
}
