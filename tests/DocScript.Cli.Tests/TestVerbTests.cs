using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

public sealed class TestVerbTests
{
    private const string Good = "create article title \"A\"\n#: then\nuse 1 { require title == \"A\" }\n";
    private const string Bad = "create article title \"A\"\n#: then\nuse 1 { require title == \"B\" }\n";

    [Fact]
    public async Task The_tests_of_our_own_scripts_pass()
    {
        using var place = new Workplace();
        Directory.CreateSymbolicLink(Path.Combine(place.Folder, "scripts"), Repository.PathTo("scripts"));
        Assert.Equal(0, (await place.RunAsync("trust", "scripts/commands")).Status);
        var outcome = await place.RunAsync("test", "scripts");
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.EndsWith("\n13 passed, 0 failed\n", outcome.Out, StringComparison.Ordinal);
        // Nothing was made beside them.
        Assert.Equal("scripts", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task Every_script_has_a_test_that_runs_it()
    {
        var tests = await Task.WhenAll(Directory.GetFiles(Repository.PathTo("scripts/tests")).Select(file => File.ReadAllTextAsync(file)));
        Assert.All(
            Directory.GetFiles(Repository.PathTo("scripts"), "*.docscript").Select(file => Path.GetFileName(file)),
            script => Assert.Contains(tests, test => test.Contains($"#: run ../{script}", StringComparison.Ordinal)));
        Assert.All(Directory.GetFiles(Repository.PathTo("scripts/commands"), "*.csx"), file => Assert.True(File.Exists(Path.ChangeExtension(file, ".test.docscript")), file));
    }

    [Fact]
    public async Task Failures_are_shown_in_place_and_counted()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "b"));
        place.Write("a.test.docscript", Good);
        place.Write("b/c.test.docscript", Bad);
        place.Write("b/d.test.docscript", "create article\n");
        place.Write("b/no.docscript", "nonsense");
        (await place.RunAsync("test")).Is(
            1,
            """
            ok   a.test.docscript
            FAIL b/c.test.docscript
            FAIL b/d.test.docscript
            1 passed, 2 failed
            """,
            """
            error DS4001: requirement not met (document 1): title == "B"
              ┌ b/c.test.docscript:3:17
            3 │ use 1 { require title == "B" }
              │                 ^^^^^^^^^^^^ title is "A"
              = statement 1 of 1; nothing was changed

            error DS3090: this test can't fail: it has no 'require' and no '#: expect'
              ┌ b/d.test.docscript:1:1
            1 │ create article
              │ ^
              = help: say below '#: then' what must hold
            """);
        (await place.RunAsync("test", "--filter", "A.TEST", "--json")).Is(
            0, """{"command":"test","status":"done","exit":0,"passed":1,"failed":0,"tests":[{"file":"a.test.docscript","passed":true,"sections":2,"diagnostics":[]}],"diagnostics":[]}""");
        Assert.Contains("\"tests\":[{\"file\":\"b/c.test.docscript\",\"passed\":false,\"sections\":2,\"diagnostics\":[{\"code\":\"DS4001\"", (await place.RunAsync("test", "b/c.test.docscript", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_named_twice_and_links_that_go_round_are_run_once()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "in"));
        Directory.CreateDirectory(Path.Combine(place.Folder, ".hidden"));
        place.Write("in/a.test.docscript", Good);
        place.Write(".hidden/b.test.docscript", Bad);
        Directory.CreateSymbolicLink(Path.Combine(place.Folder, "in", "round"), place.Folder);
        (await place.RunAsync("test", ".", "in", "in/a.test.docscript")).Is(0, "ok   in/a.test.docscript\n1 passed, 0 failed");
        (await place.RunAsync("test", Path.Combine(place.Folder, "in"))).Is(0, "ok   <folder>/in/a.test.docscript\n1 passed, 0 failed");
    }

    [Fact]
    public async Task What_can_not_be_read_is_a_failed_test_and_the_others_run()
    {
        using var place = new Workplace();
        place.Write("a.test.docscript", [0xFF, 0xFE, 0]);
        place.Write("b.test.docscript", Good);
        place.Write("c.test.docscript", "#: run mising.docscript\n#: then\nrequire true\n");
        place.Write("missing.docscript", "print 1");
        File.CreateSymbolicLink(Path.Combine(place.Folder, "d.test.docscript"), "nowhere");
        var outcome = await place.RunAsync("test");
        Assert.Equal("FAIL a.test.docscript\nok   b.test.docscript\nFAIL c.test.docscript\nFAIL d.test.docscript\n1 passed, 3 failed\n", outcome.Out);
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("error DS8003: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(
            """
            error DS8001: there is no file 'mising.docscript'
              ┌ c.test.docscript:1:8
            1 │ #: run mising.docscript
              │        ^^^^^^^^^^^^^^^^
              = help: did you mean 'missing.docscript'?
            """.ReplaceLineEndings("\n"),
            outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_was_cancelled_is_no_failure()
    {
        using var place = new Workplace();
        place.Write("a.test.docscript", Good);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        Assert.Equal(130, (await place.RunAsync([], cancel.Token, "test")).Status);
    }
}
