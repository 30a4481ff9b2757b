using DocScript.Cli.Hosting;
using DocScript.Engine;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Cli.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("1", true)]
    public async Task An_internal_error_shows_its_trace_only_when_asked_for(string? debug, bool trace)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOCSCRIPT_DEBUG"] = debug ?? "" };
        var host = new CliHost { In = new BrokenStream(), Out = output, Error = error, CurrentDirectory = Path.GetTempPath(), Environment = environment };
        Assert.Equal(1, await CommandLine.RunAsync(["check", "-"], host));
        Assert.Equal("", output.ToString());
        Assert.StartsWith("error DS9001: DocScript itself failed: InvalidTimeZoneException: boom\n", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("report it with the script", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(trace, error.ToString().Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_json_a_failure_tells_where()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "# é\nprint upper(1, 2)\n");
        (await place.RunAsync("run", "a.docscript", "--json")).Is(
            3,
            """{"command":"run","status":"invalid","exit":3,"results":[{"file":"a.docscript","status":"invalid","diagnostics":[{"code":"DS2002","severity":"error","message":"upper() takes 1 argument, not 2","file":"a.docscript","line":2,"column":7,"endLine":2,"endColumn":18,"help":"it is called as upper(text)","note":"nothing was changed"}]}],"notRun":[],"diagnostics":[{"code":"DS2002","severity":"error","message":"upper() takes 1 argument, not 2","file":"a.docscript","line":2,"column":7,"endLine":2,"endColumn":18,"help":"it is called as upper(text)","note":"nothing was changed"}]}""");
    }

    [Fact]
    public void An_import_that_others_come_between_is_a_conflict()
    {
        var refused = Verbs.ImportVerb.Refused(new ImportInConflict("document 1 is at sequence 8, not 7")).Diagnostic;
        Assert.Equal(("DS4091", "others kept changing the store: document 1 is at sequence 8, not 7", 4), (refused.Code.Id, refused.Message, ExitStatus.Of(refused.Code)));
    }

    [Fact]
    public void Every_problem_of_a_store_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<StoreProblem>().Select(problem => new StoreException(problem, "m", "h").ToDiagnostic()).ToList();
        Assert.Equal(StoreCodes.All, codes.Select(diagnostic => diagnostic.Code));
        Assert.All(codes, diagnostic => Assert.Equal(("m", "h", 1), (diagnostic.Message, diagnostic.Help, ExitStatus.Of(diagnostic.Code))));
    }

    [Theory]
    [InlineData("DS1001", 3)]
    [InlineData("DS2001", 3)]
    [InlineData("DS3001", 1)]
    [InlineData("DS4001", 4)]
    [InlineData("DS5001", 1)]
    [InlineData("DS6001", 1)]
    [InlineData("DS7001", 1)]
    [InlineData("DS8001", 2)]
    [InlineData("DS9001", 1)]
    public void The_first_error_decides_the_status(string code, int status)
    {
        Diagnostic Of(string id, Severity severity) => new(new DiagnosticCode(id, "", ""), severity, "");
        Assert.Equal(status, ExitStatus.Of([Of("DS2001", Severity.Warning), Of(code, Severity.Error), Of("DS9001", Severity.Error)]));
        Assert.Equal(0, ExitStatus.Of([Of(code, Severity.Warning)]));
        Assert.Equal(status, ExitStatus.Of(new Failed([Of(code, Severity.Error)])));
    }

    [Fact]
    public void The_status_of_a_result_in_json_is_its_kind()
    {
        Assert.Equal("invalid failed conflict done", string.Join(' ', new RunResult[] { new Invalid([]), new Failed([]), new InConflict([]), new Done(default, null, [], [], []) }.Select(ResultJson.Status)));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidTimeZoneException("boom");
    }
}
