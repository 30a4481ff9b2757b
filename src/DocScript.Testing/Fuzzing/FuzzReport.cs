using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Language.Diagnostics;
using DocScript.Testing.Laws;

namespace DocScript.Testing.Fuzzing;

/// <summary>A law that a command or function was seen to break, and the smallest case of it.</summary>
/// <param name="Law">The law.</param>
/// <param name="Diagnostic">What to tell, at the place in the user's file where that is known, with what tries it again.</param>
/// <param name="Details">What was compared, or how it failed.</param>
/// <param name="Case">The documents and the script, as a test of scripts says them.</param>
/// <param name="Script">The script alone.</param>
/// <param name="Seed">The seed of the case before it was cut down.</param>
public sealed record FuzzFinding(Law Law, Diagnostic Diagnostic, string Details, string Case, string Script, ulong Seed)
{
    /// <summary>The finding as text: what is told, the case, the details.</summary>
    public override string ToString() => $"{DiagnosticText.Of(Diagnostic)}\n\n{Shown}";

    /// <summary>The case and the details.</summary>
    public string Shown => $"{Case}\n{string.Join('\n', Details.Split('\n').Select(line => "# " + line))}\n".Replace("\n# \n", "\n#\n", StringComparison.Ordinal);
}

/// <summary>What came of trying one command or function.</summary>
/// <param name="Name">Its name, as <c>--command</c> takes it.</param>
/// <param name="Runs">How often it was tried.</param>
/// <param name="Changed">How often it changed documents.</param>
/// <param name="Unchanged">How often it ran and changed nothing.</param>
/// <param name="Refused">How often it was refused.</param>
/// <param name="Failed">How often it ended with an exception or was stopped.</param>
/// <param name="Findings">The first case of each law that it broke.</param>
/// <param name="Warning">That it never ran, or null.</param>
public sealed record FuzzTally(string Name, int Runs, int Changed, int Unchanged, int Refused, int Failed, ImmutableArray<FuzzFinding> Findings, Diagnostic? Warning)
{
    /// <summary>The counts in words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}: {Counted.Of(Runs, "run")}, {Changed} changed something, {Unchanged} changed nothing, {Refused} refused, {Failed} failed");
}

/// <summary>What fuzzing found.</summary>
/// <param name="Seed">The seed of the first run; each further run has the next.</param>
public sealed record FuzzReport(ulong Seed, ImmutableArray<FuzzTally> Tallies)
{
    /// <summary>All findings.</summary>
    public IEnumerable<FuzzFinding> Findings => Tallies.SelectMany(tally => tally.Findings);

    /// <summary>The warnings.</summary>
    public IEnumerable<Diagnostic> Warnings => Tallies.Select(tally => tally.Warning).OfType<Diagnostic>();

    /// <summary>The counts, warnings and findings as text.</summary>
    public override string ToString() => string.Join("\n\n", [string.Join('\n', Tallies), .. Warnings.Select(DiagnosticText.Of), .. Findings.Select(finding => finding.ToString())]);
}
