using DocScript.Engine.Json;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>What an import makes public keeps the rules of publications, and may refer to what comes with it.</summary>
public sealed class PublishedImportTests
{
    private const string Design = """
        {"components": [], "contentTypes": [
          {"handle": "note", "defaultMetadata": {"title": "untitled"}, "metadata": [
            {"handle": "title", "type": "li-text", "config": {"required": true, "maxLength": 20}},
            {"handle": "sku", "type": "li-unique-id", "config": {"uniquenessScope": "sku"}},
            {"handle": "next", "type": "li-document-reference", "config": {"contentType": "note", "published": true}}]},
          {"handle": "other", "metadata": []}]}
        """;

    [Fact]
    public async Task Every_rule_that_a_published_document_breaks_is_named_with_its_place()
    {
        var problems = await Refused(true, """{"id": 1, "contentType": "note", "metadata": {"title": "a title that is too long", "sku": "a"}}""", """{"id": 2, "contentType": "note", "metadata": {"sku": "a"}}""");
        Assert.Equal(
            [
                "1.json /metadata/title: metadata property 'title' has 24 characters and may have at most 20",
                "1.json /metadata/sku: metadata property 'sku' is \"a\", which document 2 has published (unique among 'sku')",
                "2.json /metadata/title: metadata property 'title' is required",
                "2.json /metadata/sku: metadata property 'sku' is \"a\", which document 1 has published (unique among 'sku')",
            ],
            problems);
    }

    [Fact]
    public async Task A_draft_may_break_them_and_gets_no_default_metadata()
    {
        await using var newsroom = await Imported(publish: false, """{"id": 1, "contentType": "note", "metadata": {"sku": "a"}}""", """{"id": 2, "contentType": "note", "metadata": {"sku": "a"}}""");
        using var reader = newsroom.Store.Read();
        Assert.Null(reader.Load(1)!.Metadata.Find("title"));
    }

    [Fact]
    public async Task Documents_that_come_together_may_refer_to_each_other()
    {
        await using var newsroom = await Imported(publish: true, Referring(1, 2), Referring(2, 1));
        using var reader = newsroom.Store.Read();
        Assert.All([1L, 2], id => Assert.NotNull(reader.Load(id)!.Header.Publication));
    }

    [Fact]
    public async Task A_reference_to_what_is_in_no_import_yet_is_a_warning()
    {
        await using var newsroom = await Imported(publish: false);
        var imported = Assert.IsType<Imported>(await newsroom.Import(Source(null, Referring(1, 9)), publish: true));
        Assert.Equal("1.json /metadata/next: metadata property 'next' refers to document '9', which does not exist", Assert.Single(imported.Warnings).ToString());
    }

    [Fact]
    public async Task A_reference_to_another_kind_of_document_is_refused() =>
        Assert.Equal(
            ["1.json /metadata/next: metadata property 'next' refers to document 2 of content type 'other'"],
            await Refused(true, Referring(1, 2), """{"id": 2, "contentType": "other"}"""));

    [Fact]
    public async Task A_value_that_the_store_has_published_is_taken()
    {
        await using var newsroom = await Imported(publish: true, """{"id": 1, "contentType": "note", "metadata": {"title": "x", "sku": "a"}}""");
        var refused = Assert.IsType<ImportRefused>(await newsroom.Import(Source(null, """{"id": 2, "contentType": "note", "metadata": {"title": "x", "sku": "a"}}"""), publish: true));
        Assert.Equal("1.json /metadata/sku: metadata property 'sku' is \"a\", which document 1 has published (unique among 'sku')", Assert.Single(refused.Problems).ToString());
    }

    private static string Referring(int id, int next) => $$$"""{"id": {{{id}}}, "contentType": "note", "metadata": {"title": "x", "next": {"$ref": "document", "reference": {"id": "{{{next}}}"} } } }""";

    private static ImportSource Source(string? design, params string[] documents) =>
        new("test", design is null ? null : Sources.File(ImportSource.DesignFile, design), [.. documents.Select((json, index) => Sources.File($"{index + 1}.json", json))]);

    private static async Task<IEnumerable<string>> Refused(bool publish, params string[] documents)
    {
        await using var newsroom = TestNewsroom.Empty();
        return Assert.IsType<ImportRefused>(await newsroom.Import(Source(Design, documents), publish)).Problems.Select(problem => problem.ToString());
    }

    private static async Task<TestNewsroom> Imported(bool publish, params string[] documents)
    {
        var newsroom = TestNewsroom.Empty();
        Assert.IsType<Imported>(await newsroom.Import(Source(Design, documents), publish));
        return newsroom;
    }
}
