using System.Text.Json;

namespace DocScript.Cli.Tests;

public sealed class ConvertTests
{
    private const string Update = """
        {
          "version": 7,
          "preconditions": [{"type": "isPublished", "value": true}],
          "commands": [
            {"operation": "setMetadataProperty", "propertyName": "og:title", "value": "News", "oldValue": null},
            {"operation": "insertComponent", "componentId": "doc-2", "componentName": "paragraph", "position": {"previousComponentId": "doc-1"}},
            {"operation": "publish"}
          ]
        }

        """;

    private const string Script = """
        use version 7
        require published
        set meta "og:title" = "News" was null
        insert paragraph as doc-2 after doc-1
        publish

        """;

    [Theory]
    [InlineData("convert")]
    [InlineData("import")]
    [InlineData("restore")]
    public async Task A_pipe_that_nobody_writes_to_does_not_keep_who_stops_the_command(string verb)
    {
        if (OperatingSystem.IsWindows()) return;
        using var place = new Workplace();
        Assert.Equal("", (await Shell.RunAsync(place.Folder, "mkfifo pipe")).Error);
        using var cancel = new CancellationTokenSource();
        var run = place.RunAsync([], cancel.Token, verb, "pipe");
        await cancel.CancelAsync();
        (await run).Is(130, error: "cancelled; what was running changed nothing");
        await Shell.RunAsync(place.Folder, "true > pipe");
    }

