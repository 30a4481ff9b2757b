using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

public sealed class StrictTests
{
    private const string Retitle = "use \"notes\" { set title = \"Version 2\" }\nlet rest = 1\n";

    [Fact]
    public async Task Warnings_change_nothing_without_strict()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("a.docscript", Retitle);
        var check = await place.RunAsync("check", "a.docscript");
        Assert.Equal(0, check.Status);
        Assert.StartsWith("warning DS2012: variable 'rest' is never read\n", check.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 script checked, no errors\n", check.Error, StringComparison.Ordinal);
        var run = await place.RunAsync("run", "a.docscript");
        Assert.Equal(0, run.Status);
        Assert.Contains("1 document changed", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("plan")]
    [InlineData("run")]
    public async Task With_strict_they_are_errors_and_an_edit_wants_a_guard(string verb)
    {
        using var place = await Scripts.WithNotesAsync();
        var before = (await place.RunAsync("log", "--json")).Out;
        place.Write("a.docscript", Retitle);
        var refused = await place.RunAsync(verb, "--strict", "a.docscript");
        Assert.Equal((3, ""), (refused.Status, refused.Out));
        Assert.Contains("error DS2012: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("error DS2013: ", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await place.RunAsync("log", "--json")).Out);

        place.Write("a.docscript", "use \"notes\" version 1 { set title = \"Version 2\" }\n");
        Assert.Equal(0, (await place.RunAsync(verb, "--strict", "a.docscript")).Status);
    }

    [Fact]
    public async Task The_scripts_of_the_repository_pass_a_strict_check()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await place.RunAsync("import", Repository.PathTo("scripts/newsroom"), "--store", "newsroom.db")).Status);
        var scripts = Directory.GetFiles(Repository.PathTo("scripts"), "*.docscript");
        Assert.True(scripts.Length >= 7);
        (await place.RunAsync(["check", "--strict", "--store", "newsroom.db", .. scripts])).Is(0, error: FormattableString.Invariant($"{scripts.Length} scripts checked, no errors"));
    }

    [Fact]
    public async Task What_new_writes_and_the_quick_start_give_no_warning()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await place.RunAsync("new", "new.docscript")).Status);
        var scripts = Directory.GetFiles(Repository.PathTo("scripts/quickstart"), "*.docscript");
        Assert.Equal(3, scripts.Length);
        (await place.RunAsync(["check", "--store", "memory:", "new.docscript", .. scripts])).Is(0, error: "4 scripts checked, no errors");
    }
}
