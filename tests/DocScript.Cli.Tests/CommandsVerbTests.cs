using System.Text.Json;
using DocScript.Cli.Verbs;

namespace DocScript.Cli.Tests;

public sealed class CommandsVerbTests
{
    private const string Declarations =
        """
        /// <summary>Makes the title loud.</summary>
        [Command(Example = "shout", Icon = "horn"), DisplayName("de", "Rufen")]
        void Shout(DocumentEdit document) => document.SetTitle(document.Title.ToUpperInvariant());

        /// <summary>Does it softly.</summary>
        [Command("whisper <text>", Hidden = true)]
        string Whisper(string text) => text.ToLowerInvariant();

        /// <summary>Says a text twice.</summary>
        [Function]
        string Twice(string text) => text + text;

        /// <summary>Wants a title.</summary>
        [Before("publish")]
        void Guard(DocumentView document) { if (document.Title.Length == 0) throw new Refusal("no title"); }
        """;

    [Fact]
    public async Task The_list_has_what_a_script_here_would_have_and_whether_it_is_trusted()
    {
        using var place = WithCommands("commands", "more");
        Assert.Equal(0, (await place.RunAsync("commands", "use", "more")).Status);
        Assert.Equal(0, (await place.RunAsync("trust", "more", "--allow", "http: example.org")).Status);
        (await place.RunAsync("commands")).Is(
            0,
            """
            <folder>/more  set for the store, trusted, may http: example.org
              shout           Makes the title loud.  (a.csx)
              whisper <text>  hidden; Does it softly.  (a.csx)
              twice(text)     Says a text twice.  (a.csx)
              before publish  guard: Wants a title.  (a.csx)
            <folder>/commands  here, not trusted
              shout           Makes the title loud.  (a.csx)
              whisper <text>  hidden; Does it softly.  (a.csx)
              twice(text)     Says a text twice.  (a.csx)
              before publish  guard: Wants a title.  (a.csx)
            built in: create, delete, set, unset, insert, move, remove, publish, unpublish, schedule, cancel, embargo, lift, checkout, checkin, undo, keep
            """);
    }

    [Fact]
    public async Task In_json_a_command_has_all_that_a_server_shows()
    {
        using var place = WithCommands("commands");
        using var json = JsonDocument.Parse((await place.RunAsync("commands", "--json")).Out);
        var folder = json.RootElement.GetProperty("folders")[0];
        Assert.Equal(("beside", false), (folder.GetProperty("origin").GetString(), folder.GetProperty("trusted").GetBoolean()));
        var shout = folder.GetProperty("commands")[0];
        Assert.Equal(("shout", "horn", "Rufen", "shout"), (shout.GetProperty("pattern").GetString(), shout.GetProperty("icon").GetString(), shout.GetProperty("displayNames").GetProperty("de").GetString(), shout.GetProperty("example").GetString()));
        Assert.True(folder.GetProperty("commands")[1].GetProperty("hidden").GetBoolean());
        Assert.Equal("text", folder.GetProperty("functions")[0].GetProperty("parameters")[0].GetString());
        Assert.Equal(("publish", "before"), (folder.GetProperty("hooks")[0].GetProperty("event").GetString(), folder.GetProperty("hooks")[0].GetProperty("moment").GetString()));
    }

    [Fact]
    public async Task A_list_makes_no_store_and_tells_where_there_is_nothing()
    {
        using var place = new Workplace();
        var outcome = await place.RunAsync("commands");
        Assert.Equal((0, "no commands in C#; 'docscript commands new <name>' makes one\n"), (outcome.Status, outcome.Error));
        Assert.Empty(place.Names);
    }

