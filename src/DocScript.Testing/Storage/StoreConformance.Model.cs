using DocScript.Testing.Storage.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    /// <summary>How many random walks are taken.</summary>
    protected virtual int Walks => 60;

    [Fact]
    public void On_any_walk_the_store_answers_as_the_model_does()
    {
        var walks = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Walks).WithEndSize(30),
            Prop.ForAll(StoreStep.Walks, steps => Task.Run(() => Walk(steps, FormattableString.Invariant($"walk {++walks}"))).GetAwaiter().GetResult()));
    }

    private async Task Walk(StoreStep[] steps, string name)
    {
        var clock = new TestClock();
        var store = await OpenAsync(name, clock);
        try
        {
            var walk = new StoreWalk(store, clock, async old =>
            {
                await old.DisposeAsync();
                return store = await OpenAsync(name, clock);
            });
            foreach (var step in steps) await walk.Take(step);
        }
        finally
        {
            await store.DisposeAsync();
        }
    }
}
