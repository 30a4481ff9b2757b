using System.Text;
using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class PurgeTests
{
    private const string View =
        """
        - article 1 "Release notes", for good
            3 journal rows with what changed
            the script, parameters and answer of 3 transactions
            1 publication
        """;

    [Fact]
    public async Task What_would_go_is_shown_and_stays()
    {
        using var place = await DeletedAsync();
        (await place.RunAsync("purge", "notes", "--plan")).Is(0, View);
        Assert.Contains("Release notes", (await place.RunAsync("log", "--as-script")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_says_yes_beforehand_and_nothing_is_left()
    {
        using var place = await DeletedAsync();
        var outcome = await place.RunAsync("purge", "1", "--yes");
        Assert.Equal(0, outcome.Status);
        Assert.Matches(@"\Acommitted [0-9a-f-]{36}: document 1 is purged; backups and copies made before still hold it\n\z", outcome.Error);
        Assert.DoesNotContain("Release notes", (await place.RunAsync("log", "--json")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("verify")).Status);
        (await place.RunAsync("purge", "1", "--yes")).Is(
            4,
            error: """
            error DS4092: document 1 is purged already
              = nothing was changed
              = help: only a deleted document is purged, and only once; 'delete' in a script deletes one
            """);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_is_refused_without_yes()
    {
        using var place = await DeletedAsync();
        (await place.RunAsync("purge", "1")).Is(
            2,
            View,
            """
            error DS8017: nobody can be asked whether document 1 is to be purged
              = nothing was changed
              = help: look at it with --plan, then give --yes
            """);
        Assert.Equal(0, (await place.RunAsync("purge", "1", "--plan")).Status);
    }

    [Theory]
    [InlineData("yes\n", 0)]
    [InlineData("  yes \n", 0)]
    [InlineData("y\n", 2)]
    [InlineData("YES\n", 2)]
    [InlineData("\n", 2)]
    [InlineData("", 2)]
    public async Task On_a_terminal_only_yes_is_taken_for_an_answer(string answer, int status)
    {
        using var place = await DeletedAsync();
        place.OnTerminal = true;
        var outcome = await place.RunInputAsync(answer, "purge", "1");
        Assert.Equal(status, outcome.Status);
        Assert.Contains("Only 'yes' is taken", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(status == 0 ? 4 : 0, (await place.RunAsync("purge", "1", "--plan")).Status);
    }

    [Fact]
    public async Task A_working_copy_goes_with_its_document_and_json_counts_it()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await place.RunInputAsync("create article key \"a\" title \"A\"", "run")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"a\" {\ncheckout\nset title = \"a secret\"\n}", "run")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"a\" {\nundo checkout\ndelete\n}", "run")).Status);
        using var json = JsonDocument.Parse((await place.RunAsync("purge", "a", "--yes", "--json")).Out);
        var purges = json.RootElement.GetProperty("purges");
        Assert.Equal(1, purges.GetProperty("workingCopies").GetInt32());
        Assert.Equal(3, purges.GetProperty("transactions").GetInt32());
        Assert.True(json.RootElement.TryGetProperty("transaction", out _));
        Assert.True(File.ReadAllBytes(Path.Combine(place.Folder, Workplace.DefaultFile)).AsSpan().IndexOf(Encoding.UTF8.GetBytes("a secret")) < 0);
    }

    [Fact]
    public async Task A_document_that_was_never_there_is_named()
    {
        using var place = await DeletedAsync();
        var outcome = await place.RunAsync("purge", "note", "--yes");
        Assert.Equal(2, outcome.Status);
        Assert.StartsWith("error DS8012: there is no document 'note'\n", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task<Workplace> DeletedAsync()
    {
        var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunInputAsync("use \"notes\" { publish }", "run")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"notes\" {\nunpublish\ndelete\n}", "run")).Status);
        return place;
    }
}
