using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Testing;

/// <summary>The codes of tests of scripts.</summary>
public static class TestCodes
{
    internal static readonly DiagnosticCode BadTest = new("DS3090", "not a test", "A test file is a script whose '#:' lines part it into sections: design, given, run, expect, then. It says what must hold, with 'require' or '#: expect'.");
    internal static readonly DiagnosticCode Unexpected = new("DS3091", "test failed", "A section of a test came out otherwise than its '#:' lines say: it failed unexpectedly, or did not fail as expected.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [BadTest, Unexpected];
}
