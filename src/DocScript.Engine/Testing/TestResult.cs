using System.Collections.Immutable;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Testing;

/// <summary>What became of a test.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Sections">How many of its sections ran.</param>
/// <param name="Diagnostics">Why it failed; empty where it passed.</param>
public sealed record TestResult(string Name, int Sections, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether all came out as the test says.</summary>
    public bool Passed => Diagnostics.IsEmpty;
}

/// <summary>A file that was to be read: its text, or why there is none.</summary>
public sealed record TestInput(SourceText? Text, Diagnostic? Problem);
