using System.Text.Json;
using DocScript.Engine.Json;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

public class ExportTests
{
    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task All_31_documents_of_living_times_come_back_with_only_the_listed_differences()
    {
        var counts = await Compare(TestNewsroom.LivingTimes);
        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [ExportDifferences.ComponentId.Name] = 17,
                [ExportDifferences.BothNames.Name] = 752,
                [ExportDifferences.HtmlObject.Name] = 48,
                [ExportDifferences.IncludeDefault.Name] = 68,
            },
            counts);
    }

    [Fact]
    public async Task The_newsroom_comes_back_with_only_the_listed_differences()
    {
        var counts = await Compare(TestNewsroom.Own);
        Assert.Equal(1, counts[ExportDifferences.ComponentId.Name]);
        Assert.Equal(1, counts[ExportDifferences.HtmlObject.Name]);
        Assert.Equal(11, counts[ExportDifferences.Publication.Name]);
        Assert.Equal(6, counts[ExportDifferences.EveryContainer.Name]);
        Assert.Equal(1, counts[ExportDifferences.IncludeDefault.Name]);
        Assert.Equal(6, counts.Count);
    }

    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task The_design_of_living_times_comes_back_as_it_was()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes);
        using var before = JsonDocument.Parse(await File.ReadAllBytesAsync(Repository.PathTo(TestNewsroom.LivingTimes + "/design.json")));
        using var after = JsonDocument.Parse(LivingdocsExport.Design(newsroom.Design()));
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement));
    }

    /// <summary>What a document is made of, and the one difference that its export shows.</summary>
    public static TheoryData<string, string> Differences => new()
    {
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "component": "paragraph", "identifier": "docscript.paragraph", "content": {"text": ""}}]}""", ExportDifferences.NothingEmpty.Name },
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "component": "paragraph", "identifier": "docscript.paragraph", "content": {"text": null}}]}""", ExportDifferences.NothingEmpty.Name },
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "component": "paragraph", "identifier": "docscript.paragraph", "styles": {}, "data": {}}]}""", ExportDifferences.NothingEmpty.Name },
        { """{"id": 1, "contentType": "page", "metadata": {"title": null}, "content": []}""", ExportDifferences.NothingEmpty.Name },
        { """{"id": 1, "contentType": "page", "title": "same", "metadata": {"title": "same"}, "content": []}""", ExportDifferences.OwnTitle.Name },
        { """{"id": 1, "contentType": "page", "metadata": {}, "content": []}""", ExportDifferences.Systemdata.Name },
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "identifier": "docscript.columns", "component": "columns"}]}""", ExportDifferences.EveryContainer.Name },
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "identifier": "docscript.embed", "content": {"html": "<hr>"}}]}""", ExportDifferences.HtmlObject.Name },
        { """{"id": 1, "contentType": "page", "content": [{"id": "a", "component": "paragraph", "identifier": "docscript.paragraph", "content": {"text": "<b onclick=\"x\">a</b><script>b</script>"}}]}""", ExportDifferences.CleanMarkup.Name },
        { """{"id": 1, "contentType": "page", "systemdata": {"publicationId": 77}, "content": []}""", ExportDifferences.Publication.Name },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_difference_is_one_of_the_listed(string json, string expected)
    {
        await using var newsroom = TestNewsroom.Empty();
        Assert.IsType<Imported>(await newsroom.Import(Sources.Document(1, json)));
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(newsroom.Exported()[1]);
        var differences = JsonDifferences.Of(before.RootElement, after.RootElement, newsroom.Design());
        Assert.DoesNotContain(differences, difference => difference.Rule is null && difference.Place is not ("/contentType" or "/metadata" or "/content"));
        Assert.Contains(differences, difference => difference.Rule?.Name == expected);
    }

    [Fact]
    public async Task An_export_imported_and_exported_again_is_the_same_to_the_byte()
    {
        await using var first = await TestNewsroom.Of(TestNewsroom.Own);
        var folder = Directory.CreateTempSubdirectory("docscript-");
        try
        {
            var path = Path.Combine(folder.FullName, "export");
            using (var reader = first.Store.Read()) Assert.Equal((12, 0), ExportFolder.Write(reader, path));
            await using var second = TestNewsroom.Empty();
            Assert.IsType<Imported>(await second.Import(ImportSource.Read(path)));
            Assert.Equal(first.Exported(), second.Exported());
            Assert.Equal(first.Design(), second.Design());
            using (var reader = first.Store.Read())
                Assert.Contains("not empty", Assert.Throws<IOException>(() => ExportFolder.Write(reader, path)).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_difference_has_a_name_of_its_own_and_a_sentence()
    {
        Assert.Equal(ExportDifferences.All.Count, ExportDifferences.All.Select(difference => difference.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(ExportDifferences.All, difference => Assert.True(difference.Sentence.Length > 40));
    }

    // How often each rule accounts for a difference; one that no rule accounts for fails.
    private static async Task<Dictionary<string, int>> Compare(string folder)
    {
        await using var newsroom = await TestNewsroom.Of(folder);
        var exported = newsroom.Exported();
        var design = newsroom.Design();
        var files = Directory.GetFiles(Repository.PathTo(folder + "/documents"));
        Assert.Equal(files.Length, exported.Count);
        var differences = new List<JsonDifference>();
        foreach (var file in files)
        {
            using var before = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            using var after = JsonDocument.Parse(exported[before.RootElement.GetProperty("id").GetInt64()]);
            differences.AddRange(JsonDifferences.Of(before.RootElement, after.RootElement, design).Select(difference => difference with { Place = Path.GetFileName(file) + difference.Place }));
        }

        Assert.DoesNotContain(differences, difference => difference.Rule is null);
        return differences.CountBy(difference => difference.Rule!.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
