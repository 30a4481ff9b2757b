namespace DocScript.Hooks.Contract;

/// <summary>Says no: the transaction ends with this message, and nothing is changed.</summary>
/// <param name="message">Why, for the user.</param>
/// <param name="help">What to do next, or null.</param>
public sealed class Refusal(string message, string? help = null) : Exception(message)
{
    /// <summary>What to do next, or null.</summary>
    public string? Help { get; } = help;
}
