namespace DocScript.Cli.Tests;

public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_shows_what_would_change_and_changes_nothing()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("a.docscript",
            """
            use "notes" {
              set title = "Version 2"
              set meta author = "Bo"
              set p1.text = "The harbour was closed on Tuesday evening because of the storm that came from the north."
              insert quote as q1 after p1 with {text: "So it goes", author: "Kurt"}
              move top at end
              publish
            }
            create page key "home" title "Home" { insert columns as c1; insert paragraph as p1 first in c1.left with {text: "l"} }
            for each document where type == "article" { print title }

            """);
        var before = await place.RunAsync("log");
        (await place.RunAsync("plan", "a.docscript")).Is(
            0,
            """
            Version 2
            ~ article 1 notes "Version 2"
                ~ title "Release notes" -> "Version 2"
                ~ meta author "Ana" -> "Bo"
                ~ p1.text "The harbour was closed on [-Monday-]{+Tuesday evening+} because of the storm …"
                + quote q1 after p1 text: "So it goes", author: "Kurt"
                > top moved: at start -> after q1
                ^ published (publication 1)

            + page 2 home "Home"
                + columns c1 at start
                + paragraph p1 first in c1.left "l"

            query: for each document: by index of type
            Plan: 1 document to change, 1 to create, 0 to delete; 9 changes
            """);
        Assert.Equal(before, await place.RunAsync("log"));
    }

    [Fact]
    public async Task A_plan_without_a_store_sees_an_empty_one_and_makes_none()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        Assert.Equal(0, (await place.RunAsync("plan", "a.docscript")).Status);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
        (await place.RunInputAsync("", "plan", "-")).Is(0, "Plan: nothing to change");
    }

    [Fact]
    public async Task A_kept_plan_is_applied_exactly_and_once()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunAsync("plan", "retitle.docscript", "--out", "a.plan")).Is(
            0,
            """
            ~ article 1 notes "Version 2"
                ~ title "Release notes" -> "Version 2"

            Plan: 1 document to change, 0 to create, 0 to delete; 1 change
            """,
            "kept in a.plan; 'docscript apply a.plan' commits exactly this");
        Assert.Contains("\"Release notes\"", (await place.RunAsync("show", "1")).Out, StringComparison.Ordinal);
        (await place.RunAsync("apply", "a.plan")).Is(
            0,
            error: "a.plan: committed 00030000-0000-7000-8000-000000000000: 1 document changed, 0 created, 0 deleted; 1 change");
        Assert.Contains("\"Version 2\"", (await place.RunAsync("show", "1")).Out, StringComparison.Ordinal);
        var again = await place.RunAsync("apply", "a.plan");
        again.Is(0, error: "a.plan: done before, in transaction 00030000-0000-7000-8000-000000000000; nothing was changed now");
        Assert.Equal(2, (await place.RunAsync("log")).Out.Count(c => c == '\n'));
    }

    [Fact]
    public async Task A_plan_whose_documents_moved_on_is_refused()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("plan", "retitle.docscript", "--out", "a.plan");
        await place.RunInputAsync("set title = \"Between\"", "run", "--doc", "notes");
        var outcome = await place.RunAsync("apply", "a.plan");
        Assert.Equal((4, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith("error DS4006", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\"Between\"", (await place.RunAsync("show", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_nothing_is_not_kept()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunInputAsync("print 1", "plan", "-", "--out", "a.plan")).Is(0, "1\nPlan: nothing to change", "there is nothing to change, so a.plan was not written");
        Assert.False(place.Exists("a.plan"));
    }

    [Fact]
    public async Task A_script_that_fails_has_no_plan()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "set title = ");
        Assert.Equal(3, (await place.RunAsync("plan", "a.docscript", "--out", "a.plan")).Status);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }
}
