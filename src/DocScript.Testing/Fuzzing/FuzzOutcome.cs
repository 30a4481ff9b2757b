using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;
using DocScript.Testing.Cases;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Fuzzing;

/// <summary>What became of a case.</summary>
/// <param name="Kind">In a word.</param>
/// <param name="Broken">The laws that it broke.</param>
/// <param name="Diagnostics">The errors of the run.</param>
internal sealed record FuzzOutcome(OutcomeKind Kind, IReadOnlyList<BrokenLaw> Broken, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Where in the user's file it went wrong, or null.</summary>
    public Location? Place => Diagnostics.Where(diagnostic => diagnostic.Code == HookCodes.Threw || IsStop(diagnostic)).Select(diagnostic => diagnostic.Location).FirstOrDefault();

    /// <summary>Whether a call was stopped at what it may use.</summary>
    public static bool IsStop(Diagnostic diagnostic) =>
        diagnostic.Code == SafetyCodes.TooManySteps || diagnostic.Code == SafetyCodes.TooMuchTime || diagnostic.Code == SafetyCodes.TooMuchMemory || diagnostic.Code == SafetyCodes.ValueTooLarge || diagnostic.Code == SafetyCodes.TooDeep;

    /// <summary>Runs a case and asks all laws.</summary>
    public static async Task<FuzzOutcome> OfAsync(FuzzCase one, CommandTable commands)
    {
        await using var world = await FuzzWorld.CreateAsync(one, commands);
        var laws = new RunLaws(world, commands.Grammar);
        RunResult result;
        try
        {
            laws.Formatting();
            result = await laws.RunningAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(OutcomeKind.Failed, [.. laws.Broken, new(Law.Answer, exception.ToString())], []);
        }

        var errors = CaseOutcome.DiagnosticsOf(result).Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        var broken = laws.Broken.ToList();
        var (threw, stopped) = (errors.Find(error => error.Code == HookCodes.Threw), errors.Find(IsStop));
        if (threw is not null) broken.Add(new(Law.NoException, threw.Message));
        if (stopped is not null) broken.Add(new(Law.Budget, stopped.Message));
        // What hooks after events do wrong no longer stops anything.
        if (result is Done done) broken.AddRange(done.Warnings.Where(warning => EventCodes.IsToldAfter(warning.Code)).Select(warning => new BrokenLaw(Law.NoException, warning.Message)));
        var hasRun = result is Done || threw is not null || stopped is not null;
        if (hasRun && one.Arguments.FirstOrDefault(argument => argument.Fit is Fit.Misfits) is { } wrong) broken.Add(new(Law.Arguments, $"'{wrong.Label}' was given {Shortened(wrong.Text)}"));
        return new(KindOf(result, hasRun), broken, errors);
    }

    private static OutcomeKind KindOf(RunResult result, bool hasRun) => result switch
    {
        Done { Documents.IsEmpty: true } => OutcomeKind.Unchanged,
        Done => OutcomeKind.Changed,
        _ => hasRun ? OutcomeKind.Failed : OutcomeKind.Refused,
    };

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>What became of a case, in a word.</summary>
internal enum OutcomeKind
{
    /// <summary>It ran and changed documents.</summary>
    Changed,

    /// <summary>It ran and changed nothing.</summary>
    Unchanged,

    /// <summary>It was refused: by the language, a rule, or the command itself.</summary>
    Refused,

    /// <summary>It ended with an exception or was stopped.</summary>
    Failed,
}
