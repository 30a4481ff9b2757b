using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests;

public sealed class DocumentCommitTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Document New = new(new Header { Id = 42, Key = "42", ContentType = "article" }, "a", ObjectValue.Empty, ComponentTree.Empty);
    private static readonly Document Old = New with
    {
        Header = New.Header with { Version = 7, Sequence = 9, Publication = 3, Unchanged = true, Created = Now.AddDays(-2), Updated = Now.AddDays(-1), Committed = Now.AddDays(-1) },
    };

    private static readonly Change Edit = new TitleSet("a", "b");
    private static readonly Change Publish = new Published(4, 3, false);
    private static readonly Change SystemEdit = new MetadataSet(MetadataPath.Of("team"), null, new TextValue("x")) { IsSystem = true };

    [Fact]
    public void A_new_document_starts_at_version_and_sequence_1_however_many_changes_made_it()
    {
        var header = Document.Commit(null, [new Created(New), Edit, new TitleSet("b", "c")], Now).Header;
        Assert.Equal((1, 1L, Now, Now, Now), (header.Version, header.Sequence, header.Created, header.Updated, header.Committed));
        Assert.False(header.Unchanged);
    }

    [Fact]
    public void Content_gives_one_next_version_however_many_changes()
    {
        var header = Document.Commit(Old, [Edit, new TitleSet("b", "c")], Now).Header;
        Assert.Equal((8, 10L), (header.Version, header.Sequence));
        Assert.Equal((Old.Header.Created, Now, Now), (header.Created, header.Updated, header.Committed));
        Assert.False(header.Unchanged);
        Assert.Equal(3, header.Publication);
    }

    [Fact]
    public void Publishing_alone_gives_no_version_and_no_update()
    {
        var header = Document.Commit(Old with { Header = Old.Header with { Unchanged = false } }, [Publish], Now).Header;
        Assert.Equal((7, 10L, 4L), (header.Version, header.Sequence, header.Publication));
        Assert.Equal((Old.Header.Updated, Now), (header.Updated, header.Committed));
        Assert.True(header.Unchanged);
    }

    [Fact]
    public void The_order_of_publish_and_edit_within_a_transaction_counts()
    {
        Assert.True(Document.Commit(Old, [Edit, Publish], Now).Header.Unchanged);
        Assert.False(Document.Commit(Old, [Publish, Edit], Now).Header.Unchanged);
    }

    [Fact]
    public void System_metadata_is_no_content()
    {
        var after = Document.Commit(Old, [SystemEdit], Now);
        Assert.Equal((7, 10L, true), (after.Header.Version, after.Header.Sequence, after.Header.Unchanged));
        Assert.Equal(Old.Header.Updated, after.Header.Updated);
        Assert.Equal<Value>(new TextValue("x"), after.Metadata.Find("team")!);
        Assert.True(SystemEdit.Invert().Apply(after).Header.Unchanged);
    }

    [Fact]
    public void A_tombstone_keeps_its_content_and_comes_back_with_it()
    {
        var draft = Old with { Header = Old.Header with { Publication = null, Unchanged = false } };
        var deleted = new Deleted(draft);
        var tombstone = Document.Commit(draft, [deleted], Now);
        Assert.True(tombstone.Header.Deleted);
        Assert.Equal((7, 10L), (tombstone.Header.Version, tombstone.Header.Sequence));

        var back = Document.Commit(tombstone, [deleted.Invert()], Now);
        Assert.True(back.SameContent(draft));
        Assert.Equal((7, 11L, false), (back.Header.Version, back.Header.Sequence, back.Header.Deleted));
    }

    [Fact]
    public void Only_a_change_that_makes_it_begins_a_document()
    {
        Assert.Throws<InvalidOperationException>(() => Document.Commit(null, [Edit], Now));
        Assert.Throws<InvalidOperationException>(() => Document.Commit(null, [], Now));
        Assert.Throws<InvalidOperationException>(() => Document.Commit(Old, [new Created(New)], Now));
    }
}
