using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Diagnostics;

/// <summary>The codes of loading and running commands and hooks in C# (DS60).</summary>
public static class HookCodes
{
    internal static readonly DiagnosticCode DoesNotCompile = new("DS6001", "C# does not compile", "A file of C# commands has an error, at the place that is marked; the message begins with the code that C# gives it.");
    internal static readonly DiagnosticCode BadDeclaration = new("DS6002", "bad declaration", "A method that is marked as a command, function or hook can't be one: its pattern does not fit its parameters, a type has no counterpart in the language, an event does not exist, a name is taken.");
    internal static readonly DiagnosticCode Threw = new("DS6003", "C# failed", "A command, function or hook ended with an exception, at the line that is marked. Nothing of the transaction was kept.");
    internal static readonly DiagnosticCode Refused = new("DS6004", "refused by C#", "A command or function refused to do its work and says why. Nothing of the transaction was kept.");
    internal static readonly DiagnosticCode WrongArgument = new("DS6005", "wrong argument", "An argument of a command or function in C# is not of the kind that its parameter takes.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [DoesNotCompile, BadDeclaration, Threw, Refused, WrongArgument];
}
