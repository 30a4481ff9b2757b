using DocScript.Engine;

namespace DocScript.Hooks.Safety;

/// <summary>What one call of a command or hook may use. A call that needs more ends with <see cref="BudgetExceededException"/>.</summary>
/// <param name="Steps">Rounds of loops, entries of methods and lambdas, and 64 characters or elements that a library call reads or writes, counted together.</param>
/// <param name="Time">By the clock that the call is given, its waiting included.</param>
/// <param name="Bytes">Allocated by the call from its start to its end, also what was let go again.</param>
public sealed record HookBudget(long Steps, TimeSpan Time, long Bytes)
{
    /// <summary>The most characters of a text, or elements of an array or list, that a library call makes or takes.</summary>
    public const int LargestValue = 16 * 1024 * 1024;

    /// <summary>What the limits of a run leave to one call.</summary>
    public static HookBudget Of(Limits limits) => new(limits.HookSteps, limits.HookTime, limits.HookBytes);
}
