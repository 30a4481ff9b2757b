namespace DocScript.Cli.Tests;

/// <summary>Names on the command line that are nearly right: another is asked about.</summary>
public sealed class NearNameTests
{
    [Theory]
    [InlineData("rnu a.docscript", "did you mean 'run'?")]
    [InlineData("run a.docscript --stroe x.db", "did you mean '--store'?")]
    [InlineData("explain DS3O01", "did you mean 'DS3001'?")]
    [InlineData("log --store sqlit:docscript.db", "did you mean 'sqlite'?")]
    [InlineData("show ntoes", "did you mean 'notes'?")]
    [InlineData("export ntoes", "did you mean 'notes'?")]
    [InlineData("log --doc ntoes", "did you mean 'notes'?")]
    [InlineData("run title.docscript --doc ntoes", "did you mean 'notes'?")]
    [InlineData("plan title.docscript --doc ntoes", "did you mean 'notes'?")]
    [InlineData("run greet.docscript --param nme=x", "did you mean 'name'?")]
    [InlineData("run titel.docscript", "help: did you mean 'title.docscript'?")]
    [InlineData("check title.docscrpt", "help: did you mean 'title.docscript'?")]
    [InlineData("run greet.docscript --param name=@titel.docscript", "help: did you mean 'title.docscript'?")]
    [InlineData("check title.docscript --design titel.docscript", "help: did you mean 'title.docscript'?")]
    [InlineData("import in/articels", "help: did you mean 'in/articles'?")]
    [InlineData("undo 00020001-0000-7000-8000-000000000000", "did you mean '00020000-0000-7000-8000-000000000000'?")]
    [InlineData("undo 00020010", "did you mean '00020000-0000-7000-8000-000000000000'?")]
    public async Task Another_name_is_asked_about(string line, string expected)
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("title.docscript", "print title\n");
        place.Write("greet.docscript", "param name: text = \"you\"\nprint name\n");
        Directory.CreateDirectory(Path.Combine(place.Folder, "in", "articles"));
        var outcome = await place.RunAsync(line.Split(' '));
        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("= " + expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show something-else")]
    [InlineData("undo 77777777-0000-7000-8000-000000000000")]
    [InlineData("run other.docscript")]
    public async Task A_name_that_is_not_near_any_is_not(string line)
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.DoesNotContain("did you mean", (await place.RunAsync(line.Split(' '))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_read_loop_asks_about_orders_and_documents()
    {
        using var place = await Scripts.WithNotesAsync();
        var outcome = await place.RunInputAsync(":paln on\n:doc ntoes\n", "repl");
        Assert.Contains("':paln on' is no order; did you mean ':plan'? :help lists them\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("there is no document 'ntoes'; did you mean 'notes'?\n", outcome.Error, StringComparison.Ordinal);
    }
}
