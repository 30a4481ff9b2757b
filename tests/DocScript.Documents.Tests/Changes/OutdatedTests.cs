using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Changes;

public sealed class OutdatedTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Document Document = new(
        new Header { Id = 42, Key = "42", ContentType = "article", Publication = 3, UnpublishAt = May },
        "b",
        ObjectValue.Empty.With("title", new TextValue("b")),
        ComponentTree.Of([Leaf("p1"), Leaf("p2")]));

    private static Subtree Leaf(string id) =>
        new(id, "paragraph", false, ObjectValue.Empty.With("text", new TextValue("hi")), ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);

    public static TheoryData<Change, string?> Cases => new()
    {
        { new TitleSet("b", "c"), null },
        { new TitleSet("a", "c"), "the title is \"b\", not \"a\"" },
        { new MetadataSet(MetadataPath.Of("title"), new TextValue("b"), null), null },
        { new MetadataSet(MetadataPath.Of("title"), new TextValue("a"), null), "metadata 'title' is \"b\", not \"a\"" },
        { new MetadataSet(MetadataPath.Of("x", "y"), new TextValue("a"), null), "metadata 'x.y' is unset, not \"a\"" },
        { new DirectiveSet("p1", "text", new TextValue("hi"), null), null },
        { new DirectiveSet("p1", "text", null, new TextValue("x")), "'p1.text' is \"hi\", not unset" },
        { new DirectiveSet("p9", "text", null, null), "component 'p9' is gone" },
        { new StyleSet("p1", null, "side", null, new TextValue("left")), null },
        { new StyleSet("p1", null, "side", new TextValue("left"), null), "style 'side' of 'p1' is unset, not \"left\"" },
        { new StyleSet("p1", "box", "side", new TextValue("left"), null), "style 'side' of 'p1.box' is unset, not \"left\"" },
        { new StyleSet("p9", null, "side", null, null), "component 'p9' is gone" },
        { new ConditionSet("p1", "dateTime", null, ObjectValue.Empty), null },
        { new ConditionSet("p1", "dateTime", ObjectValue.Empty, null), "condition 'dateTime' of 'p1' is unset, not {}" },
        { new ConditionSet("p9", "dateTime", null, null), "component 'p9' is gone" },
        { new ComponentInserted(new(null, null, "p1", "p2"), Leaf("new")), null },
        { new ComponentInserted(new(null, null, "p2", "p1"), Leaf("new")), "the place of component 'new' is gone" },
        { new ComponentInserted(new(null, null, "p1", "p2"), Leaf("p1")), "there is a component 'p1' already" },
        { new ComponentRemoved(new(null, null, null, "p2"), Leaf("p1")), null },
        { new ComponentRemoved(new(null, null, null, "p2"), Leaf("p9")), "component 'p9' is gone" },
        { new ComponentRemoved(new(null, null, "p2", null), Leaf("p1")), "component 'p1' stands somewhere else" },
        { new ComponentRemoved(new(null, null, null, "p2"), Leaf("p1") with { Content = ObjectValue.Empty }), "component 'p1' or something below it changed" },
        { new ComponentMoved("p1", new(null, null, null, "p2"), new(null, null, "p2", null)), null },
        { new ComponentMoved("p9", new(null, null, null, "p2"), new(null, null, "p2", null)), "component 'p9' is gone" },
        { new ComponentMoved("p1", new(null, null, "p2", null), new(null, null, null, "p2")), "component 'p1' stands somewhere else" },
        { new ComponentMoved("p1", new(null, null, null, "p2"), new("p2", "items", null, null)), "the place that component 'p1' would move to is gone" },
        { new ComponentMoved("p1", new(null, null, null, "p2"), new("p1", "items", null, null)), "component 'p1' lies below 'p1'" },
        { new Published(9, 3, false), null },
        { new Published(9, null, false), "the publication of document 42 is 3, not none" },
        { new Unpublished(3, true, 1), null },
        { new Unpublished(2, true, 1), "the publication of document 42 is 3, not 2" },
        { new PublicationRestored(3, true, 2, false), null },
        { new PublicationRestored(2, true, null, false), "the publication of document 42 is 3, not 2" },
        { new ScheduleSet(ScheduleKind.Unpublish, May, null), null },
        { new ScheduleSet(ScheduleKind.Unpublish, null, May), "taking off document 42 is now scheduled for 2026-05-01T00:00:00Z" },
        { new ScheduleSet(ScheduleKind.Unpublish, May.AddDays(1), null), "taking off document 42 is scheduled for 2026-05-01T00:00:00Z, not for 2026-05-02T00:00:00Z" },
        { new ScheduleSet(ScheduleKind.Publish, May, null), "publishing document 42 is no longer scheduled for 2026-05-01T00:00:00Z" },
        { new Created(Document), "there is document 42 already" },
        { new Deleted(Document), null },
        { new Deleted(Document with { Title = "x" }), "document 42 changed" },
        { new Restored(Document), "document 42 is not deleted" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_says_what_moved_on(Change change, string? moved) => Assert.Equal(moved, change.Outdated(Document));

    [Fact]
    public void Nothing_but_a_restore_holds_on_a_deleted_document()
    {
        var tombstone = new Deleted(Document).Apply(Document);
        Change[] changes = [new TitleSet("b", "c"), new DirectiveSet("p1", "text", new TextValue("hi"), null), new Published(9, 3, false), new Deleted(Document)];
        Assert.All(changes, change => Assert.Equal("document 42 is deleted", change.Outdated(tombstone)));
        Assert.Null(new Restored(Document).Outdated(tombstone));
    }
}
