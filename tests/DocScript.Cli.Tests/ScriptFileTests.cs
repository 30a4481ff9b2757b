using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class ScriptFileTests
{
    private const string Note = "note: only what needs no design was checked; give one with --design <file> or --store <uri>\n";

    [Fact]
    public async Task Formatting_rewrites_in_place_keeps_comments_and_is_done_once()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "# why\nset   title=\"x\"   # because\n");
        (await place.RunAsync("fmt", "a.docscript")).Is(0, error: "rewrote 1 file");
        Assert.Equal("# why\nset title = \"x\" # because\n", place.Read("a.docscript"));
        (await place.RunAsync("fmt", "a.docscript")).Is(0);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task Formatting_keeps_permissions_and_links()
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new Workplace();
        place.Write("a.docscript", "print   1\n");
        var file = Path.Combine(place.Folder, "a.docscript");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.CreateSymbolicLink(Path.Combine(place.Folder, "link"), "a.docscript");
        Assert.Equal(0, (await place.RunAsync("fmt", "link")).Status);
        Assert.Equal("print 1\n", place.Read("a.docscript"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(file));
        Assert.Equal("a.docscript", new FileInfo(Path.Combine(place.Folder, "link")).LinkTarget);
    }

    [Fact]
    public async Task A_check_of_the_form_lists_files_and_changes_nothing()
    {
        using var place = new Workplace();
        place.Write("good.docscript", "print 1\n");
        place.Write("a.docscript", "print   1\n");
        (await place.RunAsync("fmt", "--check", "good.docscript")).Is(0);
        (await place.RunAsync("fmt", "--check", "good.docscript", "a.docscript")).Is(1, "a.docscript", "1 file not in the one form; run 'docscript fmt' on it");
        Assert.Equal("print   1\n", place.Read("a.docscript"));
    }

    [Fact]
    public async Task Formatting_leaves_what_does_not_parse_and_goes_on()
    {
        using var place = new Workplace();
        place.Write("bad.docscript", "set   title=\n");
        place.Write("a.docscript", "print   1\n");
        var outcome = await place.RunAsync("fmt", "bad.docscript", "a.docscript");
        Assert.Equal(3, outcome.Status);
        Assert.StartsWith("error DS1", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("set   title=\n", place.Read("bad.docscript"));
        Assert.Equal("print 1\n", place.Read("a.docscript"));
    }

    [Theory]
    [InlineData("print   1", "print 1\n")]
    [InlineData("", "")]
    public async Task Formatting_standard_input_prints(string script, string expected)
    {
        using var place = new Workplace();
        (await place.RunInputAsync(script, "fmt", "-")).Is(0, expected);
    }

    [Fact]
    public async Task Checking_says_all_that_is_wrong()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "print upper(1, 2)\nset titel = 1\nprint nothing(1)\n");
        place.Write("good.docscript", "print 1\n");
        var outcome = await place.RunAsync("check", "a.docscript", "good.docscript");
        Assert.Equal((3, ""), (outcome.Status, outcome.Out));
        Assert.Equal(3, outcome.Error.Split("error DS").Length - 1);
        Assert.EndsWith(Note + "2 scripts checked, 1 with errors\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("a.docscript good.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task Checking_against_a_design_knows_its_names()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("a.docscript", "create article { insert paragrph }\n");
        (await place.RunAsync("check", "a.docscript")).Is(0, error: Note + "1 script checked, no errors");
        var outcome = await place.RunAsync("check", "a.docscript", "--store", Workplace.DefaultFile);
        Assert.Equal(3, outcome.Status);
        Assert.Contains("did you mean 'paragraph'?", outcome.Error, StringComparison.Ordinal);
        using (var export = JsonDocument.Parse((await place.RunAsync("export")).Out)) place.Write("design.json", export.RootElement.GetProperty("design").GetRawText());
        var design = await place.RunAsync("check", "a.docscript", "--design", "design.json", "--json");
        Assert.Equal(3, design.Status);
        Assert.Contains("\"design\":\"file\",\"files\":[{\"file\":\"a.docscript\",\"valid\":false}]", design.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_script_can_be_checked_planned_and_run_twice()
    {
        using var place = new Workplace();
        (await place.RunAsync("new", "start.docscript")).Is(0, error: "wrote start.docscript; try 'docscript plan start.docscript'");
        (await place.RunAsync("check", "start.docscript")).Is(0, error: Note + "1 script checked, no errors");
        Assert.Equal(0, (await place.RunAsync("plan", "start.docscript")).Status);
        Assert.Equal(0, (await place.RunAsync("run", "start.docscript", "--param", "topic=Harbour")).Status);
        (await place.RunAsync("run", "start.docscript", "--param", "topic=Harbour")).Is(
            0,
            "1: Harbour, world\n2: Harbour, world",
            "start.docscript: committed 00040000-0000-7000-8000-000000000000: 0 documents changed, 1 created, 0 deleted; 4 changes");
        (await place.RunAsync("fmt", "--check", "start.docscript")).Is(0);
        Assert.Equal((await place.RunAsync("new", "-")).Out.Replace("FILE", "start.docscript", StringComparison.Ordinal), place.Read("start.docscript"));
    }
}
