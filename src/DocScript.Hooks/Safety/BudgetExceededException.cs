using System.Globalization;
using DocScript.Hooks.Diagnostics;
using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Safety;

/// <summary>A call of a command or hook came to a limit and was ended. The call's own code can't catch it: whatever it does next throws it again.</summary>
public sealed class BudgetExceededException : Exception
{
    internal BudgetExceededException(BudgetLimit limit, long allowed, Exception? inner = null)
        : base(Text(limit, allowed), inner)
    {
        Limit = limit;
        Allowed = allowed;
    }

    /// <summary>Which limit.</summary>
    public BudgetLimit Limit { get; }

    /// <summary>How much was allowed: steps, milliseconds, bytes, or characters and elements; 0 for <see cref="BudgetLimit.Depth"/>, which is the machine's.</summary>
    public long Allowed { get; }

    /// <summary>The code of the limit.</summary>
    public DiagnosticCode Code => Limit switch
    {
        BudgetLimit.Steps => SafetyCodes.TooManySteps,
        BudgetLimit.Time => SafetyCodes.TooMuchTime,
        BudgetLimit.Bytes => SafetyCodes.TooMuchMemory,
        BudgetLimit.Value => SafetyCodes.ValueTooLarge,
        _ => SafetyCodes.TooDeep,
    };

    /// <summary>What to do about it.</summary>
    public string Help => Limit switch
    {
        BudgetLimit.Steps or BudgetLimit.Time => "look for a loop that never ends, or do the work in several runs of the script",
        BudgetLimit.Bytes => "look for a list or text that grows in a loop, or do the work in several runs of the script",
        BudgetLimit.Value => "make smaller values",
        _ => "look for a method that calls itself without an end, or write it as a loop",
    };

    private static string Text(BudgetLimit limit, long allowed)
    {
        var number = allowed.ToString("N0", CultureInfo.InvariantCulture);
        return limit switch
        {
            BudgetLimit.Steps => $"{number} steps are the most that one call may take",
            BudgetLimit.Time => $"{number} milliseconds are the longest that one call may take",
            BudgetLimit.Bytes => $"{number} bytes of memory are the most that one call may use",
            BudgetLimit.Value => $"no value may be longer than {number} characters or elements",
            _ => "its calls within calls went too deep",
        };
    }
}
