using DocScript.Testing.Data;
using DocScript.Testing.Fuzzing;

namespace DocScript.Hooks.Tests;

public sealed class ReadmeTests
{
    private static string Shown => File.ReadAllText(Repository.PathTo("README.md")).ReplaceLineEndings("\n").Split("```csharp\n")[1].Split("```")[0];

    [Fact]
    public void The_file_that_the_readme_shows_keeps_the_laws()
    {
        using var world = new HookWorld(("readme.csx", Shown));
        CommandFuzz.Of(world.Folder).AssertNothingFound();
    }

    [Fact]
    public async Task The_file_that_the_readme_shows_does_what_it_says()
    {
        using var world = new HookWorld(("readme.csx", Shown));
        await world.DoneAsync("create article key \"front-page\" title \"Front\"");
        await world.DoneAsync("create article key \"a\" title \"A\" { insert paragraph as p with {text: \"the storm over the harbour\"} }");
        var done = await world.DoneAsync("use \"a\"\nheadline-case p\nprint p.text\nprint wordCount()");
        Assert.Equal(["The Storm Over the Harbour", "5"], done.Printed.AsEnumerable());
        Assert.Contains("it has no section", HookWorld.Text(Engine.Json.ResultJson.DiagnosticsOf(await world.RunAsync("use \"a\"\npublish"))), StringComparison.Ordinal);
        await world.DoneAsync("use \"a\"\nset meta section = \"News\"\npublish");
        Assert.Equal("1 articles, last 2", Assert.Single((await world.DoneAsync("print document(\"front-page\").meta.description")).Printed));
    }
}
