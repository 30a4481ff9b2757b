using DocScript.Documents;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>Each bad file is refused with its name, the place in it and what is wrong; nothing is imported, not even the good file beside it.</summary>
public class BadImportTests
{
    /// <summary>A file for the newsroom's store, and what is said of it.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "", "bad.json: this is not JSON at line 1, byte 1" },
        { "\"id\": 5", "bad.json: this is not JSON at line 1, byte 5" },
        { "{\n  \"id\": 5,\n  \"id\": 6}", "bad.json: this is not JSON" },
        { "[]", "bad.json: a document is an object, not a list" },
        { "null", "bad.json: a document is an object, not null" },
        { "{}", "bad.json: the document has no id" },
        { """{"id": "5"}""", "bad.json /id: id is \"5\"" },
        { """{"id": 0, "contentType": "page"}""", "bad.json /id: id is 0" },
        { """{"id": 2147483648, "contentType": "page"}""", "bad.json /id: id is 2147483648" },
        { """{"id": 1.5, "contentType": "page"}""", "bad.json /id: id is 1.5" },
        { """{"id": 5, "systemdata": {"documentId": 6, "contentType": "page"}}""", "bad.json /id: the document's id is 5, but systemdata.documentId is 6" },
        { """{"id": 5}""", "bad.json /systemdata: the document has no contentType" },
        { """{"id": 5, "systemdata": []}""", "bad.json /systemdata: systemdata is a list, not an object" },
        { """{"id": 5, "contentType": 1}""", "bad.json /contentType: contentType is a number, not a text" },
        { """{"id": 5, "contentType": "poem"}""", "bad.json: there is no content type 'poem'" },
        { """{"id": 5, "contentType": "page", "key": "12"}""", "bad.json /key: a key has 1 to 128 of the characters" },
        { """{"id": 5, "contentType": "page", "key": "about"}""", "bad.json /key: key 'about' is taken by page 21 \"About us\"" },
        { """{"id": 14, "contentType": "page"}""", "bad.json /id: id 14 is taken by regular 14 \"The Theatre That Would Not Close\"" },
        { """{"id": 5, "contentType": "page", "metadata": [1]}""", "bad.json /metadata: metadata is a list, not an object" },
        { """{"id": 5, "contentType": "page", "metadata": {"mood": 1}}""", "bad.json /metadata/mood: content type 'page' has no metadata property 'mood'" },
        { """{"id": 5, "contentType": "regular", "metadata": {"publishDate": "soon"}}""", "bad.json /metadata/publishDate: metadata property 'publishDate' must be a date (ISO 8601), not \"soon\"" },
        { """{"id": 5, "contentType": "page", "metadata": {"title": 1e40}}""", "bad.json /metadata: " },
        { """{"id": 5, "contentType": "regular", "metadata": {"teaserImage": {"url": "javascript:x"}}}""", "bad.json /metadata/teaserImage: 'url' of metadata property 'teaserImage' can't be an address of 'javascript:'" },
        { """{"id": 5, "contentType": "page", "content": {}}""", "bad.json /content: content is an object, not a list of components" },
        { """{"id": 5, "contentType": "page", "content": [3]}""", "bad.json /content/0: a component is an object, not a number" },
        { """{"id": 5, "contentType": "page", "content": [{"id": "a"}]}""", "bad.json /content/0: the component has neither component nor identifier" },
        { """{"id": 5, "contentType": "page", "content": [{"component": 1}]}""", "bad.json /content/0/component: component is a number, not a text" },
        { """{"id": 5, "contentType": "page", "content": [{"id": "", "component": "separator"}]}""", "bad.json /content/0/id: the component's id is empty" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "poem"}]}""", "bad.json /content/0: there is no component type 'poem'" },
        { """{"id": 5, "contentType": "page", "content": [{"identifier": "times.paragraph"}]}""", "bad.json /content/0/identifier: 'times.paragraph' is a component of another design; this one is 'gazette'" },
        { """{"id": 5, "contentType": "page", "content": [{"identifier": "gazette.quote", "component": "separator"}]}""", "bad.json /content/0/identifier: identifier 'gazette.quote' and component 'separator' name two components" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "separator", "position": "floating"}]}""", "bad.json /content/0/position: position is 'floating'" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "separator", "styles": "x"}]}""", "bad.json /content/0/styles: styles is a text, not an object" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "columns", "containers": []}]}""", "bad.json /content/0/containers: containers is a list, not an object of lists" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "columns", "containers": {"middle": []}}]}""", "bad.json /content/0/containers/middle: component 'columns' has no container 'middle'" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "columns", "containers": {"left": {}}}]}""", "bad.json /content/0/containers/left: a container is a list of components, not an object" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "columns", "containers": {"left": [{"component": "paragraph", "content": {"txet": "x"}}]}}]}""", "bad.json /content/0/containers/left/0/content/txet: component type 'paragraph' has no directive 'txet'" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "columns", "containers": {"left": [{"component": "paragraph", "content": {"text": 1}}]}}]}""", "bad.json /content/0/containers/left/0/content/text: directive 'text' of 'paragraph' must be text, not an integer" },
        { """{"id": 5, "contentType": "page", "content": [{"component": "separator", "conditions": {"dateTime": "soon"}}]}""", "bad.json /content/0/conditions/dateTime: condition 'dateTime' must be an object {gte: …, lt: …}, not \"soon\"" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_bad_file_is_named_with_the_place_and_nothing_is_imported(string json, string expected)
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var before = newsroom.Exported();
        var good = Sources.File("good.json", """{"id": 500, "contentType": "page"}""");

        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(new ImportSource("test", null, [good, Sources.File("bad.json", json)])));

        var problem = Assert.Single(refused.Problems);
        Assert.StartsWith(expected, problem.ToString(), StringComparison.Ordinal);
        Assert.False(problem.IsWarning);
        Assert.Equal(before, newsroom.Exported());
        using var reader = newsroom.Store.Read();
        Assert.Equal(1, reader.Position);
        Assert.Null(reader.Load(500));
    }

    private const string DesignHelp = "a design has a name and components, each with name and html", PartHelp = "mend the part that is named, then import again";

    /// <summary>A design, and what to do about it: where a part is named, that part.</summary>
    public static TheoryData<string, string> Designs => new()
    {
        { "", "" },
        { "[]", DesignHelp },
        { "7", DesignHelp },
        { "{}", DesignHelp },
        { """{"name": "x"}""", DesignHelp },
        { """{"name": "x", "components": 3}""", DesignHelp },
        { """{"name": "x", "components": [{"html": "<p></p>"}]}""", PartHelp },
        { """{"name": "x", "components": [{"name": "p", "html": "<p></p>"}, {"name": "p", "html": "<p></p>"}]}""", PartHelp },
        { """{"name": "x", "components": [{"name": "p", "html": 7}]}""", PartHelp },
        { """{"name": "x", "components": [], "contentTypes": [{"name": "a", "components": [{"name": "p", "conditions": 7}]}]}""", PartHelp },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public async Task A_bad_design_is_refused(string json, string help)
    {
        await using var newsroom = TestNewsroom.Empty();
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(Sources.Design(json)));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal("design.json", problem.File);
        Assert.StartsWith(help, problem.Help, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Message);
        Assert.Equal("docscript", newsroom.Design().Name);
    }

    [Fact]
    public async Task Every_bad_file_is_listed()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var source = new ImportSource("test", null, [Sources.File("a.json", "{"), Sources.File("b.json", "{}"), Sources.File("c.json", """{"id": 1, "contentType": "poem", "content": [{"component": "ode"}]}""")]);
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(source));
        Assert.Equal(["a.json"], refused.Problems.Select(problem => problem.File));
        source = source with { Documents = [.. source.Documents.Skip(1)] };
        refused = Assert.IsType<ImportRefused>(await newsroom.Import(source));
        Assert.Equal(["b.json", "c.json"], refused.Problems.Select(problem => problem.File));
    }

    [Fact]
    public async Task Two_files_of_one_id_or_key_are_refused_with_both_names()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var source = new ImportSource("test", null,
        [
            Sources.File("a.json", """{"id": 50, "contentType": "page"}"""),
            Sources.File("b.json", """{"id": 50, "contentType": "page"}"""),
            Sources.File("c.json", """{"id": 51, "key": "k", "contentType": "page"}"""),
            Sources.File("d.json", """{"id": 52, "key": "k", "contentType": "page"}"""),
        ]);
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(source));
        Assert.Equal(["b.json /id: id 50 is that of a.json too", "d.json /key: key 'k' is that of c.json too"], refused.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task Components_deeper_than_the_limit_are_refused_and_those_at_the_limit_come_in()
    {
        await using var newsroom = TestNewsroom.Empty();
        Assert.IsType<Imported>(await newsroom.Import(Sources.Document(1, Nested(Rules.DeepestComponent))));
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(Sources.Document(2, Nested(Rules.DeepestComponent + 1))));
        Assert.Equal("components lie more than 200 deep", Assert.Single(refused.Problems).Message);
        Assert.Contains("this is not JSON", Assert.Single(Assert.IsType<ImportRefused>(await newsroom.Import(Sources.Document(3, Nested(400)))).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_and_a_folder_with_nothing_in_it_are_said_to_be_so()
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        try
        {
            Assert.Contains("no file or folder", Assert.Throws<FileNotFoundException>(() => ImportSource.Read(Path.Combine(folder.FullName, "none"))).Message, StringComparison.Ordinal);
            Assert.Contains("holds nothing to import", Assert.Throws<IOException>(() => ImportSource.Read(folder.FullName)).Message, StringComparison.Ordinal);
            folder.CreateSubdirectory("documents");
            Assert.Contains("holds nothing to import", Assert.Throws<IOException>(() => ImportSource.Read(folder.FullName)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Nested(int depth)
    {
        var content = string.Concat(Enumerable.Repeat("""{"component": "columns", "containers": {"left": [""", depth - 1))
            + """{"component": "paragraph"}"""
            + string.Concat(Enumerable.Repeat("]}}", depth - 1));
        return $$"""{"id": {{depth}}, "contentType": "page", "content": [{{content}}]}""";
    }
}
