using System.Text.Json.Nodes;

namespace DocScript.Cli.Tests;

public sealed class ExchangeTests
{
    [Fact]
    public async Task What_was_exported_can_be_imported_elsewhere_and_exported_again()
    {
        using var place = await Scripts.WithNotesAsync();
        (await place.RunAsync("export", "--out", "all")).Is(0, error: "exported the design and 1 document to all");
        var exported = await place.RunAsync("export");
        using var other = new Workplace();
        var import = await other.RunAsync("import", Path.Combine(place.Folder, "all"));
        Assert.Equal(0, import.Status);
        Assert.Contains("1 document imported, 0 published", import.Error, StringComparison.Ordinal);
        Assert.Equal(exported, await other.RunAsync("export"));
        Assert.Equal((await place.RunAsync("export", "notes")).Out, File.ReadAllText(Path.Combine(place.Folder, "all", "documents", "1.json")));
        Assert.Equal(0, (await other.RunAsync("undo", (await other.RunAsync("log")).Out[..8])).Status);
    }

    [Fact]
    public async Task An_import_that_breaks_a_rule_imports_nothing_and_makes_no_store()
    {
        using var place = new Workplace();
        place.Write("1.json", """{"id": 1, "systemdata": {"contentType": "article"}, "content": [{"component": "nonsense", "id": "a"}]}""");
        var outcome = await place.RunAsync("import", "1.json");
        Assert.Equal((1, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith("error DS7024: 1.json /content/0", outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was imported\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("1.json", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task An_id_that_was_used_is_refused()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("1.json", """{"id": 1, "systemdata": {"contentType": "article"}, "content": []}""");
        var outcome = await place.RunAsync("import", "1.json", "--json");
        Assert.Equal(1, outcome.Status);
        Assert.Contains("\"code\":\"DS7024\"", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("notes")]
    public async Task An_export_as_json_holds_what_is_printed_without(params string[] document)
    {
        using var place = await Scripts.WithNotesAsync();
        var printed = await place.RunAsync(["export", .. document]);
        var run = await place.RunAsync(["export", .. document, "--json"]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(printed.Out), JsonNode.Parse(run.Out)!["export"]), run.Out);
    }

    [Fact]
    public async Task An_export_says_what_of_its_documents_it_leaves_out()
    {
        using var place = await Scripts.WithNotesAsync();
        Assert.DoesNotContain("not exported", (await place.RunAsync("export")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await place.RunInputAsync("create article\nembargo\ncreate article\ncheckout", "run")).Status);
        Assert.Contains("2 documents have schedules, embargoes, named versions or open checkouts, which are not exported", (await place.RunAsync("export")).Error, StringComparison.Ordinal);
        Assert.Contains("1 document has schedules, embargoes, named versions or open checkouts, which are not exported", (await place.RunAsync("export", "2")).Error, StringComparison.Ordinal);
        Assert.Contains("2 documents have schedules", (await place.RunAsync("export", "--out", "all")).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not exported", (await place.RunAsync("export", "1")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_an_export_differs_is_listed()
    {
        using var place = new Workplace();
        var outcome = await place.RunAsync("export", "--explain");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("systemdata: ", outcome.Out, StringComparison.Ordinal);
    }
}