    [Fact]
    public async Task No_more_obstacles_are_told_than_anybody_reads()
    {
        using var place = new Workplace();
        var run = await place.RunInputAsync(string.Concat(Enumerable.Repeat("print 1\n", 5000)), "convert", "-", "--to", "livingdocs", "--json");
        Assert.Equal(2, run.Status);
        Assert.Equal(1000, System.Text.Json.Nodes.JsonNode.Parse(run.Out)!["diagnostics"]!.AsArray().Count);
        Assert.Contains("more than 999 obstacles; the rest is not shown", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab", 17)]
    [InlineData("ä€", 17)]
    [InlineData("a longer text, with more in it", 2)]
    public async Task Native_json_keeps_to_its_width(string text, int count)
    {
        using var place = new Workplace();
        for (var more = 0; more < 12; more++)
        {
            var items = string.Join(", ", Enumerable.Repeat($"\"{text}\"", count + more));
            var json = (await place.RunInputAsync($"print [{items}]", "convert", "-", "--from", "script", "--to", "native")).Out;
            Assert.All(json.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
        }
    }

    [Fact]
    public async Task Livingdocs_json_becomes_a_script_native_json_and_itself_again()
    {
        using var place = new Workplace();
        place.Write("update.json", Update);
        (await place.RunAsync("convert", "update.json")).Is(0, Script);
        (await place.RunAsync("convert", "update.json", "--out", "update.docscript")).Is(0, error: "wrote update.docscript");
        (await place.RunAsync("fmt", "--check", "update.docscript")).Is(0);
        (await place.RunAsync("convert", "update.docscript", "--to", "native", "--out", "native.json")).Is(0, error: "wrote native.json");
        (await place.RunAsync("convert", "native.json")).Is(0, Script);
        var back = await place.RunAsync("convert", "native.json", "--to", "livingdocs");
        Assert.Equal(0, back.Status);
        Assert.Equal(Compact(Update), Compact(back.Out));
        Assert.All(back.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 121));
        (await place.RunAsync("convert", "native.json", "--to", "native")).Is(0, place.Read("native.json"));
    }

    [Theory]
    [InlineData("{\"commands\": []}", "")]
    [InlineData("  \n{\"docscript\": 1, \"statements\": [{\"print\": 1}]}", "print 1\n")]
    [InlineData("\uFEFF{\"commands\": [{\"operation\": \"publish\"}]}", "publish\n")]
    public async Task What_json_is_is_told_by_its_content(string input, string expected)
    {
        using var place = new Workplace();
        (await place.RunInputAsync(input, "convert", "-")).Is(0, expected);
    }

    [Fact]
    public async Task What_is_wrong_with_json_is_shown_in_its_text()
    {
        using var place = new Workplace();
        place.Write("update.json", "{\n  \"commands\": [{\"operation\": \"setTitel\", \"value\": \"x\"}]\n}\n");
        (await place.RunAsync("convert", "update.json", "--out", "x.docscript")).Is(
            2,
            error: """
            error DS8070: 'commands.0.operation' is "setTitel", which is not known
              ┌ update.json:2:30
            2 │   "commands": [{"operation": "setTitel", "value": "x"}]
              │                              ^^^^^^^^^^ did you mean 'setTitle'?
              = help: known are setMetadataProperty, setTitle, insertComponent, removeComponent, setComponentCondition, setComponentStyle, setEditableDirective, setIncludeDirective, setLinkDirective, setStyleDirective, setEmbargo, removeEmbargo, addPublishSchedule, cancelPublishSchedule, addUnpublishSchedule, cancelUnpublishSchedule, publish, unpublish
            nothing was converted
            """);
        Assert.False(place.Exists("x.docscript"));
    }

    [Fact]
    public async Task What_livingdocs_lacks_is_shown_in_the_script()
    {
        using var place = new Workplace();
        place.Write("a.docscript", "publish\nmove doc-1 at start\n");
        (await place.RunAsync("convert", "a.docscript", "--to", "livingdocs")).Is(
            2,
            error: """
            error DS8072: there is no 'move' in Livingdocs' command API
              ┌ a.docscript:2:1
            2 │ move doc-1 at start
              │ ^^^^^^^^^^^^^^^^^^^
              = help: native JSON holds every script: --to native
            nothing was converted
            """);
    }

    [Theory]
    [InlineData("[]", "livingdocs", 2, "error DS8070: the JSON is a list, not an object\n")]
    [InlineData("{}", "native", 2, "error DS8071: 'docscript' is missing\n")]
    [InlineData("set title 1", "script", 3, "error DS1001: ")]
    [InlineData("{}", "script", 3, "error DS1001: ")]
    public async Task What_the_input_is_can_be_said(string input, string from, int status, string expected)
    {
        using var place = new Workplace();
        var outcome = await place.RunInputAsync(input, "convert", "-", "--from", from, "--to", "native");
        Assert.Equal((status, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_not_converted_to_a_script()
    {
        using var place = new Workplace();
        (await place.RunInputAsync("print 1", "convert", "-")).Is(
            2, error: "error DS8007: the input is a script already\n  = help: choose --to livingdocs or --to native; 'docscript fmt' formats a script");
    }

    [Theory]
    [InlineData("null\n", "null")]
    [InlineData("true", "a boolean")]
    [InlineData("-7.5", "a number")]
    [InlineData("\"publish\"", "a text")]
    [InlineData("[]", "a list")]
    public async Task Json_that_is_no_object_is_no_script(string input, string kind)
    {
        using var place = new Workplace();
        var outcome = await place.RunInputAsync(input, "convert", "-");
        Assert.Equal((2, ""), (outcome.Status, outcome.Out));
        Assert.StartsWith($"error DS8070: the JSON is {kind}, not an object\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("= help: a body has version, preserveUpdatedAt, preconditions and commands\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_too_large_as_json_is_refused()
    {
        using var place = new Workplace();
        place.Write("a.docscript", $"set title = \"\"\"\n{string.Concat(Enumerable.Repeat("\"a", 6_000_000))}\n\"\"\"\n");
        var outcome = await place.RunAsync("convert", "a.docscript", "--to", "native", "--out", "a.json");
        Assert.Equal(1, outcome.Status);
        Assert.StartsWith("error DS5001: as JSON the script would be larger than 16 MiB\n", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("a.docscript", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task With_json_the_result_is_in_the_report()
    {
        using var place = new Workplace();
        (await place.RunInputAsync("{\"commands\": [{\"operation\": \"publish\"}]}", "convert", "-", "--json")).Is(
            0, """{"command":"convert","status":"done","exit":0,"from":"livingdocs","to":"script","converted":"publish\n","diagnostics":[]}""");
        (await place.RunInputAsync("publish", "convert", "-", "--to", "native", "--out", "a.json", "--json")).Is(
            0, """{"command":"convert","status":"done","exit":0,"from":"script","to":"native","file":"a.json","diagnostics":[]}""");
        Assert.Equal("{\"docscript\": 1, \"statements\": [{\"command\": \"publish\"}]}\n", place.Read("a.json"));
        var wrong = await place.RunInputAsync("{}", "convert", "-", "--json");
        Assert.Contains("\"diagnostics\":[{\"code\":\"DS8070\",\"severity\":\"error\",\"message\":\"'commands' is missing\",\"file\":\"-\",\"line\":1,\"column\":1,", wrong.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scripts_of_this_repository_come_back_from_native_json_but_for_their_comments()
    {
        using var place = new Workplace();
        foreach (var script in Directory.EnumerateFiles(Testing.Data.Repository.PathTo("scripts"), "*.docscript"))
        {
            var native = await place.RunAsync("convert", script, "--to", "native");
            Assert.True(native.Status == 0, native.Error);
            var back = await place.RunInputAsync(native.Out, "convert", "-");
            Assert.Equal(native.Out, (await place.RunInputAsync(back.Out, "convert", "-", "--to", "native")).Out);
        }
    }

    [Fact]
    public async Task The_example_of_the_page_about_json_is_as_it_is_written()
    {
        using var place = new Workplace();
        var page = File.ReadAllText(Testing.Data.Repository.PathTo("src/DocScript.Cli/JSON.md")).ReplaceLineEndings("\n");
        var example = page.Split("```json\n")[1].Split("```")[0];
        (await place.RunInputAsync(example, "convert", "-", "--to", "native")).Is(0, example);
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}
