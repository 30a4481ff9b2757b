using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Diagnostics;

/// <summary>Ends a run with a diagnostic. Thrown only inside the engine, which turns it into a <see cref="RunResult"/>.</summary>
/// <param name="suggest">Makes the label of one without, when it is shown: for what is dear to find and of no use where <c>exists</c> catches the fault.</param>
internal sealed class ScriptFault(DiagnosticCode code, string message, Span span = default, string? label = null, string? help = null, Func<string?>? suggest = null) : Exception(message)
{
    private readonly string? _label = label;

    /// <summary>Which code beside the script it came from.</summary>
    private string? Origin { get; init; }

    /// <summary>What is told in place of what is said here: by a hook, of its own file.</summary>
    private Diagnostic? Told { get; init; }

    /// <summary>Whether it has a diagnostic with a place of its own.</summary>
    public bool IsTold => Told is not null;

    public DiagnosticCode Code { get; } = code;

    public Span Span { get; } = span;

    public string? Help { get; } = help;

    public bool IsConflict => Code.Id.StartsWith("DS4", StringComparison.Ordinal);

    public static ScriptFault Of(Violation violation, Span span) => new(
        RuleCodes.Of(violation.Rule, violation.IsConflict ? Phase.Conflict : Phase.Execution),
        violation.Message,
        span,
        RuleCodes.Label(violation),
        violation.Help);

    /// <summary>A fault that is told as this diagnostic, which has its own place.</summary>
    public static ScriptFault Of(Diagnostic told) => new(told.Code, told.Message, help: told.Help) { Told = told };

    /// <summary>The same with a place.</summary>
    public ScriptFault At(Span place) => new(Code, Message, place, _label, Help, suggest) { Told = Told, Origin = Origin };

    /// <summary>The same, saying which code beside the script it came from.</summary>
    public ScriptFault From(string origin) => new(Code, Message, Span, _label, Help, suggest) { Told = Told, Origin = Origin ?? origin };

    /// <summary>The diagnostic; made while the run's snapshot is still open.</summary>
    public Diagnostic ToDiagnostic(SourceText source, string note)
    {
        if (Origin is not null) note = $"{Origin}; {note}";
        return Told is { } told
            ? told with { Note = note }
            : new(Code, Severity.Error, Message, Span == default ? null : new Location(source, Span), _label ?? suggest?.Invoke(), Help, note);
    }
}
