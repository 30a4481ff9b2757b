using Xunit;

namespace DocScript.Testing.Fuzzing;

/// <summary>Fuzzing as a test of xunit: <c>CommandFuzz.Of("commands").AssertNothingFound()</c>.</summary>
public static class FuzzAssert
{
    /// <summary>Fails with all that is found, and where a command or function never ran.</summary>
    public static void AssertNothingFound(this CommandFuzz fuzz)
    {
        // On the pool, where xunit's contexts can't deadlock.
        var report = Task.Run(() => fuzz.RunAsync()).GetAwaiter().GetResult();
        if (report.Findings.Any() || report.Warnings.Any()) Assert.Fail(report.ToString());
    }
}
