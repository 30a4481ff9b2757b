namespace DocScript.Testing.Laws;

/// <summary>What holds for every run of a script, whatever it says; what is likely the cause of others first.</summary>
public enum Law
{
    /// <summary>The engine answers with a result, whatever happens in it.</summary>
    Answer,

    /// <summary>Code of users ends with a result or a refusal, not with an exception (DS6003).</summary>
    NoException,

    /// <summary>Code of users keeps to what one call may use (DS611).</summary>
    Budget,

    /// <summary>An argument that does not fit is refused before the command runs.</summary>
    Arguments,

    /// <summary>No document breaks a rule of the design that it kept before.</summary>
    Design,

    /// <summary>On the same documents the same happens.</summary>
    Determinism,

    /// <summary>The run does what the plan says.</summary>
    PlanIsRun,

    /// <summary>A plan changes nothing.</summary>
    PlansChangeNothing,

    /// <summary>What fails or is refused changes nothing.</summary>
    FailuresChangeNothing,

    /// <summary>Undo restores the content.</summary>
    Undo,

    /// <summary>Undo of the undo does it again.</summary>
    Redo,

    /// <summary>The journal replays to what the store has.</summary>
    Replay,

    /// <summary>Formatting and printing say the same.</summary>
    Formatting,
}

/// <summary>A law that was broken.</summary>
/// <param name="Law">Which.</param>
/// <param name="Message">What happened, in a sentence and with what was compared.</param>
public sealed record BrokenLaw(Law Law, string Message);
