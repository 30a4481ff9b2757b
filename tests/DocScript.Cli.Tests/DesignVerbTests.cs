namespace DocScript.Cli.Tests;

public sealed class DesignVerbTests
{
    private const string Small =
        """
        {
          "name": "small", "version": "2.0.0",
          "components": [
            {"name": "paragraph", "label": "Paragraph", "html": "<p doc-editable=\"text\"></p>", "allowedParents": ["root", "box"], "directives": {"text": {"maxLength": 200}}},
            {"name": "box", "html": "<div doc-container=\"in\"></div>", "properties": ["wide"], "directives": {"in": {"allowedChildren": ["paragraph"]}}}
          ],
          "componentProperties": {"wide": {"type": "option", "value": "wide"}},
          "contentTypes": [
            {"handle": "article", "metadata": [{"handle": "title", "type": "li-text", "config": {"required": true, "index": true}}, {"handle": "author", "type": "li-text"}]}
          ]
        }
        """;

    [Fact]
    public async Task An_import_says_as_json_whether_the_design_changed()
    {
        using var place = new Workplace();
        place.Write("small.json", Small);
        Assert.Contains("\"design\":true", (await place.RunAsync("design", "import", "small.json", "--json")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\"design\":true", (await place.RunAsync("design", "import", "small.json", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_into_a_store_that_cannot_be_opened_says_that_nothing_was_changed()
    {
        using var place = new Workplace();
        place.Write("small.json", Small);
        var run = await place.RunAsync("design", "import", "small.json", "--store", "no/x.db");
        Assert.StartsWith("error DS7005: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  = nothing was changed\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_is_shown_in_short_and_in_detail()
    {
        using var place = new Workplace();
        place.Write("small.json", Small);
        Assert.Equal(0, (await place.RunAsync("design", "import", "small.json")).Status);
        (await place.RunAsync("design", "show")).Is(
            0,
            """
            small 2.0.0: 1 content type, 2 components, 1 style

            content type article (article)
              components all
              meta title  li-text required indexed
              meta author li-text

            component paragraph (Paragraph)
              editable text
              stands in root, box

            component box
              container in: paragraph
              styles wide
            """);
        (await place.RunAsync("design", "show", "box")).Is(
            0,
            """
            component box
              container in: paragraph
              style wide {type: "option", value: "wide"}
              content types article
            """);
        (await place.RunAsync("design", "show", "article")).Is(
            0,
            """
            content type article (article)
              components all
              meta title  li-text required indexed {config: {required: true, index: true}}
              meta author li-text
            """);
        (await place.RunAsync("design", "show", "artcle")).Is(
            2,
            error: """
            error DS8043: the design has no component and no content type 'artcle'
              = did you mean 'article'?
              = help: 'docscript design show' lists them
            """);
        (await place.RunAsync("design", "show", "box", "--json")).Is(
            0, """{"command":"design show","status":"done","exit":0,"component":{"name":"box","label":"box","directives":[{"name":"in","type":"container","allowedChildren":["paragraph"]}],"properties":["wide"]},"diagnostics":[]}""");
    }

    [Fact]
    public async Task What_is_shown_as_json_can_be_imported_here_and_elsewhere()
    {
        using var place = new Workplace();
        place.Write("small.json", Small);
        await place.RunAsync("design", "import", "small.json");
        place.Write("shown.json", (await place.RunAsync("design", "show", "--json")).Out);
        (await place.RunAsync("design", "diff", "shown.json")).Is(0, error: "no differences");
        (await place.RunAsync("design", "import", "shown.json")).Is(0, error: "the store has this design already; nothing changed");
        Assert.Equal(0, (await place.RunAsync("design", "import", "shown.json", "--store", "other.db")).Status);
        Assert.Equal(await place.RunAsync("design", "show"), await place.RunAsync("design", "show", "--store", "other.db"));
        (await place.RunAsync("design", "diff", "small.json", "shown.json")).Is(0, error: "no differences");
    }

    [Fact]
    public async Task A_design_is_checked_alone_and_against_a_store()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("small.json", Small.Replace("[\"root\", \"box\"]", "[\"root\", \"bx\"]", StringComparison.Ordinal));
        (await place.RunAsync("design", "check", "small.json", "--store", Workplace.DefaultFile)).Is(
            3,
            error: """
            error DS2191: component 'paragraph' allows the parent 'bx', and the design has no such component
              ┌ small.json:4:117
            4 │ … "html": "<p doc-editable=\"text\"></p>", "allowedParents": ["root", "bx"], "directives": {"text": {"maxLength": 200}}},
              │                                                                       ^^^^ did you mean 'box'?
            design small 2.0.0: 2 components, 1 content type; 1 error

            error DS2197: article 1 "Release notes" breaks under the design
              = component 'top': there is no component type 'heading'
              = help: change the documents or the design, or import it with --force all the same
            1 of 1 document would break
            """);
        place.Write("small.json", Small);
        (await place.RunAsync("design", "check", "small.json")).Is(0, error: "design small 2.0.0: 2 components, 1 content type; no errors");
        Assert.Equal(3, (await place.RunAsync("design", "check", "small.json", "--store", Workplace.DefaultFile)).Status);
        Assert.Contains("\"valid\":true,\"kept\":[],\"judged\":1,\"broken\":1,\"documents\":[{\"id\":1,\"key\":\"notes\",\"violations\":1,\"first\":[{\"message\":\"there is no component type 'heading'\",\"component\":\"top\"}]}]", (await place.RunAsync("design", "check", "small.json", "--store", Workplace.DefaultFile, "--json")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "error DS2190: there is nothing in the file\n")]
    [InlineData("{\"components\": [", "error DS2190: the JSON ends inside 'components")]
    [InlineData("[1, 2]", "error DS2190: expected an object, not a list\n")]
    [InlineData("{\"a\": {}, \"a\": {}}", "error DS2190: 'a' stands twice")]
    [InlineData("{\"docscriptDesign\": 99, \"components\": []}", "error DS2190: design format 99 is newer than this build, which knows 1\n")]
    [InlineData("{\"command\": \"design show\", \"design\": 5}", "error DS2190: expected an object, not a number\n")]
    [InlineData("{\"components\": [{\"html\": \"\"}]}", "error DS2190: components: an entry has no 'name' or 'handle'\n")]
    public async Task What_is_no_design_is_told_with_its_place(string text, string expected)
    {
        using var place = new Workplace();
        place.Write("x.json", text);
        foreach (var verb in new[] { "check", "import", "diff" })
        {
            var outcome = await place.RunAsync(["design", verb, "x.json", .. verb == "import" ? new[] { "--force" } : []]);
            Assert.Equal((3, ""), (outcome.Status, outcome.Out));
            Assert.StartsWith(expected, outcome.Error, StringComparison.Ordinal);
            Assert.Contains("┌ x.json:1:", outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal("x.json", string.Join(' ', place.Names));
    }

    [Fact]
    public async Task Two_designs_are_compared()
    {
        using var place = new Workplace();
        place.Write("old.json", Small);
        place.Write("new.json", Small.Replace("200", "300", StringComparison.Ordinal).Replace("[\"root\", \"box\"]", "[\"root\"]", StringComparison.Ordinal).Replace("\"author\"", "\"writer\"", StringComparison.Ordinal)
            .Replace("\"box\", \"html\"", "\"frame\", \"html\"", StringComparison.Ordinal));
        (await place.RunAsync("design", "diff", "old.json", "new.json")).Is(
            0,
            """
            ~ content type article
                + meta writer "li-text"
                - meta author "li-text"

            ~ component paragraph
                ~ directive text.maxLength 200 -> 300
                - allowed parent "box"

            + component frame
                + label "frame"
                + container in "container"
                + container in takes "paragraph"
                + allowed parent "any"
                + style "wide"
                + html "<div doc-container=\"in\"></div>"

            - component box
                - label "box"
                - container in "container"
                - container in takes "paragraph"
                - allowed parent "any"
                - style "wide"
                - html "<div doc-container=\"in\"></div>"
            """,
            "1 definition added, 1 removed, 2 changed");
        Assert.Contains("""{"kind":"component","name":"paragraph","fate":"changed","parts":[{"name":"directive text.maxLength","was":200,"now":300},""", (await place.RunAsync("design", "diff", "old.json", "new.json", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_breaks_documents_wants_force_and_can_be_undone()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("small.json", Small);
        (await place.RunAsync("design", "import", "small.json")).Is(
            1,
            error: """
            error DS3197: article 1 "Release notes" breaks under the design
              = component 'top': there is no component type 'heading'
              = nothing was changed
              = help: change the documents or the design, or import it with --force all the same
            1 of 1 document would break
            """);
        var forced = await place.RunAsync("design", "import", "small.json", "--force");
        Assert.Equal((0, ""), (forced.Status, forced.Out));
        Assert.StartsWith("warning DS3197: article 1 ", forced.Error, StringComparison.Ordinal);
        Assert.EndsWith("; 1 of 1 document broken under it\n", forced.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await place.RunInputAsync("create article { insert heading }", "run", "-")).Status);
        Assert.Equal(0, (await place.RunAsync("undo", (await place.RunAsync("log")).Out[..36])).Status);
        Assert.Equal(0, (await place.RunInputAsync("create article { insert heading }", "run", "-")).Status);
    }

    [Theory]
    [InlineData("check", 3, "25 of 25 documents would break, of which 20 are shown\n")]
    [InlineData("import", 1, "25 of 25 documents would break, of which 20 are shown\n")]
    [InlineData("import --force", 0, "; 25 of 25 documents broken under it, of which 20 are shown\n")]
    public async Task Of_many_documents_that_break_the_first_are_shown(string verb, int status, string end)
    {
        using var place = new Workplace();
        place.Write("small.json", Small);
        Assert.Equal(0, (await place.RunInputAsync("for each i in [1,2,3,4,5] { for each j in [1,2,3,4,5] { create article { insert heading } } }", "run", "-")).Status);
        var outcome = await place.RunAsync(["design", .. verb.Split(' '), "small.json", "--store", Workplace.DefaultFile]);
        Assert.Equal(status, outcome.Status);
        Assert.Equal(20, outcome.Error.Split(" breaks under the design\n").Length - 1);
        Assert.InRange(outcome.Error.Split("nothing was changed").Length - 1, 0, 1);
        Assert.EndsWith(end, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_with_errors_is_imported_by_force_only()
    {
        using var place = new Workplace();
        place.Write("bad.json", Small.Replace("\"box\"]", "\"bx\"]", StringComparison.Ordinal));
        var refused = await place.RunAsync("design", "import", "bad.json");
        Assert.Equal(3, refused.Status);
        Assert.EndsWith("\nnothing was changed\n", refused.Error, StringComparison.Ordinal);
        Assert.False(place.Exists(Workplace.DefaultFile));
        var forced = await place.RunAsync("design", "import", "bad.json", "--force");
        Assert.Equal(0, forced.Status);
        Assert.StartsWith("warning DS2191: ", forced.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_content_types_those_of_the_store_stay_and_that_is_said()
    {
        using var place = await Scripts.WithNotesAsync();
        place.Write("bare.json", """{"name": "bare", "components": [{"name": "heading", "html": "<h2 doc-editable=\"text\"></h2>"}, {"name": "paragraph", "html": "<p doc-editable=\"text\"></p>"}]}""");
        var outcome = await place.RunAsync("design", "import", "bare.json");
        Assert.Equal((0, "kept: content type 'article' stays as it is\nkept: content type 'page' stays as it is\n"), (outcome.Status, outcome.Out));
        Assert.StartsWith("note: the file has no content types, so those of the store stay\n", outcome.Error, StringComparison.Ordinal);
    }
}
