using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Formatting;
using DocScript.Language.Parsing;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Cases;

/// <summary>Runs cases, each in a store of its own with the built-in design, a clock that stands still and ids that come in order.</summary>
/// <param name="commands">The commands that scripts can call.</param>
/// <param name="open">Opens an empty store; an in-memory one when null.</param>
public sealed class CaseRunner(CommandTable commands, Func<TimeProvider, IStore>? open = null)
{
    private readonly Func<TimeProvider, IStore> _open = open ?? (clock => new MemoryStore(clock));

    /// <summary>Runs a case; the formatted script comes out where the case asks for it.</summary>
    /// <exception cref="FormatException">The case itself is wrong: what is given does not run.</exception>
    public async Task<CaseOutcome> RunAsync(CaseFile file)
    {
        await using var world = await CaseWorld.CreateAsync(file, commands, _open);
        var parsed = ScriptParser.Parse(world.Request.Source, commands.Grammar);
        var formatted = file.Text("fmt") is not null && parsed.IsValid ? Formatter.Format(parsed, commands.Grammar) : null;
        return CaseOutcome.Of(await world.RunAsync(), formatted);
    }

    /// <summary>The laws that a case breaks, each in a sentence; empty when it keeps all.</summary>
    public async Task<IReadOnlyList<string>> BrokenLawsAsync(CaseFile file)
    {
        await using var world = await CaseWorld.CreateAsync(file, commands, _open);
        var laws = new RunLaws(world, commands.Grammar);
        laws.Formatting();
        if (file.Options is { Undo: null, Apply: false, Tick: false, ChecksDesign: false } && file.Text("meanwhile") is null) await laws.RunningAsync();
        return [.. laws.Broken.Select(broken => broken.Message)];
    }
}
