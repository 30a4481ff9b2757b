using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Transactions;

/// <summary>Refusals that have no place in a script.</summary>
internal static class Refusals
{
    public const string NothingChanged = "nothing was changed";

    public static InConflict KeyReused(string key, KeptResult earlier) => new(
    [
        new Diagnostic(
            EngineCodes.KeyReused,
            Severity.Error,
            $"the key '{key}' was used for another script, other parameters or another document in transaction {earlier.Transaction} at {DateValue.ToShortIso(earlier.At)}",
            Help: "choose a new key for new work",
            Note: NothingChanged),
    ]);

    /// <summary>A script that is wrong; the diagnostics of parser and checker learn that nothing came of it.</summary>
    public static Invalid Invalid(IEnumerable<Diagnostic> diagnostics) => new([.. diagnostics.Select(diagnostic => diagnostic with { Note = diagnostic.Note ?? NothingChanged })]);

    /// <summary>What a hook said, without a script to say it at.</summary>
    public static RunResult Of(ScriptFault fault)
    {
        var diagnostic = fault.ToDiagnostic(Nowhere, NothingChanged);
        return fault.IsConflict ? new InConflict([diagnostic]) : new Failed([diagnostic]);
    }

    /// <summary>What stands in the way of commands and hooks in C#.</summary>
    public static Failed Of(IEnumerable<Diagnostic> problems) => new([.. problems.Select(problem => problem with { Note = problem.Note ?? NothingChanged })]);

    public static Failed Failed(DiagnosticCode code, string message, string? help = null) => new([Plain(code, message, help)]);

    public static InConflict InConflict(DiagnosticCode code, IEnumerable<string> messages, string? help = null) => new([.. messages.Select(message => Plain(code, message, help))]);

    private static readonly SourceText Nowhere = new("hooks", "");

    private static Diagnostic Plain(DiagnosticCode code, string message, string? help) => new(code, Severity.Error, message, Help: help, Note: NothingChanged);
}
