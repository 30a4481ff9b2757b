namespace DocScript.Cli.Tests;

public sealed class CheckoutTests
{
    [Fact]
    public async Task The_holder_is_shown_the_working_copy_and_others_the_document()
    {
        using var place = await WithCopyAsync();
        Assert.Contains("\"B\"", (await place.RunAsync("show", "1", "--as", "bert")).Out, StringComparison.Ordinal);
        Assert.Contains("this is the working copy of bert", (await place.RunAsync("show", "1", "--as", "bert")).Error, StringComparison.Ordinal);
        (await place.RunAsync("show", "1")).Is(
            0,
            """
            article 1 "A"
              version 1 (sequence 2), not published
              created 2026-01-31T12:00:00Z, updated 2026-01-31T12:00:00Z
              checked out by bert since 2026-01-31T12:00:00Z
            """);
    }

    [Fact]
    public async Task What_changed_a_working_copy_only_its_actor_finds_in_the_log()
    {
        using var place = await WithCopyAsync();
        Assert.DoesNotContain("set title", (await place.RunAsync("log")).Out, StringComparison.Ordinal);
        Assert.Contains("bert  (1)  set title = \"B\"", (await place.RunAsync("log", "--as", "bert")).Out, StringComparison.Ordinal);
        Assert.Contains("use 1 {\n    # in the working copy\n    set title = \"B\" was \"A\"\n}", (await place.RunAsync("log", "--as", "bert", "--as-script")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_a_working_copy_too_is_listed_without_what_it_did_there()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await place.RunInputAsync("create article title \"A\"", "run", "-", "--as", "anna")).Status);
        Assert.Equal(0, (await place.RunInputAsync("checkout\nset title = \"secret\"", "run", "-", "--doc", "1", "--as", "bert")).Status);
        foreach (var (viewer, sees) in new[] { ("bert", true), ("carl", false) })
        {
            var (text, json) = ((await place.RunAsync("log", "--as", viewer)).Out, (await place.RunAsync("log", "--as", viewer, "--json")).Out);
            Assert.Equal(sees, text.Contains("(1)", StringComparison.Ordinal));
            Assert.Equal(sees, json.Contains("secret", StringComparison.Ordinal));
            Assert.Equal(sees, json.Contains("""{"id":1,"workingCopy":true,""", StringComparison.Ordinal));
            Assert.Equal(!sees, json.Contains("\"script\":null", StringComparison.Ordinal));
            Assert.Contains(sees ? "  checkout" : "  (also in a working copy)", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plan_shows_the_working_copy_as_what_it_is()
    {
        using var place = await WithCopyAsync();
        (await place.RunInputAsync("set title = \"C\"", "plan", "-", "--doc", "1", "--as", "bert")).Is(
            0,
            """
            ~ article 1 (working copy) "C"
                ~ title "B" -> "C"

            Plan: 1 document to change, 0 to create, 0 to delete; 1 change
            """);
        (await place.RunInputAsync("checkin \"done\" with {round: 2}", "plan", "-", "--doc", "1", "--as", "bert")).Is(
            0,
            """
            ~ article 1 "B"
                ~ title "A" -> "B"
                < checked in
                + named version 1 "done"

            Plan: 1 document to change, 0 to create, 0 to delete; 3 changes
            """);
    }

    [Fact]
    public async Task Named_versions_are_listed()
    {
        using var place = await WithCopyAsync();
        await place.RunInputAsync("checkin \"done\" with {round: 2}", "run", "--doc", "1", "--as", "bert");
        (await place.RunAsync("show", "1", "--versions")).Is(0, "1  version 2  2026-01-31T12:00:00Z  bert  \"done\"  {round: 2}");
        Assert.Contains("""[{"number":1,"version":2,"at":"2026-01-31T12:00:00Z","actor":"bert","description":"done","fields":{"round":2},""", (await place.RunAsync("show", "1", "--versions", "--json")).Out, StringComparison.Ordinal);
    }

    private static async Task<Workplace> WithCopyAsync()
    {
        var place = new Workplace();
        await place.RunInputAsync("create article title \"A\"", "run");
        await place.RunInputAsync("checkout", "run", "--doc", "1", "--as", "bert");
        await place.RunInputAsync("set title = \"B\"", "run", "--doc", "1", "--as", "bert");
        return place;
    }
}
