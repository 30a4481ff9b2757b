using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public async Task A_script_is_committed_and_its_transaction_is_named()
    {
        using var place = new Workplace();
        place.Write("notes.docscript", Scripts.Notes + "print \"made\"\n");
        (await place.RunAsync("run", "notes.docscript")).Is(
            0,
            "made",
            "notes.docscript: committed 00020000-0000-7000-8000-000000000000: 0 documents changed, 1 created, 0 deleted; 3 changes");
        Assert.True(place.Exists(Workplace.DefaultFile));
    }

    [Fact]
    public async Task What_was_changed_is_shown_when_asked_for()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunAsync("run", "retitle.docscript", "--diff")).Is(
            0,
            """
            ~ article 1 notes "Version 2"
                ~ title "Release notes" -> "Version 2"
            """,
            "retitle.docscript: committed 00030000-0000-7000-8000-000000000000: 1 document changed, 0 created, 0 deleted; 1 change");
    }

    [Fact]
    public async Task How_documents_were_found_is_said_when_asked_for()
    {
        const string Script = "for each document where type == \"article\" order by updated limit 1 { print title }";
        using var place = await Scripts.WithNotesAsync();
        (await place.RunInputAsync(Script, "run", "-", "--explain")).Is(0, "Release notes\nquery: for each document: by index of updated, then by type; in order of updated; first 1", "nothing changed");
        (await place.RunInputAsync(Script, "run", "-")).Is(0, "Release notes", "nothing changed");
    }

    [Fact]
    public async Task Standard_input_is_a_script()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunInputAsync("print title", "run", "-", "--doc", "notes")).Is(0, "Release notes", "nothing changed");
        (await place.RunInputAsync("print title", "run", "--doc", "1")).Is(0, "Release notes", "nothing changed");
    }

    [Fact]
    public async Task Scripts_run_in_order_until_one_fails_and_those_committed_are_named()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("bad.docscript", "use \"notes\" {\n  set title = \"never\"\n  remove nothing\n}\n");
        var outcome = await place.RunAsync("run", "retitle.docscript", "bad.docscript", "notes.docscript");
        Assert.Equal((1, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith("retitle.docscript: committed 00030000-0000-7000-8000-000000000000: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("bad.docscript:3:", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "stopped at bad.docscript; committed before it: retitle.docscript (00030000-0000-7000-8000-000000000000)\nnot run: notes.docscript\n",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.StartsWith("article 1 notes \"Version 2\"\n", (await place.RunAsync("show", "notes")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_can_not_be_read_stops_everything_before_the_first_runs()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.Equal(2, (await place.RunAsync("run", "retitle.docscript", "missing.docscript")).Status);
        Assert.StartsWith("article 1 notes \"Release notes\"\n", (await place.RunAsync("show", "1")).Out, StringComparison.Ordinal);
    }

    /// <summary>Scripts that do not succeed on the notes, with status and code.</summary>
    public static TheoryData<string, int, string> Failing => new()
    {
        { "set title = ", 3, "DS1" },
        { "insert nonsense", 3, "DS2" },
        { "use \"notes\" { remove gone }", 1, "DS3" },
        { "use \"notes\" { require published else \"not out yet\" }", 4, "DS4" },
        { "use \"notes\" version 9", 4, "DS4" },
        { "use \"notes\" { set title = \"x\" was \"y\" }", 4, "DS4" },
        { "param x: integer\nprint x", 2, "DS8" },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task What_fails_has_the_status_of_its_code_and_changes_nothing(string script, int status, string code)
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("a.docscript", script);
        var before = await place.RunAsync("log");
        var outcome = await place.RunAsync("run", "a.docscript");
        Assert.Equal((status, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith("error " + code, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, await place.RunAsync("log"));
        using var json = JsonDocument.Parse((await place.RunAsync("run", "a.docscript", "--json")).Out);
        Assert.Equal(status, json.RootElement.GetProperty("exit").GetInt32());
        Assert.StartsWith(code, json.RootElement.GetProperty("results")[0].GetProperty("diagnostics")[0].GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set title = ")]
    [InlineData("create nonsense")]
    [InlineData("use 7")]
    [InlineData("require false")]
    public async Task A_script_that_fails_makes_no_store(string script)
    {
        using var place = new Workplace();
        place.Write("a.docscript", script);
        Assert.NotEqual(0, (await place.RunAsync("run", "a.docscript")).Status);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task Parameters_and_the_user_reach_the_script()
    {
        using var place = new Workplace();
        place.Write("long.txt", "from a file");
        place.Write("a.docscript", "param n: integer\nparam t\nprint \"${n + 1} ${t} ${user} ${now()}\"\n");
        (await place.RunAsync("run", "a.docscript", "--param", "n=41", "--param", "t=@long.txt", "--as", "bo")).Is(
            0,
            "42 from a file bo 2026-01-31T12:00:00Z",
            "a.docscript: nothing changed");
    }

    [Fact]
    public async Task The_same_key_does_it_once_and_another_script_under_it_is_a_conflict()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("a.docscript", "create page title \"One\"\nprint \"made\"\n");
        place.Write("b.docscript", "create page title \"Two\"\n");
        var first = await place.RunAsync("run", "a.docscript", "--key", "k1");
        Assert.Equal((0, "made\n"), (first.Status, first.Out));
        var again = await place.RunAsync("run", "a.docscript", "--key", "k1");
        Assert.Equal((0, "made\n"), (again.Status, again.Out));
        Assert.Contains("done before, in transaction 00030000-", again.Error, StringComparison.Ordinal);
        var other = await place.RunAsync("run", "b.docscript", "--key", "k1");
        Assert.Equal(4, other.Status);
        Assert.StartsWith("error DS4005", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_everything_is_one_object()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "create page key \"home\" title \"Home\"\nprint \"é\\u{1b}\"\n");
        (await place.RunAsync("run", "a.docscript", "--json")).Is(
            0,
            """{"command":"run","status":"done","exit":0,"results":[{"file":"a.docscript","status":"done","transaction":"00020000-0000-7000-8000-000000000000","position":1,"repeated":false,"reruns":0,"documents":[{"id":1,"key":"home","type":"page","title":"Home","before":null,"version":1,"sequence":1,"published":false,"unchanged":false,"deleted":false,"changes":[{"v":1,"change":"created","document":{"format":1,"header":{"id":1,"key":"home","type":"page","version":0,"sequence":0,"created":"0001-01-01T00:00:00.000Z","updated":"0001-01-01T00:00:00.000Z","committed":"0001-01-01T00:00:00.000Z"},"title":"Home","metadata":{},"content":[]}}]}],"printed":["é\u001B"],"queries":[],"diagnostics":[]}],"notRun":[],"diagnostics":[]}""");
    }

    [Fact]
    public async Task Printed_text_is_given_to_a_pipe_as_it_is_and_to_a_terminal_without_what_it_would_obey()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "print \"a\\u{1b}[31mb\"\n");
        Assert.Equal("a\u001b[31mb\n", (await place.RunAsync("run", "a.docscript")).Out);
        place.OnTerminal = true;
        Assert.Equal("a␛[31mb\n", (await place.RunAsync("run", "a.docscript")).Out);
    }

    [Fact]
    public async Task Colours_come_on_a_terminal_only_and_not_with_NO_COLOR()
    {
        using var place = new Workplace { OnTerminal = true };
        place.Write("a.docscript", "set title\n");
        Assert.Contains("\u001b[", (await place.RunAsync("run", "a.docscript")).Error, StringComparison.Ordinal);
        place.Environment["NO_COLOR"] = "1";
        Assert.DoesNotContain("\u001b[", (await place.RunAsync("run", "a.docscript")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_says_so_and_changes_nothing()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        var outcome = await place.RunAsync([], new CancellationToken(canceled: true), "run", "a.docscript");
        outcome.Is(130, error: "cancelled; what was running changed nothing");
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }

    [Theory]
    [InlineData("sqlite:other.db", "other.db")]
    [InlineData("other.db", "other.db")]
    public async Task The_store_is_where_the_option_says(string store, string file)
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        Assert.Equal(0, (await place.RunAsync("run", "a.docscript", "--store", store)).Status);
        Assert.True(place.Exists(file));
        place.Environment["DOCSCRIPT_STORE"] = store;
        Assert.Equal(0, (await place.RunAsync("show", "notes")).Status);
        Assert.False(place.Exists(Workplace.DefaultFile));
    }

    [Fact]
    public async Task A_store_in_memory_is_gone_afterwards()
    {
        using var place = new Workplace();
        place.Write("a.docscript", Scripts.Notes);
        Assert.Equal(0, (await place.RunAsync("run", "a.docscript", "a.docscript", "--store", "memory:")).Status == 0 ? 1 : 0);
        Assert.Equal(0, (await place.RunAsync("run", "a.docscript", "--store", "memory:")).Status);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task A_script_beyond_the_limit_of_size_is_told_so()
    {
        using var place = new Workplace();
        place.Write("huge.docscript", "# " + new string('x', 17 * 1024 * 1024));
        var outcome = await place.RunAsync("run", "huge.docscript");
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("error DS5", outcome.Error, StringComparison.Ordinal);
    }
}
