using DocScript.Testing.Storage.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DocScript.Testing.Storage;

#pragma warning disable CS1591 // The names of the tests say what they are for.

public abstract partial class StoreConformance
{
    [Fact]
    public void Whatever_is_indexed_a_query_finds_the_same_in_the_same_order()
    {
        var walks = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Walks),
            Prop.ForAll(QueryStep.Walks, steps => Task.Run(() => Query(steps, FormattableString.Invariant($"queries {++walks}"))).GetAwaiter().GetResult()));
    }

    [Fact]
    public void The_first_few_of_a_query_are_those_of_all_and_a_commit_after_they_changed_is_a_conflict()
    {
        var (cases, committed) = (0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(4 * Walks),
            Prop.ForAll(LimitedQuery.Any, query => Task.Run(async () =>
            {
                var clock = new TestClock();
                await using var store = await OpenAsync(FormattableString.Invariant($"limited {++cases}"), clock);
                if (await query.Judge(store, clock)) committed++;
            }).GetAwaiter().GetResult()));
        Assert.True(committed > cases / 10, FormattableString.Invariant($"only {committed} of {cases} committed: what is beyond the limit is taken for read"));
    }

    private async Task Query(QueryStep[] steps, string name)
    {
        var clock = new TestClock();
        await using var store = await OpenAsync(name, clock);
        using var walk = new QueryWalk(store, clock);
        foreach (var step in steps) await walk.Take(step);
        await walk.Verify();
    }
}
