using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Laws;

/// <summary>A store in some state, and a script to run on it, as <see cref="RunLaws"/> ask for them.</summary>
internal interface ILawWorld
{
    /// <summary>The store.</summary>
    IStore Store { get; }

    /// <summary>The script with all that it is run with.</summary>
    RunRequest Request { get; }

    /// <summary>Whether the store is made to fail.</summary>
    bool IsStoreBroken { get; }

    /// <summary>Whether a first plan says enough, so that nothing is tried again: what runs away takes its time.</summary>
    bool IsEnough(RunResult planned);

    /// <summary>An engine over the store whose ids begin at <c>doc-a1</c>, or at another letter, and whose clock stands still.</summary>
    ScriptEngine Engine(char ids = 'a');

    /// <summary>Runs the script.</summary>
    Task<RunResult> RunAsync();
}
