using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class FuzzTests
{
    private const string Good = "[Command] void Retitle(DocumentEdit document, string title) => document.SetTitle(title);\n";
    private const string Bad = "[Command] void Shout(DocumentEdit document, string text) =>\n    document.SetTitle(char.ToUpperInvariant(text[0]) + text[1..]);\n";

    [Fact]
    public async Task Commands_that_keep_the_laws_are_counted()
    {
        using var place = Place(Good);
        var outcome = await place.RunAsync("fuzz", "commands", "--seed", "1", "--runs", "30");
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Matches("^ok   retitle: 30 runs, [1-9][0-9]* changed something, [0-9]+ changed nothing, [0-9]+ refused, 0 failed\nseed 1\n$", outcome.Out);
    }

    [Fact]
    public async Task What_is_found_is_shown_small_and_found_again_by_the_line_it_gives()
    {
        using var place = Place(Good + Bad);
        var found = await place.RunAsync("fuzz", "commands", "--seed", "1");
        Assert.Equal(1, found.Status);
        Assert.Contains("\nFAIL shout: 100 runs, ", found.Out, StringComparison.Ordinal);
        const string Case = "#: run\nuse \"d1\"\nshout \"\"\n\n# shout failed with IndexOutOfRangeException: Index was outside the bounds of the array\n";
        Assert.Contains(Case, found.Out, StringComparison.Ordinal);
        Assert.StartsWith("error DS6401: shout failed with IndexOutOfRangeException: Index was outside the bounds of the array\n  ┌ <folder>/commands/text.csx:3:5\n", found.Error, StringComparison.Ordinal);

        var line = found.Error[(found.Error.IndexOf("docscript fuzz", StringComparison.Ordinal) + "docscript ".Length)..].TrimEnd('\n').Split(' ');
        var again = await place.RunAsync(line);
        Assert.Equal((1, found.Error), (again.Status, again.Error));
        Assert.Contains(Case, again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_begins_a_test_that_fails_as_the_command_did()
    {
        using var place = Place(Bad);
        using var json = JsonDocument.Parse((await place.RunAsync("fuzz", "commands", "--seed", "1", "--json")).Out);
        var shout = json.RootElement.GetProperty("commands")[0];
        Assert.Equal("shout", shout.GetProperty("name").GetString());
        var finding = shout.GetProperty("findings")[0];
        Assert.Equal(("noException", "use \"d1\"\nshout \"\"\n"), (finding.GetProperty("law").GetString(), finding.GetProperty("script").GetString()));
        place.Write("found.test.docscript", finding.GetProperty("case").GetString() + "#: then\nuse \"d1\"\nrequire title == \"\"\n");
        var test = await place.RunAsync("test", "found.test.docscript", "--commands", "commands");
        Assert.Equal(1, test.Status);
        Assert.Contains("error DS6003: shout failed with IndexOutOfRangeException", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documents_are_those_of_a_design()
    {
        using var place = Place("[Command] void Note(DocumentEdit document) => document.SetMetadata(\"note\", \"seen\");\n");
        place.Write("design.json", """{"components": [{"name": "heading", "html": "<h1 doc-editable=\"text\"></h1>"}], "contentTypes": [{"handle": "memo", "metadata": [{"handle": "note", "type": "li-text"}]}]}""");
        var without = await place.RunAsync("fuzz", "commands", "--seed", "1", "--runs", "20");
        Assert.Equal(0, without.Status);
        Assert.StartsWith("none note: 20 runs, 0 changed something", without.Out, StringComparison.Ordinal);
        Assert.StartsWith("warning DS6402: note never ran: every try was refused, most often with DS3104", without.Error, StringComparison.Ordinal);
        Assert.StartsWith("ok   note: 20 runs, 1", (await place.RunAsync("fuzz", "commands", "--seed", "1", "--runs", "20", "--design", "design.json")).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await place.RunAsync("design", "import", "design.json", "--store", "memos.db")).Status);
        var store = File.ReadAllBytes(Path.Combine(place.Folder, "memos.db"));
        Assert.StartsWith("ok   note: 20 runs, 1", (await place.RunAsync("fuzz", "commands", "--seed", "1", "--runs", "20", "--store", "memos.db")).Out, StringComparison.Ordinal);
        Assert.Equal(store, File.ReadAllBytes(Path.Combine(place.Folder, "memos.db")));
    }

    [Theory]
    [InlineData("fuzz commands --command shot", 2, "error DS8007: 'commands' has no command or function 'shot'\n  = did you mean 'shout'?\n  = help: it has shout\n")]
    [InlineData("fuzz empty", 2, "error DS8007: there are no C# commands in 'empty'\n  = help: name a folder with files that end in .csx\n")]
    [InlineData("fuzz comands", 2, "error DS8001: there is no folder 'comands'\n  = help: did you mean 'commands'?\n")]
    [InlineData("fuzz commands --runs 0", 2, "error DS8007: --runs takes a number from 1\n  = help: leave it out for 100\n")]
    [InlineData("fuzz broken", 1, "error DS6001: CS1002: ; expected\n")]
    public async Task What_can_not_be_tried_is_refused(string line, int status, string error)
    {
        using var place = Place(Bad);
        Directory.CreateDirectory(Path.Combine(place.Folder, "empty"));
        Directory.CreateDirectory(Path.Combine(place.Folder, "broken"));
        place.Write("broken/broken.csx", "int x = 1\n");
        var outcome = await place.RunAsync(line.Split(' '));
        Assert.Equal((status, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith(error, outcome.Error, StringComparison.Ordinal);
    }

    private static Workplace Place(string text)
    {
        var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "commands"));
        place.Write("commands/text.csx", text);
        return place;
    }
}
