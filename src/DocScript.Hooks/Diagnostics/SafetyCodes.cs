using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Diagnostics;

/// <summary>The codes of what a command in C# may not do, or did too much of (DS61).</summary>
public static class SafetyCodes
{
    /// <summary>A type or member that is not on the list.</summary>
    public static DiagnosticCode NotAllowed { get; } = new(
        "DS6101", "type or member that commands may not use",
        "A command in C# may use what computes on values: texts, numbers, dates, collections, LINQ, regular expressions, and the documents it is given. Files, processes, network, reflection, threads, the environment and the machine's clock are not on the list.");

    /// <summary>A construct of the language that commands may not use.</summary>
    public static DiagnosticCode Construct { get; } = new(
        "DS6102", "construct of C# that commands may not use",
        "Commands run on one thread, are metered and can be unloaded; so C# without async, yield, lock, dynamic, unsafe code, pointers, finalizers, statements outside methods and references to other assemblies.");

    /// <summary>State that would outlive a call.</summary>
    public static DiagnosticCode OutlivingState { get; } = new(
        "DS6103", "static state",
        "A command can be run again, planned and undone, so a call leaves nothing behind in memory. Write a constant, or a field without static: each call has its own.");

    /// <summary>Something whose cost can't be counted in this form.</summary>
    public static DiagnosticCode Unmetered { get; } = new(
        "DS6104", "what can't be metered in this form",
        "Each call has a budget of steps, time and memory, for which library calls are counted where they stand. The message says which form of it can be counted.");

    /// <summary>A capability that was not granted.</summary>
    public static DiagnosticCode NotGranted { get; } = new(
        "DS6105", "capability that was not granted",
        "A command that takes Files or Http needs that capability, granted by whoever trusts the folder: docscript trust <dir> --allow \"files: read ./data\".");

    /// <summary>A capability that can't be read.</summary>
    public static DiagnosticCode BadCapability { get; } = new(
        "DS6106", "unknown capability",
        "A capability is written \"files: read <folder within the commands folder>\" or \"http: <host>\".");

    /// <summary>Something outside the granted capability was asked for while a command ran.</summary>
    public static DiagnosticCode OutsideGrant { get; } = new(
        "DS6107", "outside what was granted",
        "A command asked for a file or an address that its capabilities don't cover, or that could not be read. Its whole transaction is dropped.");

    /// <summary>Too many steps.</summary>
    public static DiagnosticCode TooManySteps { get; } = new(
        "DS6110", "command took too many steps",
        "A call of a command has a budget of steps: rounds of loops, calls, and characters or elements handled. The one that was stopped used it up; its whole transaction is dropped.");

    /// <summary>Too much time.</summary>
    public static DiagnosticCode TooMuchTime { get; } = new(
        "DS6111", "command took too long",
        "A call of a command has a time limit, waiting included. The one that was stopped came to it; its whole transaction is dropped.");

    /// <summary>Too much memory.</summary>
    public static DiagnosticCode TooMuchMemory { get; } = new(
        "DS6112", "command used too much memory",
        "A call of a command may allocate so many bytes in all, those included that it let go again. The one that was stopped came to it; its whole transaction is dropped.");

    /// <summary>A value too large.</summary>
    public static DiagnosticCode ValueTooLarge { get; } = new(
        "DS6113", "value is too large",
        "No text, array or list in a command has more than 16,777,216 characters or elements. The command that tried was stopped; its whole transaction is dropped.");

    /// <summary>Calls within calls too deep.</summary>
    public static DiagnosticCode TooDeep { get; } = new(
        "DS6114", "calls are nested too deeply",
        "A method, property, operator or lambda called itself, or each other, until the stack was nearly used up. The command was stopped; its whole transaction is dropped.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
        [NotAllowed, Construct, OutlivingState, Unmetered, NotGranted, BadCapability, OutsideGrant, TooManySteps, TooMuchTime, TooMuchMemory, ValueTooLarge, TooDeep];
}
