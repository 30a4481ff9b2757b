using DocScript.Documents.Designs;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Fuzzing;

/// <summary>A store in memory that holds the design and documents of a case, and an engine for its script.</summary>
internal sealed class FuzzWorld : ILawWorld, IAsyncDisposable
{
    // Small documents need few steps: what runs away is found sooner.
    private static readonly Limits Few = Limits.Default with { HookSteps = Limits.Default.HookSteps / 50 };

    private static readonly DateTimeOffset Before = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly CommandTable _commands;

    private FuzzWorld(FuzzCase one, CommandTable commands)
    {
        _commands = commands;
        Request = new RunRequest { Source = new SourceText("fuzz", one.Script), Actor = FuzzCase.Actor, Arguments = one.Sent, Limits = Few };
    }

    public IStore Store { get; } = new MemoryStore(new FixedClock(Now));

    public RunRequest Request { get; }

    public bool IsStoreBroken => false;

    public bool IsEnough(RunResult planned) => CaseOutcome.DiagnosticsOf(planned).Any(FuzzOutcome.IsStop);

    /// <summary>The world of a case, before its script runs.</summary>
    /// <exception cref="FormatException">The documents can't be committed.</exception>
    public static async Task<FuzzWorld> CreateAsync(FuzzCase one, CommandTable commands)
    {
        var world = new FuzzWorld(one, commands);
        byte number = 0;
        if (DesignDocument.Set(null, one.Design, Before) is { } design && !ReferenceEquals(one.Design, Design.BuiltIn)) await CaseStart.CommitAsync(world.Store, design, Before, ++number);
        if (!one.Documents.IsEmpty) await world.Store.ReserveIdsAsync(IdKind.Document, (int)one.Documents.Max(document => document.Document.Id));
        foreach (var document in one.Documents) await CaseStart.CommitAsync(world.Store, CaseStart.Made(document.Document, Before), Before, ++number);
        var engine = new ScriptEngine(world.Store, CommandTable.BuiltIn, new FixedClock(Before), new FixedIds('g'));
        foreach (var document in one.Documents)
            foreach (var step in document.Steps)
                await engine.RunAsync(new RunRequest { Source = new SourceText("given", $"use {document.Name}\n{step.Statement}"), Actor = step.Actor });
        return world;
    }

    public ScriptEngine Engine(char ids = 'a') => new(Store, _commands, new FixedClock(Now), new FixedIds(ids));

    public Task<RunResult> RunAsync() => Engine().RunAsync(Request);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
