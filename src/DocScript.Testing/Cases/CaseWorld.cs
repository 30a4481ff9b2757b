using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Cases;

/// <summary>A store in which the <c>given</c> scripts of a case have run, a minute apart from 2026-01-01, and an engine for its script.</summary>
internal sealed class CaseWorld : ILawWorld, IAsyncDisposable
{
    private readonly CaseFile _file;
    private readonly CommandTable _commands;
    private readonly List<Guid> _given = [];

    private CaseWorld(CaseFile file, CommandTable commands, IStore store) => (_file, _commands, Store) = (file, commands, store);

    public IStore Store { get; }

    public CaseOptions Options => _file.Options;

    public static async Task<CaseWorld> CreateAsync(CaseFile file, CommandTable commands, Func<TimeProvider, IStore> open)
    {
        var world = new CaseWorld(file, commands, open(new FixedClock(file.Options.Now)));
        var (ids, instant) = (new FixedIds('g'), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await CaseStart.CommitAsync(file, world.Store, instant);
        foreach (var given in file.Given)
        {
            var engine = new ScriptEngine(world.Store, commands, new FixedClock(instant), ids);
            var options = CaseOptions.Parse(given.Tail);
            var name = string.Create(CultureInfo.InvariantCulture, $"given-{world._given.Count + 1}");
            var result = options.Undo is { } number
                ? await engine.UndoAsync(world._given[number - 1], options.Request(name, "").Actor)
                : await engine.RunAsync(options.Request(name, given.Body));
            if (result is Done done) world._given.Add(done.Transaction);
            else if (!options.MayFail) throw new FormatException($"what is given must run, but:\n{DiagnosticText.Of(CaseOutcome.DiagnosticsOf(result))}");
            instant = instant.AddMinutes(1);
        }

        return world;
    }

    /// <summary>The request for the case's script.</summary>
    public RunRequest Request => Options.Request("case", Options.Macros ? CaseMacros.Expand(_file.Script) : _file.Script);

    public bool IsStoreBroken => Options.Problem is not null;

    public bool IsEnough(RunResult planned) => false;

    public ScriptEngine Engine(char ids = 'a') => Engine(Store, ids);

    /// <summary>Runs the case in the way its options say.</summary>
    public async Task<RunResult> RunAsync()
    {
        if (Options.Undo is { } number) return await Engine().UndoAsync(number == 0 ? Guid.Empty : _given[number - 1], Request.Actor);
        if (Options.Apply) return await ApplyAsync();
        if (Options.Tick) return await TickAsync();
        if (Options.ChecksDesign) return CheckDesign();
        if (_file.Text("meanwhile") is null && Options.Problem is null) return await Engine().RunAsync(Request);
        try
        {
            return await Engine(new InterposedStore(Store, BeforeCommit), 'a').RunAsync(Request);
        }
        catch (StoreException problem)
        {
            return new Failed([problem.ToDiagnostic("nothing was changed")]);
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    // All that was carried out as if it were one run; what failed stands among its diagnostics.
    private async Task<RunResult> TickAsync()
    {
        var all = new Done(Guid.Empty, null, [], [], []);
        await foreach (var ticked in Engine().TickAsync())
        {
            if (ticked.Result is not Done done) return ticked.Result;
            all = all with
            {
                Documents = all.Documents.AddRange(done.Documents),
                Warnings = ticked.Failure is null ? all.Warnings : all.Warnings.Add(ScheduleFailure.Of(ticked)),
            };
        }

        return all;
    }

    private ScriptEngine Engine(IStore store, char ids) => new(store, _commands, new FixedClock(Options.Now), new FixedIds(ids));

    private Invalid CheckDesign()
    {
        using var reader = Store.Read();
        var text = DesignText.Read(Request.Source);
        return new([.. text.Diagnostics, .. text.Design is { } design ? DesignDraft.Of(reader, design).Impact.Diagnostics(Phase.Check) : []]);
    }

    private async Task<RunResult> ApplyAsync()
    {
        var (result, plan) = await Engine().SavePlanAsync(Request);
        if (plan is null) return result;
        await MeanwhileAsync(1);
        if (Options.Edited) plan = plan with { Transaction = plan.Transaction with { Documents = [.. plan.Transaction.Documents.Select(changes => changes with { Changes = [] })] } };
        return await Engine(ids: 'p').ApplyAsync(plan);
    }

    private async Task BeforeCommit(int attempt)
    {
        if (Options.Problem is { } problem) throw new StoreException(problem, "the store can't do its work", "try again");
        if (attempt == 1 || Options.AlwaysMeanwhile) await MeanwhileAsync(attempt);
    }

    private async Task MeanwhileAsync(int attempt)
    {
        if (_file.Text("meanwhile") is not { } script) return;
        var result = await Engine(ids: (char)('m' + attempt)).RunAsync(new CaseOptions().Request("meanwhile", script));
        if (result is not Done) throw new FormatException($"what happens meanwhile must run, but:\n{DiagnosticText.Of(CaseOutcome.DiagnosticsOf(result))}");
    }
}
