using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>The six commands of <c>scripts/commands</c> on the small newsroom; what each does in detail its own test says.</summary>
public sealed class ExampleCommandTests(ExampleCommandTests.Compiled compiled) : IClassFixture<ExampleCommandTests.Compiled>
{
    [Fact]
    public async Task Each_is_right_and_says_what_it_is_for()
    {
        using var place = Place();
        var check = await place.RunAsync("commands", "check", Repository.PathTo("scripts/commands"));
        Assert.Equal(0, check.Status);
        Assert.EndsWith(": 5 commands, 4 functions, 1 hook, nothing wrong\n", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use 14 { for each component head as h { set h.title = lower(h.title); headline-case h } }", "doc-14g01: The Theatre That Would Not Close")]
    [InlineData("link-report for \"regular\"", "transit.example: 1\nlinks: 1")]
    [InlineData("link-report for \"author\"", "no document of type author has a link")]
    [InlineData("use 14 { table-of-contents }", "table of contents: 3 subtitles")]
    [InlineData("use 14 { count-words into \"wordCount\" }", "The Theatre That Would Not Close: 189 words")]
    [InlineData("use 14 { translate-draft with {theatre: \"Theater\", city: \"Stadt\"} }", "texts translated: 3; not in the dictionary: a, Aalto, above, after, and, as, asked, audience, autumn, been and 98 more")]
    [InlineData("use 10 { set meta breaking = true; publish }", "")]
    public async Task Each_runs_on_the_newsroom_and_is_undone(string script, string says)
    {
        using var place = Place();
        Assert.Equal(0, (await place.RunAsync("import", Repository.PathTo("scripts/newsroom"))).Status);
        var before = (await place.RunAsync("export")).Out;
        var run = await place.RunInputAsync(script, "run", "-", "--commands", Repository.PathTo("scripts/commands"));
        Assert.Equal((0, says), (run.Status, run.Out.TrimEnd('\n')));
        if (run.Error.Contains("committed ", StringComparison.Ordinal)) Assert.Equal(0, (await place.RunAsync("undo", run.Error.Split("committed ")[1][..36])).Status);
        Assert.Equal(before, (await place.RunAsync("export")).Out);
    }

    [Fact]
    public async Task An_article_that_lacks_something_is_not_published()
    {
        using var place = Place();
        Assert.Equal(0, (await place.RunAsync("import", Repository.PathTo("scripts/newsroom"))).Status);
        var refused = await place.RunInputAsync("use 14 { set meta breaking = true; publish }", "run", "-", "--commands", Repository.PathTo("scripts/commands"));
        Assert.Equal(1, refused.Status);
        Assert.Contains("'The Theatre That Would Not Close' is not ready to be published: image 'doc-14g11' has no source\n", refused.Error, StringComparison.Ordinal);
    }

    private Workplace Place()
    {
        var place = new Workplace();
        place.Environment["DOCSCRIPT_HOME"] = compiled.Home;
        return place;
    }

    /// <summary>Where the commands are compiled once for all tests.</summary>
    public sealed class Compiled : IDisposable
    {
        public string Home { get; } = Directory.CreateTempSubdirectory("docscript-home-").FullName;

        public void Dispose() => Directory.Delete(Home, recursive: true);
    }
}
