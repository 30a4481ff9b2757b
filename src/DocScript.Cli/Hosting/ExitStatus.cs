using DocScript.Engine;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Hosting;

/// <summary>The exit statuses (language.md section 4).</summary>
public static class ExitStatus
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>It failed while it ran: DS3, DS5, DS6, DS7, DS9; also files that <c>fmt --check</c> would change.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong: DS8.</summary>
    public const int Usage = 2;

    /// <summary>A script is invalid: DS1, DS2.</summary>
    public const int Invalid = 3;

    /// <summary>A conflict: DS4.</summary>
    public const int Conflict = 4;

    /// <summary>Ctrl-C.</summary>
    public const int Cancelled = 130;

    /// <summary>The status of a run, which the gravest of its diagnostics decides.</summary>
    public static int Of(RunResult result) => result switch
    {
        Engine.Done => Done,
        Engine.Invalid invalid => Of(invalid.Diagnostics),
        Engine.Failed failed => Of(failed.Diagnostics),
        InConflict conflict => Of(conflict.Diagnostics),
        _ => Failed,
    };

    /// <summary>The status of the first error among diagnostics; done without one.</summary>
    public static int Of(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == Severity.Error) is { } error ? Of(error.Code) : Done;

    /// <summary>The status of a code.</summary>
    public static int Of(DiagnosticCode code) => code.Id[2] switch
    {
        '1' or '2' => Invalid,
        '4' => Conflict,
        '8' => Usage,
        _ => Failed,
    };

    /// <summary>The status as JSON says it.</summary>
    public static string Name(int status) => status switch
    {
        Done => "done",
        Usage => "usage",
        Invalid => "invalid",
        Conflict => "conflict",
        Cancelled => "cancelled",
        _ => "failed",
    };
}
