using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>The seven scripts of <c>scripts/</c> on the small newsroom: what each does exactly, what it refuses, and that undo restores everything.</summary>
public class NewsroomScriptTests
{
    [Fact]
    public async Task A_section_is_retitled_in_metadata_and_above_headlines()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var done = await Undone(newsroom, "retitle-section");
        Assert.Equal("articles moved from Local to City & Harbour: 4", Assert.Single(done.Printed));
        Assert.Equal([10, 11, 12, 13], Changed(done));

        await newsroom.Run("retitle-section");
        Assert.Equal(new TextValue("City & Harbour"), newsroom.Load(10).Metadata.Find("flag"));
        Assert.Equal("City &amp; Harbour", Content(newsroom.Load(10), "head", "flag"));
        Assert.Equal("Culture", Content(newsroom.Load(14), "head", "flag"));
        Assert.IsType<InConflict>(await newsroom.Run("retitle-section"));
    }

    [Fact]
    public async Task A_word_is_replaced_everywhere_after_a_preview_that_changes_nothing()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var before = newsroom.Exported();
        var preview = Assert.IsType<Done>(await newsroom.Run("replace-word"));
        Assert.Empty(preview.Documents);
        Assert.Equal("preview: tram stands 7 times in 7 places, 3 articles; nothing was changed", preview.Printed[^1]);
        Assert.Contains("10 doc-10g04: left alone, the word stands in a tag", preview.Printed.AsEnumerable());
        Assert.Equal(before, newsroom.Exported());

        var done = await Undone(newsroom, "replace-word", ("preview", "false"));
        Assert.Equal("replaced tram by streetcar: 7 times in 7 places, 3 articles", done.Printed[^1]);
        Assert.Equal([10, 11, 13], Changed(done));
        await newsroom.Run("replace-word", ("preview", "false"));
        Assert.Contains("The first streetcar rolled down", Content(newsroom.Load(10), "paragraph", "text"), StringComparison.Ordinal);
        Assert.Contains("transit.example/tram/4", newsroom.Exported()[10], StringComparison.Ordinal);
        Assert.IsType<InConflict>(await newsroom.Run("replace-word", ("preview", "false"), ("word", "zeppelin")));
    }

    [Fact]
    public async Task A_correction_stands_after_the_first_paragraph_of_every_article_of_the_author()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var done = await Undone(newsroom, "correction-notice", ("notice", "Not 42 & not 4."));
        Assert.Equal([10, 11, 12], Changed(done));

        await newsroom.Run("correction-notice", ("notice", "Not 42 & not 4."));
        foreach (var id in new long[] { 10, 11, 12 })
        {
            var document = newsroom.Load(id);
            var first = document.Components.DepthFirst().First(component => component.Type == "paragraph");
            var notice = document.Components.Find(first.Next!)!;
            Assert.Equal("paragraph", notice.Type);
            Assert.Equal(new TextValue("<strong>Correction:</strong> Not 42 &amp; not 4."), notice.Content.Find("text"));
        }

        Assert.IsType<InConflict>(await newsroom.Run("correction-notice", ("notice", "Not 42 & not 4.")));
        Assert.IsType<InConflict>(await newsroom.Run("correction-notice", ("author", "Nobody")));
    }

    [Fact]
    public async Task Articles_older_than_a_date_go_offline_unless_they_are_too_many()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var published = newsroom.Load(15).Header.Publication;
        var done = await Undone(newsroom, "unpublish-old");
        Assert.Equal("articles unpublished: 2", done.Printed[^1]);
        Assert.Equal([12, 15], Changed(done));
        Assert.Equal(published, newsroom.Load(15).Header.Publication);

        Assert.IsType<InConflict>(await newsroom.Run("unpublish-old", ("most", "1")));
        await newsroom.Run("unpublish-old");
        Assert.Null(newsroom.Load(15).Header.Publication);
        Assert.NotNull(newsroom.Load(14).Header.Publication);
    }

    [Fact]
    public async Task The_lead_image_goes_below_the_first_paragraph()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var done = await Undone(newsroom, "move-lead-image");
        Assert.Equal([14], Changed(done));

        await newsroom.Run("move-lead-image");
        Assert.Equal(["paragraph", "image", "paragraph", "subtitle"], Body(newsroom.Load(14)).Take(4).Select(component => component.Type));
        Assert.IsType<InConflict>(await newsroom.Run("move-lead-image"));
    }

    [Fact]
    public async Task Missing_metadata_is_filled_and_what_is_there_stays()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var done = await Undone(newsroom, "fill-metadata", ("longest", "40"));
        Assert.Equal("properties filled: 5", done.Printed[^1]);
        Assert.Equal([12, 13, 16], Changed(done));

        var theatre = newsroom.Load(14).Metadata;
        await newsroom.Run("fill-metadata", ("longest", "40"));
        var metadata = newsroom.Load(16).Metadata;
        Assert.Equal(new TextValue("They trailed for most of the course, an…"), metadata.Find("description"));
        Assert.Equal(new TextValue("2025-04-01T09:30:00.000Z"), metadata.Find("publishDate"));
        Assert.IsType<ObjectValue>(metadata.Find("teaserImage"));
        Assert.Equal(theatre, newsroom.Load(14).Metadata);
    }

    [Fact]
    public async Task A_long_article_becomes_two()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.Own);
        var done = await Undone(newsroom, "split-article");
        Assert.Equal([14, 22], Changed(done));
        Assert.Equal("6 components of 14 went to the new article 22", done.Printed[^1]);

        // The id of the article that was undone is never given again.
        await newsroom.Run("split-article");
        var (first, second) = (newsroom.Load(14), newsroom.Load(23));
        Assert.Equal("The Theatre That Would Not Close (2)", second.Title);
        Assert.Equal(first.Metadata.Find("authors"), second.Metadata.Find("authors"));
        Assert.Equal(["subtitle", "paragraph", "image", "paragraph", "subtitle", "paragraph"], Body(second).Select(component => component.Type));
        Assert.Equal(new TextValue("What the city wants"), Body(second).First().Content.Find("title"));
        Assert.Equal(new TextValue("<em>Continued in “The Theatre That Would Not Close (2)”.</em>"), Body(first).Last().Content.Find("text"));
        Assert.Equal(8, Body(first).Count());

        Assert.IsType<InConflict>(await newsroom.Run("split-article", ("subtitle-number", "9")));
        Assert.IsType<InConflict>(await newsroom.Run("split-article", ("article", "20")));
    }

    // Runs the script and undoes it: all documents must be as before.
    private static async Task<Done> Undone(TestNewsroom newsroom, string script, params (string, string)[] parameters)
    {
        var before = newsroom.Exported();
        var done = Assert.IsType<Done>(await newsroom.Run(script, parameters));
        Assert.NotEqual(before, newsroom.Exported());
        Assert.IsType<Done>(await newsroom.Engine.UndoAsync(done.Transaction, "tester"));
        Assert.Equal(before, newsroom.Exported());
        return done;
    }

    private static IEnumerable<long> Changed(Done done) => done.Documents.Select(document => document.Changes.Id);

    private static IEnumerable<Component> Body(DocScript.Documents.Document document) =>
        document.Components.Children(document.Components.DepthFirst().First(component => component.Type == "article-container").Id, "main");

    private static string Content(DocScript.Documents.Document document, string type, string directive) =>
        ((TextValue)document.Components.DepthFirst().First(component => component.Type == type).Content.Find(directive)!).Text;
}
