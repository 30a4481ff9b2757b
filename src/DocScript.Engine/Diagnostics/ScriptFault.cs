using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Diagnostics;

/// <summary>Ends a run with a diagnostic. Thrown only inside the engine, which turns it into a <see cref="RunResult"/>.</summary>
internal sealed class ScriptFault(DiagnosticCode code, string message, Span span = default, string? label = null, string? help = null) : Exception(message)
{
    public DiagnosticCode Code { get; } = code;

    public Span Span { get; } = span;

    public string? Label { get; } = label;

    public string? Help { get; } = help;

    public bool IsConflict => Code.Id.StartsWith("DS4", StringComparison.Ordinal);

    public static ScriptFault Of(Violation violation, Span span) => new(
        RuleCodes.Of(violation.Rule, violation.IsConflict ? Phase.Conflict : Phase.Execution),
        violation.Message,
        span,
        RuleCodes.Label(violation),
        violation.Help);

    public Diagnostic ToDiagnostic(SourceText source, string note) =>
        new(Code, Severity.Error, Message, new Location(source, Span), Label, Help, note);
}
