namespace DocScript.Cli.Tests;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_log_lists_transactions_newest_first()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("run", "retitle.docscript", "--as", "bo");
        await place.RunAsync("undo", "0003");
        (await place.RunAsync("log")).Is(
            0,
            """
            00040000-0000-7000-8000-000000000000  2026-01-31T12:00:00Z  ana  1  undo of 00030000-0000-7000-8000-000000000000
            00030000-0000-7000-8000-000000000000  2026-01-31T12:00:00Z  bo  1  use "notes" { set title = "Version 2" }
            00020000-0000-7000-8000-000000000000  2026-01-31T12:00:00Z  ana  1  create article key "notes" title "Release notes" with {autho…
            """);
        Assert.Equal(1, (await place.RunAsync("log", "--limit", "1")).Out.Count(c => c == '\n'));
        Assert.Equal(3, (await place.RunAsync("log", "--doc", "notes")).Out.Count(c => c == '\n'));
        Assert.Contains("\"undoes\":\"00030000-0000-7000-8000-000000000000\"", (await place.RunAsync("log", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_as_a_script_is_what_was_done()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("more.docscript",
            """
            use "notes" {
              set title = "Version 2"
              unset meta author
              set p1.text = "Costs $5, or ${2 + 3}"
              insert columns as "odd one" at start
              insert paragraph as doc-9 first in "odd one".left with {text: "l"}
              move top last in "odd one".right
              remove p1
              publish
            }

            """);
        Assert.Equal(0, (await place.RunAsync("run", "more.docscript")).Status);
        var log = await place.RunAsync("log", "--as-script");
        log.Is(
            0,
            """
            # Each part is a script of its own: run it as its actor (--as; the scheduler's and those of hooks as anyone) at its time (DOCSCRIPT_NOW).
            # transaction 00020000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana
            # document 1
            create article key "notes" title "Release notes" with {author: "Ana"} {
                insert heading as top at start with {text: "Version 1"}
                insert paragraph as p1 after "top" with {text: "The harbour was closed on Monday because of the storm that came from the north."}
            }

            # transaction 00030000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana
            use 1 {
                set title = "Version 2" was "Release notes"
                unset meta author was "Ana"
                set "p1".text = "Costs $5, or 5" was "The harbour was closed on Monday because of the storm that came from the north."
                insert columns as "odd one" at start
                insert paragraph as doc-9 first in "odd one".left with {text: "l"}
                move "top" first in "odd one".right
                remove "p1"
                publish
            }
            """);

        // Run again elsewhere, it makes the same content.
        using var other = new Workplace();
        foreach (var (script, i) in log.Out.Split("\n\n").Select((script, i) => (script, i)))
        {
            other.Write("a.docscript", script);
            Assert.Equal((i, 0, ""), (i, (await other.RunAsync("run", "a.docscript")).Status, ""));
        }

        Assert.Equal((await place.RunAsync("export")).Out, (await other.RunAsync("export")).Out);
    }

    [Fact]
    public async Task Styles_and_conditions_are_commands_in_the_log_too()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("looks.docscript",
            """
            use "notes"
            insert list as doc-7
            set doc-7 style list-type = "numbers"
            set doc-7 condition dateTime = {gte: "2026-01-01"}
            set doc-7 condition dateTime = {gte: "2026-02-01"} was {gte: "2026-01-01"}
            set p1 condition dateTime = {lt: "2026-03-01"}
            """);
        Assert.Equal(0, (await place.RunAsync("run", "looks.docscript")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"notes\"; remove doc-7", "run", "-")).Status);
        Assert.Equal(0, (await place.RunAsync("undo", "0004")).Status);
        var log = await place.RunAsync("log", "--as-script");
        Assert.EndsWith(
            """
            use 1 {
                insert list as doc-7 after "p1"
                set doc-7 style list-type = "numbers"
                set doc-7 condition dateTime = {gte: "2026-01-01"}
                set doc-7 condition dateTime = {gte: "2026-02-01"} was {gte: "2026-01-01"}
                set "p1" condition dateTime = {lt: "2026-03-01"}
            }

            # transaction 00040000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana
            use 1 {
                remove doc-7
            }

            # transaction 00050000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana, undoes 00040000-0000-7000-8000-000000000000
            use 1 {
                insert list as doc-7 after "p1"
                set doc-7 style list-type = "numbers"
                set doc-7 condition dateTime = {gte: "2026-02-01"}
            }

            """,
            log.Out,
            StringComparison.Ordinal);

        // Run again elsewhere, it makes the same content.
        using var other = new Workplace();
        foreach (var script in log.Out.Split("\n\n")) Assert.Equal(0, (await other.RunInputAsync(script, "run", "-")).Status);
        Assert.Equal((await place.RunAsync("export")).Out, (await other.RunAsync("export")).Out);
    }

    [Fact]
    public async Task What_readers_see_at_a_time_is_shown()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(0, (await place.RunInputAsync("use \"notes\"; set p1 condition dateTime = {gte: \"2026-01-15\", lt: \"2026-03-01\"}", "run", "-")).Status);
        Assert.Contains("p1 paragraph", (await place.RunAsync("show", "notes")).Out, StringComparison.Ordinal);
        Assert.Contains("p1 paragraph", (await place.RunAsync("show", "notes", "--at", "now")).Out, StringComparison.Ordinal);
        Assert.Contains("p1 paragraph", (await place.RunAsync("show", "notes", "--brand", "ch")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("p1 paragraph", (await place.RunAsync("show", "notes", "--at", "2026-01-14T23:59Z")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"p1\"", (await place.RunAsync("show", "notes", "--at", "2026-03-01", "--json")).Out, StringComparison.Ordinal);
        var wrong = await place.RunAsync("show", "notes", "--at", "soon");
        Assert.Equal(2, wrong.Status);
        Assert.Contains("'soon' is no date", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await place.RunAsync("show", "notes", "--at", "now", "--diff")).Status);
    }

    [Fact]
    public async Task A_document_is_shown_as_an_outline()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunAsync("show", "notes")).Is(
            0,
            """
            article 1 notes "Release notes"
              version 1 (sequence 1), not published
              created 2026-01-31T12:00:00Z, updated 2026-01-31T12:00:00Z
              meta author = "Ana"

              top heading "Version 1"
              p1 paragraph "The harbour was closed on Monday because of the storm that c…"
            """);
    }

    [Fact]
    public async Task What_is_public_can_be_shown_instead_of_the_newest_state()
    {
        using var place = await Scripts.WithNotesAsync();
        var missing = await place.RunAsync("show", "notes", "--publication");
        Assert.Equal(2, missing.Status);
        Assert.StartsWith("error DS8016: document 1 is not published\n", missing.Error, StringComparison.Ordinal);
        await place.RunInputAsync("publish", "run", "--doc", "1");
        await place.RunAsync("run", "retitle.docscript");
        Assert.StartsWith("article 1 notes \"Release notes\"\n", (await place.RunAsync("show", "1", "--publication")).Out, StringComparison.Ordinal);
        Assert.Contains("published (publication 1), changed since", (await place.RunAsync("show", "1")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_shown_by_transaction_version_or_sequence()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunAsync("run", "retitle.docscript");
        await place.RunInputAsync("publish", "run", "--doc", "1");
        const string Second =
            """
            transaction 00030000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana, version 2, sequence 2
                ~ title "Release notes" -> "Version 2"

            """;
        const string Third =
            """
            transaction 00040000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana, version 2, sequence 3
                ^ published (publication 1)

            """;
        (await place.RunAsync("show", "1", "--diff")).Is(0, Third);
        (await place.RunAsync("show", "1", "--diff", "00030000")).Is(0, Second);
        (await place.RunAsync("show", "1", "--diff", "1")).Is(0, Second + "\n" + Third);
        (await place.RunAsync("show", "1", "--diff", "sequence:2")).Is(0, Third);
        var missing = await place.RunAsync("show", "1", "--diff", "9");
        Assert.StartsWith("error DS8016: document 1 has no version 9: it is at version 2, sequence 3\n", missing.Error, StringComparison.Ordinal);
        Assert.Contains("\"rows\":[{\"transaction\":\"00040000-", (await place.RunAsync("show", "1", "--diff", "--json")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await place.RunAsync("show", "1", "--diff", "--publication")).Status);
    }

    [Fact]
    public async Task That_a_document_was_deleted_or_restored_is_told()
    {
        using var place = await Scripts.WithNotesAsync();
        await place.RunInputAsync("schedule publish at \"2026-03-01\"", "run", "--doc", "1");
        await place.RunInputAsync("delete", "run", "--doc", "1");
        Assert.Equal(0, (await place.RunAsync("undo", "0004")).Status);
        Assert.EndsWith("    - scheduled publish of 2026-03-01T00:00:00Z\n    - deleted\n", (await place.RunAsync("show", "1", "--diff", "00040000")).Out, StringComparison.Ordinal);

        // No command brings a document back, and none could work on it while it is deleted.
        var log = (await place.RunAsync("log", "--as-script")).Out;
        Assert.EndsWith(
            """
            use 1 {
                cancel publish
                delete
            }

            # transaction 00050000-0000-7000-8000-000000000000 at 2026-01-31T12:00:00Z by ana, undoes 00040000-0000-7000-8000-000000000000
            # document 1 was restored as it was: no command does this
                # schedule publish at "2026-03-01T00:00:00Z"

            """,
            log,
            StringComparison.Ordinal);
        using var other = new Workplace();
        foreach (var script in log.Split("\n\n")) Assert.Equal(0, (await other.RunInputAsync(script, "run", "-")).Status);
    }
}
