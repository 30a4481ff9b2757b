using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_clock_that_goes_back_changes_no_order_repeats_no_number_and_loses_nothing()
    {
        var store = await Open();
        var first = Build(store, edit => edit.Create(1, title: "first").Under("key", "hash", "[1]"));
        Assert.IsType<Committed>(await store.CommitAsync(first));
        var reserved = await store.ReserveIdsAsync(IdKind.Document, 5);
        Clock.Advance(TimeSpan.FromDays(-400));
        var early = Build(store, edit => edit.SetTitle(1, "second").Create(20)) with { Id = new Guid("00000000-0000-7000-8000-000000000001") };
        Assert.IsType<Committed>(await store.CommitAsync(early));

        for (var opened = 0; opened < 2; opened++, store = await Reopen(store))
        {
            using var reader = store.Read();
            Assert.Equal([first.Id, early.Id], reader.Journal(0).Select(entry => entry.Transaction));
            Assert.Equal((2, 2), (reader.Load(1)!.Header.Sequence, reader.Load(1)!.Header.Version));
            Assert.Equal((first.Instant, early.Instant), (reader.Load(1)!.Header.Created, reader.Load(1)!.Header.Updated));
            Assert.Equal(first.Id, reader.Result("ann", "key")!.Transaction);
            Assert.IsType<AlreadyCommitted>(await store.CommitAsync(first));
            Assert.True(await store.ReserveIdsAsync(IdKind.Document, 1) > Math.Max(reserved + 4, 20));
            Assert.Empty(await store.Maintenance.VerifyAsync());
        }
    }

    [Fact]
    public async Task A_schedule_waits_for_a_clock_that_goes_back_and_is_carried_out_once()
    {
        var store = await Open();
        var at = Clock.GetUtcNow();
        await Commit(store, edit => edit.Create(1).Change(1, _ => new ScheduleSet(ScheduleKind.Publish, null, at)));
        Clock.Advance(TimeSpan.FromHours(-1));
        Assert.Equal(0, await Tick());
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await Tick());
        Clock.Advance(TimeSpan.FromHours(-1.5));
        Assert.Equal(0, await Tick());
        Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await Tick());
        Assert.Equal(2, Ask(store, reader => reader.History(1).Count()));
        Assert.Empty(await store.Maintenance.VerifyAsync());

        async Task<int> Tick()
        {
            var done = 0;
            await foreach (var each in new ScriptEngine(store, CommandTable.BuiltIn, Clock, new RandomIds()).TickAsync())
                if (each is { Failure: null, Result: Done })
                    done++;
            return done;
        }
    }
}
