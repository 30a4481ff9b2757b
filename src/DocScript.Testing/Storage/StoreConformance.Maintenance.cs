using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_purged_document_is_an_empty_tombstone_and_in_no_answer_is_what_it_held()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, "one", title: "secret", metadata: ("note", Text("secret"))).Create(2, title: "Two").Saying("# secret").Under("key", "hash", "[\"secret\"]"));
        await Commit(store, edit => edit.Insert(1, "doc-1", "secret").Publish(1, 1));
        await Commit(store, edit => edit.SetTitle(1, "another secret").Unpublish(1));
        await Commit(store, edit => edit.Delete(1));
        var committed = Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));

        using var reader = store.Read();
        Assert.Equal(committed.Position, reader.Position);
        var tombstone = reader.Load(1)!;
        Assert.Equal((true, true, "one", "", 5), (tombstone.Header.Deleted, tombstone.Header.Purged, tombstone.Header.Key, tombstone.Title, tombstone.Header.Sequence));
        Assert.Equal(1, reader.FindKey("one"));
        Assert.Null(reader.Publication(1));
        Assert.Equal("Two", Assert.Single(reader.Find(Filter.All)).Title);
        Assert.Equal("{}", reader.Result("ann", "key")!.Result);
        Assert.IsType<Purged>(Assert.Single(reader.History(1).Last().Changes));
        Assert.DoesNotContain("secret", JournalForm.Of(reader.Journal(0)) + Plain([tombstone]), StringComparison.Ordinal);
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task A_purge_takes_the_working_copies_with_it_and_the_reasons_of_embargoes()
    {
        var store = await Open();
        var copy = Checkout.Of(1, 1, "ann", Clock.GetUtcNow()).WorkingCopy;
        var other = Checkout.Of(2, 1, "ann", Clock.GetUtcNow()).WorkingCopy;
        await Commit(store, edit => edit.Create(1).Create(2).Change(1, _ => new EmbargoSet(null, new Embargo(null, "secret"))));
        await Commit(store, edit => edit.Create(copy, "$copy", title: "secret").Create(other, "$other", title: "kept").Saying("# secret"));
        await Commit(store, edit => edit.Delete(copy).Delete(1).Change(2, _ => new NamedVersionSet(new NamedVersion(1, 1, "ann", "kept", ObjectValue.Empty))));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        using var reader = store.Read();
        Assert.True(reader.Load(copy)!.Header.Purged);
        Assert.Equal("kept", reader.Load(other)!.Title);
        Assert.DoesNotContain("secret", JournalForm.Of(reader.Journal(0)) + Plain([reader.Load(1)!, reader.Load(copy)!]), StringComparison.Ordinal);
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task Only_a_deleted_document_of_users_is_purged_and_only_once()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(SystemDocuments.Design, "$design", "$design").Create(1).Create(2));
        await Commit(store, edit => edit.Delete(2));
        var before = Ask(store, reader => JournalForm.Of(reader.Journal(0)));
        Assert.Equal("document 1 is not deleted", Assert.IsType<Conflict>(await store.Maintenance.PurgeAsync(PurgeOf(1))).Moved);
        Assert.Equal("there is no document 3", Assert.IsType<Conflict>(await store.Maintenance.PurgeAsync(PurgeOf(3))).Moved);
        Assert.Equal("document -1 is a system document", Assert.IsType<Conflict>(await store.Maintenance.PurgeAsync(PurgeOf(SystemDocuments.Design))).Moved);
        Assert.Equal(before, Ask(store, reader => JournalForm.Of(reader.Journal(0))));

        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(2)));
        Assert.Equal("document 2 is purged already", Assert.IsType<Conflict>(await store.Maintenance.PurgeAsync(PurgeOf(2))).Moved);
    }

    [Fact]
    public async Task What_was_built_before_a_purge_does_not_bring_the_content_back()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "secret"));
        await Commit(store, edit => edit.Delete(1));
        var restoring = Build(store, edit => edit.Restore(1));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        Assert.IsType<Conflict>(await store.CommitAsync(restoring));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_purge_does_not_make_a_query_of_before_find_what_it_did_not(bool found)
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, metadata: ("section", Text(found ? "sport" : "world"))));
        var without = Build(store, edit => edit.Create(20).Query(Where("section", ComparisonOperator.Equal, Value.Null)));
        var sport = Build(store, edit => edit.Create(21).Query(Sport));
        await Commit(store, edit => edit.Delete(1));
        Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
        Assert.IsType<Committed>(await store.CommitAsync(without));
        Assert.Equal(found, await store.CommitAsync(sport) is Conflict);
    }

    [Fact]
    public async Task A_reader_of_before_a_purge_or_compaction_keeps_its_state()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1, title: "secret").Create(2));
        await Commit(store, edit => edit.Delete(1));
        using (var reader = store.Read())
        {
            Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(1)));
            Assert.Equal("secret", reader.Load(1)!.Title);
            Assert.False(reader.Load(1)!.Header.Purged);
        }

        using (var reader = store.Read())
        {
            await store.Maintenance.CompactAsync();
            Assert.Equal(2, reader.Find(Filter.All).Single().Id);
        }

        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task Maintenance_goes_on_beside_writers_and_finds_nothing_wrong()
    {
        var store = await Open();
        await Commit(store, edit =>
        {
            for (var id = 1; id <= 10; id++) edit.Create(id);
        });
        await Commit(store, edit =>
        {
            for (var id = 6; id <= 10; id++) edit.Delete(id);
        });
        var writers = Enumerable.Range(1, 4).Select(id => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++) await Commit(store, edit => edit.SetTitle(id, FormattableString.Invariant($"title {i}")));
        })).ToArray();
        for (var id = 6; id <= 10; id++)
        {
            Assert.IsType<Committed>(await store.Maintenance.PurgeAsync(PurgeOf(id)));
            Assert.Empty(await store.Maintenance.VerifyAsync());
            await store.Maintenance.CompactAsync();
        }

        await Task.WhenAll(writers);
        Assert.Empty(await store.Maintenance.VerifyAsync());
        Assert.Equal(207, Ask(store, reader => reader.Journal(0).Count()));
    }

    [Fact]
    public async Task What_others_write_while_a_store_is_verified_is_nothing_wrong()
    {
        var store = await Open();
        var work = new Workload(store, Clock, _ => { });
        await work.PrepareAsync();
        await work.RunAsync(writers: 4, transactions: 20, seed: 1);
        var others = Task.WhenAll(work.RunAsync(writers: 4, transactions: 25, seed: 2), work.PurgeAsync(new Random(3)));
        do Assert.Empty(await store.Maintenance.VerifyAsync());
        while (!others.IsCompleted);
        await others;
    }

    private Purge PurgeOf(long document) => new(document, Transactions.NextId(), "pat", Clock.GetUtcNow());
}
