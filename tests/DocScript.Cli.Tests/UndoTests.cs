namespace DocScript.Cli.Tests;

public sealed class UndoTests
{
    [Fact]
    public async Task Undo_takes_a_transaction_back_by_the_beginning_of_its_id()
    {
        using var place = await Scripts.WithNotesAsync();
        var before = await Content(place);
        await place.RunAsync("run", "retitle.docscript");
        Assert.Contains("Version 2", await Content(place), StringComparison.Ordinal);
        (await place.RunAsync("undo", "0003")).Is(
            0,
            error: "undo of 00030000-0000-7000-8000-000000000000: committed 00040000-0000-7000-8000-000000000000: 1 document changed, 0 created, 0 deleted; 1 change");
        Assert.Equal(before, await Content(place));
    }

    [Fact]
    public async Task A_planned_undo_shows_what_it_would_do()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("run", "retitle.docscript");
        (await place.RunAsync("undo", "0003", "--plan")).Is(
            0,
            """
            ~ article 1 notes "Release notes"
                ~ title "Version 2" -> "Release notes"

            Plan: 1 document to change, 0 to create, 0 to delete; 1 change
            """);
        Assert.Contains("\"Version 2\"", await Content(place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_of_what_changed_since_is_refused()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("run", "retitle.docscript");
        await place.RunInputAsync("set title = \"Version 3\"", "run", "--doc", "1");
        var outcome = await place.RunAsync("undo", "0003");
        Assert.Equal((4, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith("error DS4", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\"Version 3\"", await Content(place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_of_a_design_says_that_the_design_goes_back()
    {
        using var place = new Workplace();
        place.Write("design.json", """{"name": "d", "version": "2.0.0", "components": [{"name": "p", "html": "<p doc-editable=\"text\"></p>"}], "contentTypes": [{"handle": "article", "metadata": []}]}""");
        Assert.Equal(0, (await place.RunAsync("design", "import", "design.json")).Status);
        var log = (await place.RunAsync("log")).Out[..8];
        (await place.RunAsync("undo", log, "--plan")).Is(0, "~ the design ('docscript design show')\nPlan: the design would change");
        var undone = await place.RunAsync("undo", log);
        Assert.Equal(0, undone.Status);
        Assert.EndsWith(": the design changed\n", undone.Error, StringComparison.Ordinal);
        Assert.Contains("error DS4007: the design was changed since", (await place.RunAsync("undo", log)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_of_undo_is_redo()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("run", "retitle.docscript");
        await place.RunAsync("undo", "0003");
        Assert.Equal(0, (await place.RunAsync("undo", "0004")).Status);
        Assert.Contains("\"Version 2\"", await Content(place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_that_several_ids_have_is_refused_and_they_are_named()
    {
        using var place = await Scripts.WithNotesAsync();
        for (var i = 0; i < 14; i++) await place.RunInputAsync(FormattableString.Invariant($"set title = \"{i}\""), "run", "--doc", "1");
        // Ids 0002 to 0010 in hexadecimal digits: 000… is the beginning of most, and 0010 of one.
        var outcome = await place.RunAsync("undo", "000");
        Assert.Contains("is too short", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunAsync("undo", "0010")).Status);
    }

    private static async Task<string> Content(Workplace place) =>
        string.Join('\n', (await place.RunAsync("show", "notes")).Out.Split('\n').Where(line => !line.StartsWith("  version ", StringComparison.Ordinal)));
}
