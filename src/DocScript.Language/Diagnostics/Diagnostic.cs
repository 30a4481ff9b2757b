using DocScript.Language.Text;

namespace DocScript.Language.Diagnostics;

/// <summary>How bad a diagnostic is: an error stops the script, a warning does not.</summary>
public enum Severity
{
    /// <summary>The script can't run, or did not.</summary>
    Error,

    /// <summary>The script runs; its author should look.</summary>
    Warning,
}

/// <summary>
/// A kind of diagnostic. <paramref name="Id"/> is stable (<c>DS1003</c>: the digit after DS is the phase of language.md section 4),
/// <paramref name="Title"/> names it in a few words, <paramref name="Explanation"/> says when it comes and what to do.
/// </summary>
public sealed record DiagnosticCode(string Id, string Title, string Explanation)
{
    /// <summary>How bad it is; a warning's code says so, all others are errors.</summary>
    public Severity Severity { get; init; } = Severity.Error;
}

/// <summary>Where in which text.</summary>
public sealed record Location(SourceText Source, Span Span);

/// <summary>Something to tell the author of a script; one renderer makes the text for people, one mapping each serves JSON, HTTP and editors.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">What happened, in lower case, without a full stop.</param>
/// <param name="Location">The place, or null where there is no text (a usage or store error).</param>
/// <param name="Label">A few words under the marked place, such as <c>did you mean 'doc-1'?</c> or <c>expected a component</c>.</param>
/// <param name="Help">What to do next.</param>
/// <param name="Note">What became of the run, such as <c>statement 3 of 4; nothing was changed</c>.</param>
public sealed record Diagnostic(
    DiagnosticCode Code,
    Severity Severity,
    string Message,
    Location? Location = null,
    string? Label = null,
    string? Help = null,
    string? Note = null);