    [Fact]
    public async Task A_folder_that_does_not_compile_is_listed_with_what_is_wrong()
    {
        using var place = WithCommands("commands");
        place.Write("commands/b.csx", "[Command] void Broken(");
        var outcome = await place.RunAsync("commands");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("  shout  ", outcome.Out, StringComparison.Ordinal);
        Assert.StartsWith("error DS6001: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_command_is_right_and_its_test_passes_at_once()
    {
        using var place = new Workplace();
        (await place.RunAsync("commands", "new", "add-note")).Is(0, error: "wrote commands/add-note.csx and commands/add-note.test.docscript\ntry 'docscript test commands/add-note.test.docscript'");
        (await place.RunAsync("commands", "check")).Is(0, error: "commands: 1 command, nothing wrong");
        (await place.RunAsync("test", "commands")).Is(0, "ok   commands/add-note.test.docscript\n1 passed, 0 failed");
        (await place.RunAsync("fmt", "--check", "commands/add-note.test.docscript")).Is(0);
        (await place.RunAsync("commands", "new", "add-note")).Is(2, error: "error DS8004: 'commands/add-note.test.docscript' exists already\n  = help: choose another name, or remove it first; it was not touched");
        // What it wrote itself is trusted with the rest.
        Assert.Equal(0, (await place.RunAsync("commands", "new", "other")).Status);
        (await place.RunAsync("test", "commands")).Is(0, "ok   commands/add-note.test.docscript\nok   commands/other.test.docscript\n2 passed, 0 failed");
    }

    [Fact]
    public async Task What_a_new_command_suggests_is_right_too()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        var text = CommandsNewVerb.CommandText("add-note");
        var suggestions = text[text.IndexOf("// Other things", StringComparison.Ordinal)..].Split('\n').Skip(1).Select(line => line.TrimStart('/', ' ')).ToList();
        var statements = suggestions.TakeWhile(line => line.Length > 0).ToList();
        var rest = text[(text.IndexOf("//\n", StringComparison.Ordinal) + 3)..].Split('\n').Select(line => line.StartsWith("// ", StringComparison.Ordinal) ? line[3..] : "");
        Assert.Equal(2, statements.Count);
        place.Write("commands/a.csx", text.Replace("    document.SetTitle", string.Join('\n', statements) + "\n    document.SetTitle", StringComparison.Ordinal) + string.Join('\n', rest));
        (await place.RunAsync("commands", "check")).Is(0, error: "commands: 1 command, 1 function, 1 hook, nothing wrong");
    }

    [Fact]
    public async Task Files_of_others_are_not_trusted_by_a_new_one_beside_them()
    {
        using var place = WithCommands("commands");
        (await place.RunAsync("commands", "new", "add-note")).Is(0, error: "wrote commands/add-note.csx and commands/add-note.test.docscript\nother files of the folder are not trusted; look at them, then: docscript trust commands");
        Assert.Equal(1, (await place.RunAsync("test", "commands")).Status);
        (await place.RunAsync("trust", "--list")).Is(0, error: "no folder is trusted");
    }

    [Fact]
    public async Task A_folder_of_another_name_is_tested_by_naming_it()
    {
        using var place = new Workplace();
        (await place.RunAsync("commands", "new", "add-note", "--in", "house/own")).Is(0, error: "wrote house/own/add-note.csx and house/own/add-note.test.docscript\ntry 'docscript test house/own/add-note.test.docscript --commands house/own'");
        (await place.RunAsync("test", "house", "--commands", "house/own")).Is(0, "ok   house/own/add-note.test.docscript\n1 passed, 0 failed");
    }

    [Theory]
    [InlineData("set")]
    [InlineData("use")]
    [InlineData("where")]
    [InlineData("2fast")]
    [InlineData("a/b")]
    [InlineData("..")]
    public async Task A_name_that_no_command_can_have_is_refused(string name)
    {
        using var place = new Workplace();
        var outcome = await place.RunAsync("commands", "new", name);
        Assert.Equal(2, outcome.Status);
        Assert.StartsWith($"error DS8007: a command can't be called '{name}'", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(place.Names);
    }

    [Theory]
    [InlineData("[Command] void Broken() { int i = \"\"; }", "error DS6001: ")]
    [InlineData("/// <summary>x</summary>\n[Command(\"set it\")] void A() { }", "error DS6002: ")]
    [InlineData("/// <summary>x</summary>\n[Command] void Shout() { }", "error DS6305: the command 'shout' is declared in '<folder>/commands/a.csx' and in '<folder>/commands/b.csx'\n")]
    public async Task A_check_finds_what_is_wrong(string text, string expected)
    {
        using var place = WithCommands("commands");
        place.Write("commands/b.csx", text);
        var outcome = await place.RunAsync("commands", "check");
        Assert.Equal((3, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("\ncommands: 1 thing wrong\n", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Command] void A() { }", "warning DS6313: the command 'a' has no summary\n  ┌ <folder>/commands/b.csx:1:16\n1 │ [Command] void A() { }\n  │                ^\n")]
    [InlineData("[Function] long A() => 1;", "warning DS6313: the function 'a' has no summary\n")]
    [InlineData("/// <summary>x</summary>\n[Command(Example = \"a and more\")] void A() { }", "warning DS6314: the example of the command 'a' is no script: ")]
    public async Task A_check_warns_of_what_can_be_better_and_with_strict_that_is_wrong_too(string text, string expected)
    {
        using var place = WithCommands("commands");
        place.Write("commands/b.csx", text);
        var outcome = await place.RunAsync("commands", "check");
        Assert.Equal(0, outcome.Status);
        Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith(" 1 hook, 1 warning\n", outcome.Error, StringComparison.Ordinal);
        var strict = await place.RunAsync("commands", "check", "--strict");
        Assert.Equal(3, strict.Status);
        Assert.StartsWith("error" + expected["warning".Length..], strict.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_that_failed_for_good_is_listed_and_run_again()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "hooks"));
        place.Write("hooks/a.csx", "/// <summary>x</summary>\n[After(\"create\")] void Welcome(DocumentEdit document) { if (document.Title == \"bad\") throw new Refusal(\"not this one\"); document.SetMetadata(\"author\", \"hook\"); }");
        (await place.RunAsync("commands", "failed", "--store", "memory:")).Is(0, error: "no hook has failed for good");
        // A new hook starts at the journal's end.
        Assert.Equal(0, (await place.RunInputAsync("create article title \"first\"", "run", "-", "--commands", "hooks")).Status);
        Assert.Equal(0, (await place.RunInputAsync("create article key \"bad\" title \"bad\"", "run", "-", "--commands", "hooks")).Status);
        for (var i = 0; i < 5; i++) await place.RunAsync("tick", "--commands", "hooks");
        var listed = await place.RunAsync("commands", "failed");
        Assert.Equal(0, listed.Status);
        Assert.Contains("  welcome after create of 2  ", listed.Out, StringComparison.Ordinal);
        Assert.Contains("not this one", listed.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await place.RunAsync("commands", "failed", "--retry", "--commands", "hooks")).Status);
        Assert.Equal(0, (await place.RunInputAsync("use \"bad\" { set title = \"good\" }", "run", "-", "--commands", "hooks")).Status);
        var retried = await place.RunAsync("commands", "failed", "--retry", "--commands", "hooks");
        Assert.Equal(0, retried.Status);
        Assert.EndsWith("  welcome after create of 2  ran\n", retried.Out, StringComparison.Ordinal);
        (await place.RunAsync("commands", "failed", "--json")).Is(0, """{"command":"commands failed","status":"done","exit":0,"failed":[],"diagnostics":[]}""");
    }

    private static Workplace WithCommands(params string[] folders)
    {
        var place = new Workplace();
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(Path.Combine(place.Folder, folder));
            place.Write(folder + "/a.csx", Declarations);
        }

        return place;
    }
}
