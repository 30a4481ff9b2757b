using DocScript.Documents.Values;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

public class ImportTests
{
    [Fact]
    public async Task A_newsroom_comes_in_whole_under_its_own_ids_as_one_transaction()
    {
        await using var newsroom = TestNewsroom.Empty();
        var imported = Assert.IsType<Imported>(await newsroom.Import(ImportSource.Read(Repository.PathTo(TestNewsroom.Own))));

        Assert.Equal<long>([1, 2, 3, 10, 11, 12, 13, 14, 15, 16, 20, 21], imported.Documents);
        Assert.True(imported.DesignChanged);
        Assert.Empty(imported.Inferred);
        Assert.Empty(imported.Warnings);
        using var reader = newsroom.Store.Read();
        var entry = Assert.Single(reader.Journal(0));
        Assert.Equal(imported.Transaction, entry.Transaction);
        Assert.Equal("# import of newsroom: 12 documents", entry.Script);
        Assert.Equal(13, entry.Rows.Length);
        Assert.Equal(20, reader.FindKey("front-page"));
        Assert.Equal("Front page", reader.Load(20)!.Title);
        Assert.Equal("The Theatre That Would Not Close", reader.Load(14)!.Title);
    }

    [Fact]
    public async Task A_document_is_public_where_its_file_says_so()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        Assert.NotNull(newsroom.Load(10).Header.Publication);
        Assert.True(newsroom.Load(10).Header.Unchanged);
        Assert.Null(newsroom.Load(16).Header.Publication);
    }

    [Fact]
    public async Task With_publish_every_document_is_public()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own, publish: true);
        using var reader = newsroom.Store.Read();
        var publications = reader.Find(Filter.All).Select(document => document.Header.Publication).ToList();
        Assert.Equal(12, publications.Distinct().Count());
        Assert.All(publications, publication => Assert.Equal(publication, reader.Publication(publication!.Value)!.Id));
    }

    [Fact]
    public async Task A_component_without_an_id_gets_the_same_one_at_every_import()
    {
        await using var first = await TestNewsroom.Of(TestNewsroom.Own);
        await using var second = await TestNewsroom.Of(TestNewsroom.Own);
        Assert.Equal(first.Load(12).Components.Ids.Order(StringComparer.Ordinal), second.Load(12).Components.Ids.Order(StringComparer.Ordinal));
        Assert.Single(first.Load(12).Components.Ids, id => !id.StartsWith("doc-12g", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_is_undone_like_any_other_transaction_and_its_ids_stay_taken()
    {
        await using var newsroom = TestNewsroom.Empty();
        var source = ImportSource.Read(Repository.PathTo(TestNewsroom.Own));
        var imported = Assert.IsType<Imported>(await newsroom.Import(source));

        Assert.IsType<Done>(await newsroom.Engine.UndoAsync(imported.Transaction, "tester"));
        Assert.Empty(newsroom.Exported());
        Assert.Equal("docscript", newsroom.Design().Name);

        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(source));
        Assert.Contains(refused.Problems, problem => problem.ToString() == "documents/14.json /id: id 14 is taken by regular 14 \"The Theatre That Would Not Close\", deleted");
        Assert.Equal(12, refused.Problems.Length);
        Assert.Empty(newsroom.Exported());
    }

    [Fact]
    public async Task A_second_folder_may_come_without_a_design_or_bring_the_same()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var more = Sources.Document(100, """{"id": 100, "contentType": "regular", "metadata": {"title": "More"}, "content": []}""");
        var without = Assert.IsType<Imported>(await newsroom.Import(more));
        Assert.False(without.DesignChanged);

        var design = ImportSource.Read(Repository.PathTo(TestNewsroom.Own + "/design.json"));
        Assert.IsType<NothingToImport>(await newsroom.Import(design));
    }

    [Fact]
    public async Task A_new_design_must_carry_the_documents_that_the_store_has()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(Sources.Design("""{"name": "gazette", "version": "3.0.0", "components": [], "contentTypes": [{"handle": "regular", "documentType": "article", "metadata": []}]}""")));
        Assert.Contains(refused.Problems, problem => problem.File == "document 14 in the store" && problem.Message.Contains("'article-container'", StringComparison.Ordinal));
        Assert.Equal("2.1.0", newsroom.Design().Version);
    }

    [Fact]
    public async Task Components_that_stand_where_today_s_design_forbids_it_come_in_with_a_warning()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var imported = Assert.IsType<Imported>(await newsroom.Import(Sources.Document(100, """
            {"id": 100, "contentType": "regular", "content": [{"id": "doc-1", "component": "paragraph", "content": {"text": "alone"}}]}
            """)));
        var warning = Assert.Single(imported.Warnings);
        Assert.True(warning.IsWarning);
        Assert.StartsWith("100.json /content/0: ", warning.ToString(), StringComparison.Ordinal);
        Assert.NotNull(newsroom.Load(100).Components.Find("doc-1"));
    }

    /// <summary>A component, what an import warns of, and what it makes of the component.</summary>
    public static TheoryData<string, string, string> Warned => new()
    {
        { """{"component": "paragraph", "content": {"text": "<b onclick='x'>a</b><script>b</script>"}}""", "/content/text: editable 'text' of 'paragraph' does not take 'onclick' of <b>: it is removed", """{text: "<b>a</b>b"} {} {}""" },
        { """{"component": "paragraph", "styles": {"mood": "blue"}}""", "/styles/mood: component type 'paragraph' has no style 'mood'", """{} {mood: "blue"} {}""" },
        { """{"component": "paragraph", "conditions": {"weather": "sunny"}}""", "/conditions/weather: there is no condition 'weather'", """{} {} {weather: "sunny"}""" },
        { """{"component": "paragraph", "conditions": {"dateTime": {"gte": "2027-01-01", "lt": "2026-01-01"}}}""", "/conditions/dateTime: condition 'dateTime' can never hold: 'lt' is not after 'gte'", """{} {} {dateTime: {gte: "2027-01-01", lt: "2026-01-01"}}""" },
        { """{"component": "image", "content": {"image": {"foo": "x"}}}""", "/content/image: image 'image' of 'image' must have one of url, originalUrl, mediaId", """{image: {foo: "x"}} {} {}""" },
    };

    [Theory]
    [MemberData(nameof(Warned))]
    public async Task What_today_s_design_does_not_take_comes_in_with_a_warning_and_never_a_script(string component, string warned, string kept)
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var imported = Assert.IsType<Imported>(await newsroom.Import(Sources.Document(100, """{"id": 100, "contentType": "page", "content": [{"component": "columns", "containers": {"left": [""" + component + "]}}]}")));
        Assert.Equal($"100.json /content/0/containers/left/0{warned}", Assert.Single(imported.Warnings).ToString());
        var stored = newsroom.Load(100).Components.DepthFirst().Last();
        Assert.Equal(kept, $"{stored.Content} {stored.Styles} {stored.Conditions}");
    }

    [Fact]
    public async Task Conditions_for_brands_and_times_come_in()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var imported = Assert.IsType<Imported>(await newsroom.Import(Sources.Document(100, """
            {"id": 100, "contentType": "page", "content": [{"id": "a", "component": "separator", "conditions": {"brands": ["ch"], "dateTime": {"gte": "2026-01-01T00:00:00.000Z"}}}]}
            """)));
        Assert.Empty(imported.Warnings);
        Assert.Equal(2, newsroom.Load(100).Components.Find("a")!.Conditions.Count);
    }

    [Fact]
    public async Task Members_that_nobody_knows_are_kept()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        Assert.IsType<Imported>(await newsroom.Import(Sources.Document(100, """
            {"id": 100, "systemdata": {"contentType": "page", "channelId": 3, "legacy": {"x": [1, 2.50]}}, "references": [], "mood": "blue",
             "content": [{"id": "doc-1", "component": "separator", "data": {"a": null}, "extra": {"b": 1}}]}
            """)));
        var text = newsroom.Exported()[100];
        using var json = System.Text.Json.JsonDocument.Parse(text);
        var root = json.RootElement;
        Assert.Equal("blue", root.GetProperty("mood").GetString());
        Assert.Equal(0, root.GetProperty("references").GetArrayLength());
        Assert.Equal("2.50", root.GetProperty("systemdata").GetProperty("legacy").GetProperty("x")[1].GetRawText());
        Assert.Equal(1, root.GetProperty("content")[0].GetProperty("extra").GetProperty("b").GetInt32());
        Assert.Equal("""{"a": null}""", root.GetProperty("content")[0].GetProperty("data").GetRawText().ReplaceLineEndings("").Replace("      ", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_design_has_no_content_types_they_are_inferred_and_listed()
    {
        await using var newsroom = TestNewsroom.Empty();
        var source = new ImportSource(
            "bare",
            Sources.File("design.json", """{"name": "bare", "version": "1.0.0", "components": [{"name": "p", "html": "<p doc-editable=\"text\"></p>"}]}"""),
            [Sources.File("1.json", """{"id": 1, "contentType": "note", "metadata": {"title": "A", "stars": 3}, "content": [{"id": "doc-1", "identifier": "bare.p", "content": {"text": "x"}}]}""")]);
        var imported = Assert.IsType<Imported>(await newsroom.Import(source));
        Assert.NotEmpty(imported.Inferred);
        Assert.True(newsroom.Design().ContentTypes.ContainsKey("note"));
        Assert.Equal(new IntegerValue(3), newsroom.Load(1).Metadata.Find("stars"));
    }
}
