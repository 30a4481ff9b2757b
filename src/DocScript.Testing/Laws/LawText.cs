namespace DocScript.Testing.Laws;

/// <summary>Broken laws in words.</summary>
internal static class LawText
{
    /// <summary>That a command broke a law.</summary>
    public static string Broken(Law law, string command) => law switch
    {
        Law.Formatting => $"a call of {command} says something else once it is formatted",
        Law.PlansChangeNothing => $"a plan with {command} changes something",
        Law.Determinism => $"{command} does not do the same each time on the same documents",
        Law.PlanIsRun => $"{command} does something else than its plan says",
        Law.FailuresChangeNothing => $"{command} did not go well, and something was changed all the same",
        Law.Design => $"{command} breaks the rules of the design",
        Law.Replay => $"what {command} did does not replay from the journal",
        Law.Undo => $"undo does not restore what {command} changed",
        Law.Redo => $"undo of the undo does not do again what {command} did",
        Law.NoException => $"{command} ends with an exception",
        Law.Budget => $"{command} uses up what one call may use",
        Law.Arguments => $"{command} takes an argument that does not fit",
        _ => $"{command} throws an exception through the engine",
    };
}
