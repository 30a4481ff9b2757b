using DocScript.Engine;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Testing.Events;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Hooks_after_events_go_on_where_they_were_in_a_store_that_is_opened_again()
    {
        var (store, called) = (await Open(), new List<string>());
        await Hooks(store, called).DoneAsync("create article\ncreate article");
        await new HookWorld(store, Clock, new RandomIds()).DoneAsync("create article\ncreate article");
        Assert.Equal(["1", "2"], called);
        store = await Reopen(store);
        Assert.Empty(await Hooks(store, called).Engine.DrainAsync());
        Assert.Equal(["1", "2", "3", "4"], called);
        Assert.Empty(await store.Maintenance.VerifyAsync());
        Assert.Equal(4, Found(store, Filter.All).Length);
    }

    [Fact]
    public async Task Hooks_after_events_go_on_where_they_were_in_a_copy_that_numbers_positions_otherwise()
    {
        // Of three documents the hook was run for two, and failed for the third.
        var (source, called) = (await Open("source"), new List<string>());
        var failing = new HookWorld(source, Clock, new RandomIds(), Hook.After(DocumentEvents.Create, "log", context =>
        {
            if (context.Document == 5) throw new InvalidOperationException("not now");
            called.Add(FormattableString.Invariant($"{context.Document}"));
        }));
        await failing.DoneAsync("create article\ncreate article");
        await failing.DoneAsync("create article\ncreate article\ncreate article");
        await using var between = new MemoryStore(Clock);
        Assert.True((await StoreCopy.RunAsync(source, between, Clock.GetUtcNow())).IsSame);
        var target = await Open("target");
        Assert.True((await StoreCopy.RunAsync(between, target, Clock.GetUtcNow())).IsSame);
        foreach (var store in new[] { between, target })
        {
            called.Clear();
            Assert.Empty(await Hooks(store, called).Engine.DrainAsync());
            Assert.Equal(["5"], called);
            Assert.Empty(await store.Maintenance.VerifyAsync());
        }
    }

    private HookWorld Hooks(IStore store, List<string> called) => new(store, Clock, new RandomIds(), Hook.After(DocumentEvents.Create, "log", context => called.Add(FormattableString.Invariant($"{context.Document}"))));
}
