using System.Collections.Immutable;
using DocScript.Documents.Designs;
using DocScript.Engine.Checking;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
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
public sealed class ScriptEngine
{
    private readonly IStore _store;
    private readonly ICommandSource _commands;
    private readonly TimeProvider _clock;
    private readonly IIdSource _ids;
    private readonly DesignCache _designs = new();
    private readonly AfterHooks _after;
    private readonly Scheduler _scheduler;

    /// <summary>An engine over a store.</summary>
    public ScriptEngine(IStore store, ICommandSource commands, TimeProvider clock, IIdSource ids)
    {
        (_store, _commands, _clock, _ids) = (store, commands, clock, ids);
        _after = new AfterHooks(store, new CommitLoop(store, clock), _designs, clock, ids);
        _scheduler = new Scheduler(store, commands, _after, _designs, clock, ids);
    }

    /// <summary>Runs a script as one transaction; reruns it at most 5 times after a conflict it did not ask about.</summary>
    public Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, commands, refusal) = Read(request);
        return refusal is null ? RunAsync(parsed, commands.Table, request, cancellation) : Task.FromResult<RunResult>(refusal);
    }

    /// <summary>Runs what was parsed before: the whole of the request's source, or a part of it.</summary>
    internal async Task<RunResult> RunAsync(ParseResult parsed, CommandTable table, RunRequest request, CancellationToken cancellation)
    {
        if (!parsed.IsValid) return Refusals.Invalid(parsed.Diagnostics);
        var run = new ScriptRun(parsed, request, table, _clock, _ids.Transaction, ReservingIds(parsed));
        return await _after.CommitAsync(reader => run.Attempt(reader, _designs.Of(reader), cancellation), table, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a script without a commit: store and journal stay as they are.</summary>
    public Task<RunResult> PlanAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, commands, refusal) = Read(request);
        return Task.FromResult(refusal ?? Plan(parsed, commands.Table, request, cancellation));
    }

    /// <summary>Plans what was parsed before: the whole of the request's source, or a part of it.</summary>
    internal RunResult Plan(ParseResult parsed, CommandTable table, RunRequest request, CancellationToken cancellation)
    {
        using var reader = _store.Read();
        return Plan(parsed, table, request, reader, IdAllocator.Provisional(_ids, reader), cancellation).Result;
    }

    /// <summary>Runs a script without a commit, reserves its ids, and answers what <see cref="ApplyAsync"/> commits; null beside a result that is not <see cref="Done"/>.</summary>
    public Task<(RunResult Result, SavedPlan? Plan)> SavePlanAsync(RunRequest request, CancellationToken cancellation = default)
    {
        var (parsed, commands, refusal) = Read(request);
        if (refusal is not null) return Task.FromResult<(RunResult, SavedPlan?)>((refusal, null));
        using var reader = _store.Read();
        var (result, transaction) = Plan(parsed, commands.Table, request, reader, null, cancellation);
        if (result is not Done done || transaction is null) return Task.FromResult<(RunResult, SavedPlan?)>((result, null));
        return Task.FromResult<(RunResult, SavedPlan?)>((result, new SavedPlan(transaction, done.Printed) { Folders = commands.Table.Hooks.All.Count == 0 ? [] : commands.Folders }));
    }

    /// <summary>Validates the changes of a saved plan again and commits them without running anything; refuses (DS4) when something it read moved on.</summary>
    public Task<RunResult> ApplyAsync(SavedPlan plan, CancellationToken cancellation = default)
    {
        var (table, problems) = Select(RaisedEvents.Of(plan.Transaction.Documents), plan.Folders);
        if (!problems.IsEmpty) return Task.FromResult<RunResult>(Refusals.Of(problems));
        return _after.CommitAsync(() => PlanApplication.ApplyAsync(_store, _designs, _ids, table, plan, _clock, cancellation), table, cancellation);
    }

    /// <summary>Takes a transaction back over all its documents (contracts/model.md), as a new transaction.</summary>
    public Task<RunResult> UndoAsync(Guid transaction, string actor, CancellationToken cancellation = default)
    {
        var (table, problems) = SelectForUndo(transaction);
        if (!problems.IsEmpty) return Task.FromResult<RunResult>(Refusals.Of(problems));
        var undo = new UndoRun(transaction, actor, Instants.Now(_clock), _ids, table, _clock);
        return _after.CommitAsync(reader => undo.Attempt(reader, _designs.Of(reader), cancellation), table, cancellation);
    }

    /// <summary>
    /// Carries out the schedules that are due (contracts/livingdocs.md 2.3), the earliest first, each exactly once as a transaction of the actor <c>scheduler</c>.
    /// Any number of processes may tick at once.
    /// </summary>
    public IAsyncEnumerable<Ticked> TickAsync(CancellationToken cancellation = default) => _scheduler.TickAsync(cancellation);

    /// <summary>What undo would do, without a commit.</summary>
    public Task<RunResult> PlanUndoAsync(Guid transaction, string actor, CancellationToken cancellation = default)
    {
        var (table, problems) = SelectForUndo(transaction);
        if (!problems.IsEmpty) return Task.FromResult<RunResult>(Refusals.Of(problems));
        using var reader = _store.Read();
        var attempt = new UndoRun(transaction, actor, Instants.Now(_clock), _ids, table, _clock).Attempt(reader, _designs.Of(reader), cancellation);
        return Task.FromResult(attempt.Result);
    }

    /// <summary>
    /// Runs the hooks after events that are still to be run, whoever committed what raised them: for a process that sees to what others left, such as <c>docscript tick</c>.
    /// Answers what went wrong, as warnings, or why it can't be done (DS6).
    /// </summary>
    public async Task<ImmutableArray<Diagnostic>> DrainAsync(CancellationToken cancellation = default)
    {
        var (table, problems) = Select(DocumentEvents.All);
        return problems.IsEmpty ? await _after.DrainAsync(table, cancellation).ConfigureAwait(false) : problems;
    }

    /// <summary>The events for which hooks failed five times and went on without, by the hooks' names; also of hooks that are gone.</summary>
    public IReadOnlyList<FailedHook> FailedHooks()
    {
        using var reader = _store.Read();
        return [.. HookRetry.All(reader).Select(each => each.Told)];
    }

    /// <summary>Runs hooks again for all that <see cref="FailedHooks"/> lists, each once; what goes well is no longer listed.</summary>
    public async Task<HookRetries> RetryHooksAsync(CancellationToken cancellation = default)
    {
        var (table, problems) = Select(DocumentEvents.All);
        if (!problems.IsEmpty) return new([], problems);
        var (retried, warnings) = await _after.RetryAsync(table, cancellation).ConfigureAwait(false);
        return new(retried, warnings);
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
    private (ParseResult Parsed, CommandSelection Commands, RunResult? Refusal) Read(RunRequest request)
    {
        var first = _commands as CommandTable ?? CommandTable.BuiltIn;
        var parsed = ScriptParser.Parse(request.Source, first.Grammar);
        if (ReferenceEquals(first, _commands)) return (parsed, new(first, []), null);
        var commands = _commands.Select(ScriptNeeds.Of(parsed), _store);
        if (!commands.Problems.IsEmpty) return (parsed, commands, Refusals.Of(commands.Problems));
        return (ReferenceEquals(commands.Table, first) ? parsed : ScriptParser.Parse(request.Source, commands.Table.Grammar), commands, null);
    }

    private CommandSelection SelectForUndo(Guid transaction)
    {
        if (_commands is CommandTable all) return new(all, []);
        using var reader = _store.Read();
        return Select(UndoRun.EventsOf(reader, transaction));
    }

    // What raises nothing asks for no hooks.
    private CommandSelection Select(DocumentEvents events, params ImmutableArray<string> folders) =>
        events is DocumentEvents.None ? new(CommandTable.BuiltIn, []) : _commands.Select(ScriptNeeds.Of(events, folders), _store);

    private Attempt Plan(ParseResult parsed, CommandTable table, RunRequest request, IStoreReader reader, IdAllocator? allocator, CancellationToken cancellation)
    {
        if (!parsed.IsValid) return new Attempt(Refusals.Invalid(parsed.Diagnostics), null);
        var run = new ScriptRun(parsed, request, table, _clock, _ids.Transaction, allocator ?? ReservingIds(parsed));
        return run.Attempt(reader, _designs.Of(reader), cancellation);
    }

    private IdAllocator ReservingIds(ParseResult parsed) =>
        new(_ids, (kind, count) => _store.ReserveIdsAsync(kind, count).GetAwaiter().GetResult(), CreateCount.Of(parsed.Script));
}
