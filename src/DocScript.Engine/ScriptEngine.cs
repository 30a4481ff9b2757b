using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Checking;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Execution;
using DocScript.Engine.Storage;
using DocScript.Engine.Transactions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Engine;

/// <summary>
/// Runs scripts against a store: the façade that the command line, the server and tests use. Safe for several threads.
/// Expected failures are results; a <see cref="StoreException"/> says that the store itself can't work.
/// </summary>
public sealed class ScriptEngine(IStore store, ICommandSource commands, TimeProvider clock, IIdSource ids)
{
    private readonly DesignCache _designs = new();
    private readonly CommitLoop _commits = new(store, clock);

    /// <summary>Runs a script as one transaction; reruns it at most 5 times after a conflict it did not ask about.</summary>
    public Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, table, refusal) = Read(request);
        return refusal is null ? RunAsync(parsed, table, request, cancellation) : Task.FromResult<RunResult>(refusal);
    }

    /// <summary>Runs what was parsed before: the whole of the request's source, or a part of it.</summary>
    internal async Task<RunResult> RunAsync(ParseResult parsed, CommandTable table, RunRequest request, CancellationToken cancellation)
    {
        if (!parsed.IsValid) return Refusals.Invalid(parsed.Diagnostics);
        var run = new ScriptRun(parsed, request, table, clock, ids.Transaction, ReservingIds(parsed));
        return await _commits.RunAsync(reader => run.Attempt(reader, _designs.Of(reader), cancellation), cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a script without a commit: store and journal stay as they are.</summary>
    public Task<RunResult> PlanAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, table, refusal) = Read(request);
        return Task.FromResult(refusal ?? Plan(parsed, table, request, cancellation));
    }

    /// <summary>Plans what was parsed before: the whole of the request's source, or a part of it.</summary>
    internal RunResult Plan(ParseResult parsed, CommandTable table, RunRequest request, CancellationToken cancellation)
    {
        using var reader = store.Read();
        return Plan(parsed, table, request, reader, ProvisionalIds(reader), cancellation).Result;
    }

    /// <summary>Runs a script without a commit, reserves its ids, and answers what <see cref="ApplyAsync"/> commits; null beside a result that is not <see cref="Done"/>.</summary>
    public Task<(RunResult Result, SavedPlan? Plan)> SavePlanAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, table, refusal) = Read(request);
        if (refusal is not null) return Task.FromResult<(RunResult, SavedPlan?)>((refusal, null));
        using var reader = store.Read();
        var (result, transaction) = Plan(parsed, table, request, reader, null, cancellation);
        return Task.FromResult((result, result is Done done && transaction is not null ? new SavedPlan(transaction, done.Printed) : null));
    }

    /// <summary>Validates the changes of a saved plan again and commits them without running anything; refuses (DS4) when something it read moved on.</summary>
    public Task<RunResult> ApplyAsync(SavedPlan plan, CancellationToken cancellation = default) =>
        PlanApplication.ApplyAsync(store, _designs, ids, plan, Instants.Now(clock), cancellation);

    /// <summary>Takes a transaction back over all its documents (contracts/model.md), as a new transaction.</summary>
    public Task<RunResult> UndoAsync(Guid transaction, string actor, CancellationToken cancellation = default)
    {
        var undo = new UndoRun(transaction, actor, Instants.Now(clock), ids);
        return _commits.RunAsync(reader => undo.Attempt(reader, _designs.Of(reader)), cancellation);
    }

    /// <summary>
    /// Carries out the schedules that are due (contracts/livingdocs.md 2.3), the earliest first, each exactly once as a transaction of the actor <c>scheduler</c>.
    /// Any number of processes may tick at once.
    /// </summary>
    public IAsyncEnumerable<Ticked> TickAsync(CancellationToken cancellation = default) => Scheduler.TickAsync(store, _commits, _designs, clock, ids, cancellation);

    /// <summary>What undo would do, without a commit.</summary>
    public Task<RunResult> PlanUndoAsync(Guid transaction, string actor, CancellationToken cancellation = default)
    {
        using var reader = store.Read();
        var attempt = new UndoRun(transaction, actor, Instants.Now(clock), ids).Attempt(reader, _designs.Of(reader));
        return Task.FromResult(attempt.Result);
    }

    /// <summary>The store's design, or the built-in one.</summary>
    public static Design DesignOf(IStoreReader reader) => DesignDocument.Of(reader);

    /// <summary>
    /// All that can be said of a script without running it; with a null design, what only a design can tell is not checked.
    /// A strict check wants a guard for edits, and its warnings are errors.
    /// </summary>
    public static (ParseResult Parsed, IReadOnlyList<Diagnostic> Diagnostics) Check(SourceText source, CommandTable commands, Design? design, bool documentGiven = true, bool isStrict = false)
    {
        var parsed = ScriptParser.Parse(source, commands.Grammar);
        var found = Checker.Check(parsed, source, commands, design, documentGiven, isStrict);
        return (parsed, [.. parsed.Diagnostics.Concat(found).OrderBy(diagnostic => diagnostic.Location?.Span.Start ?? 0)]);
    }

    // With the built-in commands first: only what goes beyond them asks for others.
    private (ParseResult Parsed, CommandTable Table, RunResult? Refusal) Read(RunRequest request)
    {
        var first = commands as CommandTable ?? CommandTable.BuiltIn;
        var parsed = ScriptParser.Parse(request.Source, first.Grammar);
        if (ReferenceEquals(first, commands)) return (parsed, first, null);
        var (table, problems) = commands.Select(ScriptNeeds.Of(parsed), store);
        if (!problems.IsEmpty) return (parsed, table, new Failed([.. problems.Select(problem => problem with { Note = problem.Note ?? Refusals.NothingChanged })]));
        return (ReferenceEquals(table, first) ? parsed : ScriptParser.Parse(request.Source, table.Grammar), table, null);
    }

    private Attempt Plan(ParseResult parsed, CommandTable table, RunRequest request, IStoreReader reader, IdAllocator? allocator, CancellationToken cancellation)
    {
        if (!parsed.IsValid) return new Attempt(Refusals.Invalid(parsed.Diagnostics), null);
        var run = new ScriptRun(parsed, request, table, clock, ids.Transaction, allocator ?? ReservingIds(parsed));
        return run.Attempt(reader, _designs.Of(reader), cancellation);
    }

    private IdAllocator ReservingIds(ParseResult parsed) =>
        new(ids, (kind, count) => store.ReserveIdsAsync(kind, count).GetAwaiter().GetResult(), CreateCount.Of(parsed.Script));

    private IdAllocator ProvisionalIds(IStoreReader reader)
    {
        var next = ImmutableDictionary<IdKind, long>.Empty;
        return new IdAllocator(ids, Next, 1);

        long Next(IdKind kind, int count)
        {
            var first = next.GetValueOrDefault(kind, reader.LastId(kind) + 1);
            next = next.SetItem(kind, first + count);
            return first;
        }
    }
}
