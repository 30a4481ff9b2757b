namespace DocScript.Cli.Tests;

public sealed class TickTests
{
    [Fact]
    public async Task What_is_due_is_published_once()
    {
        using var place = new Workplace();
        await place.RunInputAsync("create article title \"A\"\nschedule publish at \"2026-02-01\"", "run");
        (await place.RunAsync("tick")).Is(0, error: "nothing is due");
        place.Environment["DOCSCRIPT_NOW"] = "2026-02-01T00:00:00Z";
        (await place.RunAsync("tick")).Is(0, "published 1, scheduled for 2026-02-01T00:00:00Z");
        (await place.RunAsync("tick")).Is(0, error: "nothing is due");
        (await place.RunAsync("log", "--limit", "1")).Is(0, "00030000-0000-7000-8000-000000000000  2026-02-01T00:00:00Z  scheduler  1  tick: publish, scheduled for 2026-02-01T00:00:00Z");
    }

    [Fact]
    public async Task What_can_not_be_done_is_told_and_kept_in_the_journal()
    {
        using var place = new Workplace();
        await place.RunInputAsync("create article title \"A\"", "run");
        await place.RunInputAsync("publish", "run", "--doc", "1");
        await place.RunInputAsync("schedule unpublish at \"2026-02-01\"", "run", "--doc", "1");
        Assert.Equal(0, (await place.RunAsync("undo", "0003")).Status);
        place.Environment["DOCSCRIPT_NOW"] = "2026-02-01T00:00:00Z";
        (await place.RunAsync("tick")).Is(
            1,
            error: """
            error DS3041: document 1 could not be taken off as scheduled for 2026-02-01T00:00:00Z: document 1 is not published
              = the schedule is gone and its reason is in the journal; nothing else was changed
              = help: mend the cause, then do it by a script or schedule it again
            """);
        Assert.Contains("! scheduled unpublish of 2026-02-01T00:00:00Z failed: document 1 is not published", (await place.RunAsync("show", "1", "--diff")).Out, StringComparison.Ordinal);
        Assert.EndsWith("  scheduler  1  tick: could not unpublish, scheduled for 2026-02-01T00:00:00…\n", (await place.RunAsync("log", "--limit", "1")).Out, StringComparison.Ordinal);
        Assert.Contains("# tick: could not unpublish, scheduled for 2026-02-01T00:00:00Z: document 1 is not published\"", (await place.RunAsync("log", "--limit", "1", "--json")).Out, StringComparison.Ordinal);
        Assert.Contains("cancel unpublish  # document 1 is not published", (await place.RunAsync("log", "--as-script", "--limit", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_what_was_carried_out()
    {
        using var place = new Workplace();
        await place.RunInputAsync("create article title \"A\"\nschedule publish at \"2026-02-01\"", "run");
        place.Environment["DOCSCRIPT_NOW"] = "2026-03-01T00:00:00Z";
        var outcome = await place.RunAsync("tick", "--json");
        Assert.StartsWith("""{"command":"tick","status":"done","exit":0,"ticked":[{"document":1,"scheduled":"publish","at":"2026-02-01T00:00:00Z","failure":null,"status":"done","transaction":""", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await new Workplace().RunAsync("tick", "what")).Status);
    }
}
