using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public void What_any_walk_leaves_is_the_same_in_a_copy_of_a_copy()
    {
        var walks = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Walks / 2).WithEndSize(30),
            Prop.ForAll(StoreStep.Walks, steps => Task.Run(() => CopyWalk(steps, FormattableString.Invariant($"copied walk {++walks}"))).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_copy_answers_the_keys_of_its_source_and_goes_on_where_that_was()
    {
        var source = await Open("source");
        await Commit(source, edit => edit.Create(1, "one", title: "One").Publish(1, 1).Under("key", "hash", "[\"done\"]"));
        await source.ReserveIdsAsync(IdKind.Document, 5);
        var again = Build(source, edit => edit.SetTitle(1, "twice").Under("key", "hash"));
        Clock.Advance(TimeSpan.FromDays(3));
        var target = await Open("target");
        Assert.True((await StoreCopy.RunAsync(source, target, Clock.GetUtcNow())).IsSame);

        var earlier = Assert.IsType<AlreadyCommitted>(await target.CommitAsync(again)).Earlier;
        Assert.Equal(Ask(source, reader => reader.Result("ann", "key")), earlier);
        Assert.Equal(7, await target.ReserveIdsAsync(IdKind.Document, 1));
        await Commit(target, edit => edit.SetTitle(1, "Two"));
        Assert.Equal("One", Ask(target, reader => reader.Publication(1))!.Content.Title);
        Assert.Empty(await target.Maintenance.VerifyAsync());
        // It was kept for seven days, and three of them were over.
        Clock.Advance(TimeSpan.FromDays(4.5));
        Assert.Null(Ask(target, reader => reader.Result("ann", "key")));
    }

    [Fact]
    public async Task A_copy_that_is_broken_off_leaves_the_target_empty()
    {
        var source = await Open("source");
        for (var id = 1; id <= 20; id++) await Commit(source, edit => edit.Create(id));
        var target = await Open("target");
        using var reader = source.Read();
        var content = StoreContent.Of(reader, Clock.GetUtcNow());
        await Assert.ThrowsAsync<IOException>(() => target.Maintenance.FillAsync(content with { Journal = content.Journal.Select((each, i) => i == 10 ? throw new IOException("gone") : each) }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FillCancelled(target, content));
        var damaged = content with { Journal = content.Journal.Skip(1).Append(content.Journal.First()).Append(content.Journal.First()) };
        Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => target.Maintenance.FillAsync(damaged))).Problem);
        Assert.Equal(0, Ask(target, empty => empty.Position + empty.LastId(IdKind.Document)));

        await target.DisposeAsync();
        target = await Open("target");
        Assert.Empty(Ask(target, empty => empty.Journal(0).ToList()));
        Assert.True((await StoreCopy.RunAsync(source, target, Clock.GetUtcNow())).IsSame);
    }

    [Theory]
    [InlineData("commit")]
    [InlineData("key")]
    [InlineData("reservation")]
    public async Task Only_an_empty_store_is_filled(string use)
    {
        var source = await Open("source");
        await Commit(source, edit => edit.Create(1));
        var target = await Open("target");
        switch (use)
        {
            case "commit": await Commit(target, edit => edit.Create(2)); break;
            case "key": await Commit(target, edit => edit.Under("key", "hash")); break;
            default: await target.ReserveIdsAsync(IdKind.Publication, 1); break;
        }

        var before = Ask(target, reader => StoreDigest.Of(reader, Clock.GetUtcNow()));
        Assert.Equal(StoreProblem.NotEmpty, (await Assert.ThrowsAsync<StoreException>(() => StoreCopy.RunAsync(source, target, Clock.GetUtcNow()))).Problem);
        Assert.Equal(before, Ask(target, reader => StoreDigest.Of(reader, Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Whatever_a_store_holds_is_in_its_digest()
    {
        var source = await Open("source");
        await Commit(source, edit => edit.Create(1, "one", title: "One").Create(2).Publish(1, 1).Saying("# said").Under("key", "hash", "[1]"));
        await Commit(source, edit => edit.SetTitle(1, "Two"));
        using var reader = source.Read();
        var content = StoreContent.Of(reader, Clock.GetUtcNow());
        var journal = content.Journal.ToImmutableArray();
        var kept = content.Results.Single();
        var other = Transactions.NextId();
        StoreContent[] different =
        [
            content with { Journal = journal.SetItem(0, journal[0] with { Entry = journal[0].Entry with { Actor = "eve" } }) },
            content with { Journal = journal.SetItem(0, journal[0] with { Entry = journal[0].Entry with { Script = "# not said" } }) },
            content with { Journal = journal.SetItem(0, journal[0] with { Entry = journal[0].Entry with { Parameters = "{\"a\":1}" } }) },
            content with { Journal = journal.SetItem(1, journal[1] with { Entry = journal[1].Entry with { Undoes = journal[0].Entry.Transaction } }) },
            content with { Journal = journal.SetItem(0, journal[0] with { Publications = [] }) },
            content with { Journal = journal.SetItem(1, WithTitle(journal[1], "Three")) },
            content with { Journal = journal.RemoveAt(1) },
            content with { Results = [] },
            content with { Results = [kept with { Actor = "eve" }] },
            content with { Results = [kept with { Kept = kept.Kept with { Result = "[2]" } }] },
            content with { Results = [kept with { Kept = kept.Kept with { Transaction = other } }] },
            content with { Results = [kept with { Kept = kept.Kept with { At = kept.Kept.At.AddTicks(1) } }] },
            content with { LastIds = content.LastIds.SetItem(IdKind.Document, 9) },
            content with { LastIds = content.LastIds.SetItem(IdKind.Publication, 9) },
        ];
        List<string> digests = [Digest(source)];
        foreach (var (each, i) in different.Append(content).Select((each, i) => (each, i)))
        {
            var target = await Open(FormattableString.Invariant($"target {i}"));
            await target.Maintenance.FillAsync(each);
            digests.Add(Digest(target));
        }

        Assert.Equal(digests[0], digests[^1]);
        Assert.Equal(different.Length + 1, digests.Distinct(StringComparer.Ordinal).Count());

        string Digest(IStore store) => Ask(store, of => StoreDigest.Of(of, Clock.GetUtcNow()).Hash);
    }

    private static async Task FillCancelled(IStore target, StoreContent content)
    {
        using var cancel = new CancellationTokenSource();
        await target.Maintenance.FillAsync(content with { Journal = content.Journal.Select(Cancel) }, cancel.Token);

        CopiedTransaction Cancel(CopiedTransaction transaction, int at)
        {
            if (at == 10) cancel.Cancel();
            return transaction;
        }
    }

    private async Task CopyWalk(StoreStep[] steps, string name)
    {
        var clock = new TestClock();
        var stores = new List<IStore>();
        try
        {
            var source = await OpenAsync(name, clock);
            stores.Add(source);
            var walk = new StoreWalk(source, clock, async old =>
            {
                await old.DisposeAsync();
                source = await OpenAsync(name, clock);
                stores[0] = source;
                return source;
            });
            foreach (var step in steps) await walk.Take(step);

            IStore memory = new MemoryStore(clock);
            var target = await OpenAsync(name + " copied", clock);
            stores.Add(target);
            var first = await StoreCopy.RunAsync(source, memory, clock.GetUtcNow());
            var second = await StoreCopy.RunAsync(memory, target, clock.GetUtcNow());
            Assert.True(first.IsSame && second.IsSame && first.Source.Hash == second.Target.Hash);
            Assert.Empty(await target.Maintenance.VerifyAsync());
            foreach (var kept in Ask(source, reader => reader.Results().ToList()))
                Assert.Equal(Ask(source, reader => reader.Result(kept.Actor, kept.Key)), Ask(target, reader => reader.Result(kept.Actor, kept.Key)));
        }
        finally
        {
            foreach (var store in stores) await store.DisposeAsync();
        }
    }

    private static CopiedTransaction WithTitle(CopiedTransaction transaction, string title)
    {
        var row = transaction.Entry.Rows[0];
        var set = (TitleSet)row.Changes[0];
        return transaction with { Entry = transaction.Entry with { Rows = [row with { Changes = [set with { Title = title }] }] } };
    }
}
