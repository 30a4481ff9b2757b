using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public async Task The_same_key_again_answers_the_whole_earlier_result_and_does_nothing()
    {
        var store = await Open();
        var first = Build(store, edit => edit.Create(1, title: "once").Under("key", "hash", """{"printed":["done"]}"""));
        Assert.IsType<Committed>(await store.CommitAsync(first));
        var kept = new KeptResult(first.Id, "hash", """{"printed":["done"]}""", Clock.GetUtcNow());

        store = await Reopen(store);
        Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(kept, Ask(store, reader => reader.Result("ann", "key")));
        Assert.Equal(kept, Assert.IsType<AlreadyCommitted>(await store.CommitAsync(first)).Earlier);
        var rerun = Build(store, edit => edit.SetTitle(1, "twice").Under("key", "hash", "{}"));
        Assert.Equal(kept, Assert.IsType<AlreadyCommitted>(await store.CommitAsync(rerun)).Earlier);
        Assert.Equal("once", Ask(store, reader => reader.Load(1)!.Title));
    }

    [Fact]
    public async Task Another_hash_under_a_used_key_is_refused()
    {
        var store = await Open();
        var first = Build(store, edit => edit.Create(1).Under("key", "hash"));
        await store.CommitAsync(first);
        var other = Build(store, edit => edit.SetTitle(1, "other").Under("key", "other hash"));
        Assert.Equal(first.Id, Assert.IsType<KeyReused>(await store.CommitAsync(other)).Earlier.Transaction);
        Assert.Equal("", Ask(store, reader => reader.Load(1)!.Title));
    }

    [Fact]
    public async Task Keys_of_different_actors_do_not_meet()
    {
        var store = await Open();
        Assert.IsType<Committed>(await store.CommitAsync(Build(store, edit => edit.Create(1).Under("key", "hash"))));
        Assert.IsType<Committed>(await store.CommitAsync(Build(store, edit => edit.Create(2).Under("key", "other hash"), "bob")));
        Assert.Null(Ask(store, reader => reader.Result("eve", "key")));
    }

    [Fact]
    public async Task A_conflict_keeps_no_result_and_leaves_the_key_free()
    {
        var store = await Open();
        await Commit(store, edit => edit.Create(1));
        var late = Build(store, edit => edit.SetTitle(1, "late").Under("key", "hash"));
        await Commit(store, edit => edit.SetTitle(1, "early"));
        Assert.IsType<Conflict>(await store.CommitAsync(late));
        Assert.Null(Ask(store, reader => reader.Result("ann", "key")));
        Assert.IsType<Committed>(await store.CommitAsync(Build(store, edit => edit.SetTitle(1, "late").Under("key", "other hash"))));
    }

    [Fact]
    public async Task A_success_that_changed_nothing_is_kept_too()
    {
        var store = await Open();
        var nothing = Build(store, edit => edit.Under("key", "hash", """{"printed":["nothing to do"]}"""));
        Assert.Equal(0, Assert.IsType<Committed>(await store.CommitAsync(nothing)).Position);
        Assert.Equal(nothing.Result, Assert.IsType<AlreadyCommitted>(await store.CommitAsync(nothing)).Earlier.Result);
        Assert.Equal(0, Ask(store, reader => reader.Position));
    }

    [Fact]
    public async Task Results_are_forgotten_after_seven_days_and_their_keys_are_free_again()
    {
        var store = await Open();
        for (var i = 0; i < 5; i++)
        {
            var key = FormattableString.Invariant($"key {i}");
            await store.CommitAsync(Build(store, edit => edit.Under(key, "hash")));
        }

        Clock.Advance(TimeSpan.FromDays(7));
        Assert.NotNull(Ask(store, reader => reader.Result("ann", "key 0")));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Ask(store, reader => reader.Result("ann", "key 0")));
        var again = Build(store, edit => edit.Under("key 2", "other hash"));
        Assert.IsType<Committed>(await store.CommitAsync(again));
        Assert.Equal(again.Id, Ask(store, reader => reader.Result("ann", "key 2"))!.Transaction);
    }

    [Fact]
    public async Task The_same_key_from_many_at_once_is_done_once()
    {
        var store = await Open();
        var all = Enumerable.Range(1, 16).Select(i => Build(store, edit => edit.Create(i).Under("key", "hash", FormattableString.Invariant($"{i}")))).ToArray();
        var answers = await Task.WhenAll(all.Select(transaction => Task.Run(() => store.CommitAsync(transaction))));
        var winner = Array.FindIndex(answers, answer => answer is Committed);
        Assert.Equal(15, answers.OfType<AlreadyCommitted>().Count(answer => answer.Earlier.Result == all[winner].Result));
        Assert.Equal([winner + 1L], Found(store, Filter.All));
    }

    [Fact]
    public async Task A_transaction_id_is_committed_once()
    {
        var store = await Open();
        var first = Build(store, edit => edit.Create(1));
        await store.CommitAsync(first);
        var other = Build(store, edit => edit.Create(2)) with { Id = first.Id };
        Assert.Contains(first.Id.ToString(), Assert.IsType<Conflict>(await store.CommitAsync(other)).Moved, StringComparison.Ordinal);
        Assert.Equal([1L], Found(store, Filter.All));
    }
}
