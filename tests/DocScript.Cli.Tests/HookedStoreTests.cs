namespace DocScript.Cli.Tests;

/// <summary>What people are shown of a store in which hooks run after events.</summary>
public sealed class HookedStoreTests
{
    private const string Hooks = """
        /// <summary>Says that it is public.</summary>
        [After("publish")]
        void Mark(DocumentEdit document) => document.SetMetadata("source", "public");

        /// <summary>Hears of deletions.</summary>
        [After("delete")]
        void Hear(DocumentEvent happened) { }
        """;

    [Fact]
    public async Task What_hooks_did_is_shown_and_how_far_they_are_is_not()
    {
        using var place = Made();
        await place.RunInputAsync("create article title \"A\" { insert paragraph with {text: \"one\"} }", "run", "-", "--commands", "hooks");
        Assert.Equal(0, (await place.RunInputAsync("publish", "run", "-", "--doc", "1", "--commands", "hooks")).Status);
        var log = (await place.RunAsync("log")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["hooks  1  after publish of document 1: mark", "ana  1  publish", "ana  1  create article"], log.Select(line => line[60..].Split(" title")[0]));
        Assert.Equal(log.Length, (await place.RunAsync("log", "--json")).Out.Split("\"position\"").Length - 1);
        Assert.Contains("set meta source = \"public\"", (await place.RunAsync("log", "--as-script")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("$hook", (await place.RunAsync("log", "--as-script")).Out + (await place.RunAsync("show", "1", "--diff")).Out, StringComparison.Ordinal);
        (await place.RunAsync("export", "--out", "all")).Is(0, error: "exported the design and 1 document to all");
        Assert.Equal("1\n", (await place.RunInputAsync("for each document as d where type != \"x\" { print d.id }", "run", "-")).Out);
        Assert.Equal(0, (await place.RunAsync("verify")).Status);
    }

    [Fact]
    public async Task Nobody_bears_the_name_of_hooks()
    {
        using var place = new Workplace();
        var refused = await place.RunInputAsync("create article", "run", "-", "--as", "hooks");
        Assert.Equal(2, refused.Status);
        Assert.Contains("'hooks' is not a user's name", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_runs_the_hooks_that_others_left()
    {
        using var place = Made();
        await place.RunInputAsync("create article title \"A\" { insert paragraph with {text: \"one\"}; publish }", "run", "-", "--commands", "hooks");
        await place.RunInputAsync("create article title \"B\" { insert paragraph with {text: \"one\"}; publish }", "run", "-");
        (await place.RunInputAsync("print meta.source == null", "run", "-", "--doc", "2")).Is(0, "true", "nothing changed");
        (await place.RunAsync("tick", "--commands", "hooks")).Is(0, error: "nothing is due");
        (await place.RunInputAsync("print meta.source == null", "run", "-", "--doc", "2")).Is(0, "false", "nothing changed");
    }

    private static Workplace Made()
    {
        var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "hooks"));
        place.Write("hooks/a.csx", Hooks);
        return place;
    }
}
