using DocScript.Engine.Commands;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Cases;

public sealed class ScanWarningTests
{
    private const string Narrowed = "for each document: by ";

    /// <summary>The check looks at the form of a condition, the run at its values; on every case they agree on whether something narrows it.</summary>
    [Fact]
    public async Task The_warning_of_a_scan_says_what_the_run_then_does()
    {
        var runner = new CaseRunner(CommandTable.BuiltIn);
        var (warned, narrowed) = (0, 0);
        foreach (var path in CaseLibrary.BuiltIn)
        {
            var file = CaseLibrary.Read(path);
            if (!file.Script.Contains("for each document", StringComparison.Ordinal) || (await runner.RunAsync(file)).Result is not Done { Repeated: false } done || done.Queries.IsEmpty) continue;
            var loops = file.Script.Split("for each document").Skip(1).ToList();
            var isWarned = done.Warnings.Any(warning => warning.Code.Id is "DS2014");
            var scans = done.Queries.Any(query => !query.StartsWith(Narrowed, StringComparison.Ordinal));
            if (isWarned) Assert.True(scans, $"{path}: the check warns, but the run says {string.Join("; ", done.Queries)}");
            else if (loops.TrueForAll(loop => loop.Split('{')[0].Contains(" where ", StringComparison.Ordinal))) Assert.False(scans, $"{path}: the check does not warn, but the run says {string.Join("; ", done.Queries)}");
            warned += isWarned ? 1 : 0;
            narrowed += scans ? 0 : 1;
        }

        Assert.True(warned >= 3 && narrowed >= 5, FormattableString.Invariant($"{warned} cases with a warning, {narrowed} without a scan"));
    }
}
