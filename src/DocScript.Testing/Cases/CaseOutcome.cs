using System.Globalization;
using DocScript.Engine;
using DocScript.Language.Diagnostics;

namespace DocScript.Testing.Cases;

/// <summary>What came out of a case.</summary>
/// <param name="Sections">As a case file shows it, by the name of the section; what is empty is missing.</param>
public sealed record CaseOutcome(RunResult Result, IReadOnlyDictionary<string, string> Sections)
{
    private const int MostShown = 20;

    /// <summary>A run's diagnostics, warnings of a good one included.</summary>
    public static IReadOnlyList<Diagnostic> DiagnosticsOf(RunResult result) => result switch
    {
        Done done => done.Warnings,
        Invalid invalid => invalid.Diagnostics,
        Failed failed => failed.Diagnostics,
        InConflict conflict => conflict.Diagnostics,
        _ => throw new InvalidOperationException($"an unknown result, {result.GetType().Name}"),
    };

    internal static CaseOutcome Of(RunResult result, string? formatted)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        if (result is Done { Printed: { IsEmpty: false } printed }) sections["prints"] = string.Join('\n', printed);
        if (result is Done { Results: { IsEmpty: false } results }) sections["results"] = string.Join('\n', results.Select(answer => $"{answer.Kind}: {answer.Value}{(answer.AdditionalInfo is null ? "" : $" ({answer.AdditionalInfo})")}"));
        if (result is Done { Documents: { IsEmpty: false } documents }) sections["changes"] = ChangeText.Of(documents);
        if (DiagnosticsOf(result) is { Count: > 0 } diagnostics) sections["diagnostics"] = Shown(diagnostics);
        if (formatted is not null) sections["fmt"] = formatted.TrimEnd('\n');
        return new(result, sections);
    }

    // A case about a thousand errors shows the first and the last.
    private static string Shown(IReadOnlyList<Diagnostic> diagnostics) => diagnostics.Count <= MostShown
        ? DiagnosticText.Of(diagnostics)
        : string.Create(CultureInfo.InvariantCulture, $"{DiagnosticText.Of(diagnostics[0])}\n\n… {diagnostics.Count - 2} more …\n\n{DiagnosticText.Of(diagnostics[^1])}");
}
