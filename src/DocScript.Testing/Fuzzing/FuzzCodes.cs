using DocScript.Language.Diagnostics;

namespace DocScript.Testing.Fuzzing;

/// <summary>The codes of fuzzing (DS64).</summary>
public static class FuzzCodes
{
    internal static readonly DiagnosticCode BrokenLaw = new("DS6401", "a law is broken", "A command or function in C#, tried on random documents with random arguments, broke what holds for every command: it throws no exception, ends, keeps the rules of the design, does what its plan says and the same each time, and undo restores what was there. The smallest case found is shown with the seed that makes it again.");
    internal static readonly DiagnosticCode NeverRan = new("DS6402", "never ran", "Every try of a command or function was refused before it did anything, so that trying it says nothing of it. Try more often, with a design whose documents it is made for, or let it refuse less.") { Severity = Severity.Warning };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [BrokenLaw, NeverRan];
}
