namespace DocScript.Cli.Tests;

public sealed class ReplTests
{
    [Fact]
    public async Task Piped_inputs_run_one_by_one()
    {
        using var place = new Workplace();
        (await place.RunInputAsync(
            """
            create page key "home" title "Home" {
              insert paragraph as p1 with {text: "Hi"}
            }
            :doc home
            set title = "House"
            print title
            :plan on
            delete
            :plan off
            :undo
            print title
            :quit
            never
            """,
            "repl")).Is(
            0,
            """
            + page 1 home "Home"
                + paragraph p1 at start "Hi"
            ~ page 1 home "House"
                ~ title "Home" -> "House"
            House
            - page 1 home "House"

            Plan: 0 documents to change, 0 to create, 1 to delete; 1 change
            ~ page 1 home "Home"
                ~ title "House" -> "Home"
            Home
            """,
            """
            committed 00020000-0000-7000-8000-000000000000: 0 documents changed, 1 created, 0 deleted; 2 changes
            current document: home "Home"
            committed 00030000-0000-7000-8000-000000000000: 1 document changed, 0 created, 0 deleted; 1 change
            nothing changed
            inputs are only planned
            inputs are run
            committed 00060000-0000-7000-8000-000000000000: 1 document changed, 0 created, 0 deleted; 1 change
            nothing changed
            """);
    }

    [Fact]
    public async Task Undo_takes_back_what_this_session_did_until_nothing_is_left()
    {
        using var place = await Scripts.WithNotesAsync();
        var before = (await place.RunAsync("show", "1")).Out.Split('\n')[3..];
        var outcome = await place.RunInputAsync("set title = \"a\"\nset meta author = \"b\"\n:undo\n:undo\n:undo\n", "repl", "--doc", "notes");
        Assert.Equal(0, outcome.Status);
        Assert.EndsWith("nothing was committed here that could be undone; 'docscript undo' takes back any transaction\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await place.RunAsync("show", "1")).Out.Split('\n')[3..]);
    }

    [Fact]
    public async Task A_piped_input_that_fails_gives_the_status_and_the_next_runs()
    {
        using var place = new Workplace();
        var outcome = await place.RunInputAsync("require false\nprint 1\nset\n", "repl");
        Assert.Equal((4, "1\n"), (outcome.Status, outcome.Out));
        Assert.Contains("input 1:1:", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("input 3:1:", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(place.Names);
    }

    [Fact]
    public async Task Unknown_orders_and_documents_are_told()
    {
        using var place = new Workplace();
        (await place.RunInputAsync(":nonsense\n:doc 7\n:doc\n", "repl")).Is(
            2,
            error: """
            ':nonsense' is no order; :help lists them
            there is no document '7'
            no current document
            """);
    }

    [Fact]
    public async Task A_use_alone_in_an_input_makes_the_document_the_current_one()
    {
        using var place = new Workplace();
        Assert.Equal(0, (await place.RunInputAsync("create page key \"home\" title \"Home\"; create page title \"Other\"", "run", "-")).Status);
        var outcome = await place.RunInputAsync("use \"home\"\nprint title\nuse 2\nprint title\nuse 1; print title\nprint title\nuse 1 { print title }\nprint title\nuse \"hoem\"\nprint title\n", "repl");
        Assert.Equal("Home\nOther\nHome\nOther\nHome\nOther\nOther\n", outcome.Out);
        Assert.StartsWith("nothing changed\ncurrent document: home \"Home\"\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'home'?", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Status);
    }

    [Fact]
    public async Task An_empty_line_ends_what_was_begun()
    {
        using var place = new Workplace();
        var outcome = await place.RunInputAsync("if true {\n\nprint 2\n", "repl");
        Assert.Equal((3, "2\n"), (outcome.Status, outcome.Out));
    }

    [Fact]
    public async Task A_person_is_prompted_and_leaves_without_an_error()
    {
        using var place = new Workplace { OnTerminal = true };
        place.Environment["NO_COLOR"] = "1";
        var outcome = await place.RunInputAsync("if true {\n  print 1\n}\nset\n:help\n", "repl");
        Assert.Equal((0, "1\n"), (outcome.Status, outcome.Out));
        Assert.Contains("> … … ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(":undo", outcome.Error, StringComparison.Ordinal);
    }
}
