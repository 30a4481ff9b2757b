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
        (await place.RunInputAsync("publish", "run", "-", "--doc", "1", "--commands", "hooks")).Is(0, error: "committed 00040000-0000-7000-8000-000000000000: 1 document changed");
        var log = (await place.RunAsync("log")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["hooks  1  after publish of document 1: mark", "ana  1  publish", "ana  1  create article title \"A\" { insert paragraph with {text: \"one\"…"], log.Select(line => line[60..]));
        Assert.Equal(log.Length, (await place.RunAsync("log", "--json")).Out.Split("\"position\"").Length - 1);
        Assert.Contains("set meta source = \"public\" was null", (await place.RunAsync("log", "--as-script")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("$hook", (await place.RunAsync("log", "--as-script")).Out + (await place.RunAsync("show", "1", "--diff")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("export", "all")).Status);
        Assert.Equal(["1.json"], Directory.GetFiles(Path.Combine(place.Folder, "all"), "*.json", SearchOption.AllDirectories).Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]) || name[0] is '$' or '-'));
        (await place.RunInputAsync("for each document as d where true { print d.id }", "run", "-")).Is(0, "1", "nothing changed");
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
        Assert.DoesNotContain("meta.source", (await place.RunInputAsync("print meta.source", "run", "-", "--doc", "2")).Out, StringComparison.Ordinal);
        (await place.RunInputAsync("print meta.source", "run", "-", "--doc", "2")).Is(0, "null", "nothing changed");
        (await place.RunAsync("tick", "--commands", "hooks")).Is(0, error: "nothing is due");
        (await place.RunInputAsync("print meta.source", "run", "-", "--doc", "2")).Is(0, "public", "nothing changed");
    }

    private static Workplace Made()
    {
        var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "hooks"));
        place.Write("hooks/a.csx", Hooks);
        return place;
    }
}
