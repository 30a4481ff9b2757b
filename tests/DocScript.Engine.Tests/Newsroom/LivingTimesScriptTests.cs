using DocScript.Documents.Values;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>The same seven scripts on Livingdocs' own example articles, with other parameters.</summary>
public class LivingTimesScriptTests
{
    /// <summary>A script, its parameters, the last line it prints and the documents it changes.</summary>
    public static TheoryData<string, string, string, string> Runs => new()
    {
        { "retitle-section", "from=Politics;to=Power", "articles moved from Politics to Power: 4", "11 22 24 46" },
        { "replace-word", "word=Facebook;replacement=the network;preview=false", "replaced Facebook by the network: 32 times in 18 places, 3 articles", "11 20 31" },
        { "correction-notice", "author=Annie Waldmann;notice=Corrected.", "articles that got the correction: 2", "13 39" },
        { "unpublish-old", "before-date=2018-01-01", "articles unpublished: 5", "27 31 33 39 44" },
        { "unpublish-old", "before-date=2018-03-08T00:01Z", "articles unpublished: 11", "11 15 17 20 24 27 29 31 33 39 44" },
        { "move-lead-image", "section=Immigration", "lead images moved: 3", "15 17 44" },
        { "fill-metadata", "", "properties filled: 1", "48" },
        { "split-article", "article=46;subtitle-number=3", "21 components of 46 went to the new article 49", "46 49" },
    };

    [TheoryWhenPresent(TestNewsroom.LivingTimes)]
    [MemberData(nameof(Runs))]
    public async Task A_script_runs_and_undo_restores_every_document(string script, string parameters, string printed, string changed)
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes, publish: true);
        var before = newsroom.Exported();
        var given = parameters.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])).ToArray();

        var result = await newsroom.Run(script, given);
        var done = Assert.IsType<Done>(result);
        Assert.Equal(printed, done.Printed[^1]);
        Assert.Equal(changed, string.Join(' ', done.Documents.Select(document => document.Changes.Id)));

        Assert.IsType<Done>(await newsroom.Engine.UndoAsync(done.Transaction, "tester"));
        Assert.Equal(before, newsroom.Exported());
    }

    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task The_lead_image_of_an_article_stands_below_its_first_paragraph()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes);
        await newsroom.Run("move-lead-image", ("section", "Immigration"));
        var main = newsroom.Load(15).Components.Children(newsroom.Load(15).Components.Root.First, "main");
        Assert.Equal(["free-html", "paragraph", "image", "paragraph"], main.Take(4).Select(component => component.Type));
    }

    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task A_correction_stands_after_the_first_paragraph()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes);
        await newsroom.Run("correction-notice", ("author", "Jodi Cohen"), ("notice", "Corrected."));
        var paragraphs = newsroom.Load(11).Components.DepthFirst().Where(component => component.Type == "paragraph").ToList();
        Assert.Equal("doc-1cd4ub3g11", paragraphs[0].Id);
        Assert.Equal(paragraphs[0].Next, paragraphs[1].Id);
        Assert.Equal(new TextValue("<strong>Correction:</strong> Corrected."), paragraphs[1].Content.Find("text"));
    }

    [FactWhenPresent(TestNewsroom.LivingTimes)]
    public async Task A_text_with_lists_is_not_split_and_nothing_changes()
    {
        await using var newsroom = await TestNewsroom.Of(TestNewsroom.LivingTimes);
        var before = newsroom.Exported();
        Assert.IsType<InConflict>(await newsroom.Run("split-article", ("article", "13"), ("subtitle-number", "1")));
        Assert.IsType<InConflict>(await newsroom.Run("split-article", ("article", "12")));
        Assert.Equal(before, newsroom.Exported());
    }
}
