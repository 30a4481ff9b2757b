namespace DocScript.Hooks.Safety;

/// <summary>The limits that a call of a command or hook can come to.</summary>
public enum BudgetLimit
{
    /// <summary>The steps of <see cref="HookBudget.Steps"/>.</summary>
    Steps,

    /// <summary>The time of <see cref="HookBudget.Time"/>, in milliseconds.</summary>
    Time,

    /// <summary>The bytes of <see cref="HookBudget.Bytes"/>.</summary>
    Bytes,

    /// <summary>The characters or elements of one value, <see cref="HookBudget.LargestValue"/>.</summary>
    Value,

    /// <summary>Calls within calls until the stack was used up.</summary>
    Depth,
}
