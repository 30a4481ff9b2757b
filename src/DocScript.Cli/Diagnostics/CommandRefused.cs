using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Diagnostics;

/// <summary>Ends a command with a diagnostic; caught in one place, which shows it and makes the exit status.</summary>
internal sealed class CommandRefused(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public CommandRefused(DiagnosticCode code, string message, string? help = null, Location? location = null)
        : this(new Diagnostic(code, Severity.Error, message, location, Help: help)) { }

    public Diagnostic Diagnostic { get; } = diagnostic;
}
