using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Terminal.Diff;
using static DocScript.Terminal.Tests.Changed;

namespace DocScript.Terminal.Tests;

public sealed class TransactionDiffTests
{
    private const string Long = "On the coast the harbour was closed on Monday because of the storm that came from the north in the night.";

    public static TheoryData<string, Change[], string> Lines => new()
    {
        { "a title", [new TitleSet("a", "b")], "~ title \"a\" -> \"b\"" },
        { "new metadata", [new MetadataSet(MetadataPath.Of("teaser"), null, Text("x"))], "+ meta teaser \"x\"" },
        { "changed metadata", [new MetadataSet(MetadataPath.Of("a", "b c"), new IntegerValue(1), new IntegerValue(2))], "~ meta a.\"b c\" 1 -> 2" },
        { "unset metadata", [new MetadataSet(MetadataPath.Of("teaser"), new BooleanValue(true), null)], "- meta teaser true" },
        { "a directive", [new DirectiveSet("doc-1", "headline", Text("a"), Text("b"))], "~ doc-1.headline \"a\" -> \"b\"" },
        {
            "a word of a long text", [new DirectiveSet("doc-1", "text", Text(Long), Text(Long.Replace("Monday", "Tuesday evening", StringComparison.Ordinal)))],
            "~ doc-1.text \"… harbour was closed on [-Monday-]{+Tuesday evening+} because of the storm …\""
        },
        {
            "a long text that has nothing of the old one", [new DirectiveSet("doc-1", "text", Text(Long), Text("Ganz andere Worte stehen jetzt an dieser Stelle, kein einziges davon blieb"))],
            "~ doc-1.text \"On the coast the harbour was closed on Monday because of the…\" -> \"Ganz andere Worte stehen jetzt an dieser Stelle, kein einzig…\""
        },
        { "an insertion", [new ComponentInserted(new Location(null, null, "doc-1", null), Leaf("doc-9", "paragraph", "text", Text("Hello")))], "+ paragraph doc-9 after doc-1 \"Hello\"" },
        {
            "an insertion with children",
            [
                new ComponentInserted(
                    new Location("doc-7", "main", null, null),
                    Leaf("doc-8", "columns", "name", Text("x"), new SubtreeContainer("left", [Leaf("doc-9", "paragraph", "text", Text("l"))]), new SubtreeContainer("right", [Leaf("doc-10", "image", "url", Text("r"))]))),
            ],
            "+ columns doc-8 first in doc-7.main \"x\"\n      + paragraph doc-9 in left \"l\"\n      + image doc-10 in right \"r\""
        },
        { "a removal", [new ComponentRemoved(new Location(null, null, null, null), Leaf("doc-3", "image", "image", ObjectValue.Of([new("url", Text("a.png"))])))], "- image doc-3 {url: \"a.png\"}" },
        { "a move", [new ComponentMoved("doc-2", new Location(null, null, "doc-1", null), new Location("doc-7", "main", null, "doc-8"))], "> doc-2 moved: after doc-1 -> first in doc-7.main" },
        { "a style", [new StyleSet("doc-1", null, "side", null, Text("left"))], "+ doc-1 style side \"left\"" },
        { "a style of a directive", [new StyleSet("doc-1", "odd box", "side", Text("left"), Text("right"))], "~ doc-1.\"odd box\" style side \"left\" -> \"right\"" },
        { "a condition", [new ConditionSet("doc-1", "dateTime", ObjectValue.Of([new("lt", Text("2026-01-01"))]), null)], "- doc-1 condition dateTime {lt: \"2026-01-01\"}" },
        {
            "an insertion with styles and conditions",
            [new ComponentInserted(new Location(null, null, null, null), Leaf("doc-9", "list", "name", Text("x")) with { Styles = ObjectValue.Of([new("side", Text("left"))]), Conditions = ObjectValue.Of([new("dateTime", ObjectValue.Empty)]) })],
            "+ list doc-9 at start \"x\"  style side: \"left\"  condition dateTime: {}"
        },
        { "publishing", [new Published(3, null, false)], "^ published (publication 3)" },
        { "taking off", [new Unpublished(3, true, 1)], "v unpublished (was publication 3)" },
        { "an earlier publication", [new PublicationRestored(4, true, 3, false)], "^ published again (publication 3)" },
        { "control characters", [new TitleSet("a\u001b[31m", "b\u0007\u202e\n\"")], "~ title \"a\\u{1B}[31m\" -> \"b\\u{7}\\u{202E}\\n\\\"\"" },
        { "what a script would interpolate", [new TitleSet("a", "${x} $5")], "~ title \"a\" -> \"\\${x} $5\"" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_change_is_a_line(string what, Change[] changes, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal($"~ article 42 \"Title\"\n    {expected}\n", Plain(TransactionDiff.Lines([Of(changes)], DiffHeight.Unlimited)));
    }

    [Fact]
    public void A_new_document_shows_all_it_has()
    {
        var after = Document(43, "New", "release-notes") with
        {
            Metadata = ObjectValue.Of([new("teaser", Text("t"))]),
            Components = ComponentTree.Of([Leaf("doc-1", "paragraph", "text", Text("p"))]),
        };
        Assert.Equal(
            """
            + article 43 release-notes "New"
                + meta teaser "t"
                + paragraph doc-1 "p"

            """.ReplaceLineEndings("\n"),
            Plain(TransactionDiff.Lines([Of(null, after, new Created(after))], DiffHeight.Unlimited)));
    }

    [Fact]
    public void A_deleted_document_is_a_heading()
    {
        var before = Document(43, "Gone");
        var after = before with { Header = before.Header with { Deleted = true } };
        Assert.Equal("- article 43 \"Gone\"\n", Plain(TransactionDiff.Lines([Of(before, after, new Deleted(before))], DiffHeight.Unlimited)));
    }

    [Fact]
    public void The_summary_counts_documents_and_changes()
    {
        var gone = Document(1, "Gone") with { Header = Document(1, "Gone").Header with { Deleted = true } };
        Engine.ChangedDocument[] documents =
        [
            Of(Document(1, "Gone"), gone, new Deleted(Document(1, "Gone"))),
            Of(null, Document(2, "New"), new Created(Document(2, "New")), new TitleSet("New", "Newer")),
            Of(new TitleSet("a", "b")),
        ];
        Assert.Equal("1 document to change, 1 to create, 1 to delete; 4 changes", TransactionDiff.Summary(documents, done: false));
        Assert.Equal("1 document changed, 1 created, 1 deleted; 4 changes", TransactionDiff.Summary(documents, done: true));
        Assert.Equal("nothing to change", TransactionDiff.Summary([], done: false));
    }

    [Fact]
    public void System_documents_are_not_shown()
    {
        var design = Document(-1, "design");
        Assert.Equal("", Plain(TransactionDiff.Lines([Of(null, design, new Created(design))], DiffHeight.Unlimited)));
        Assert.Equal("nothing changed", TransactionDiff.Summary([Of(null, design, new Created(design))], done: true));
    }

    [Fact]
    public void A_screen_shows_so_many_documents_and_lines_and_says_how_many_more_there_are()
    {
        var documents = Enumerable.Range(1, 4).Select(id => Of(
            Document(id, "T"),
            Document(id, "T"),
            [.. Enumerable.Range(0, 5).Select(i => new TitleSet("t", "u"))]));
        var text = Plain(TransactionDiff.Lines(documents, new DiffHeight(Documents: 2, Lines: 3)));
        Assert.Equal(2, text.Split("… more lines are not shown here").Length - 1);
        Assert.EndsWith("\n… and 2 more documents\n", text, StringComparison.Ordinal);
    }
}
