using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Testing.Events;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Events;

/// <summary>Whatever several engines do to documents, with hooks or without, going well or not: each hook is run for what <see cref="HookModel"/> says, in that order.</summary>
public sealed class HookModelTests
{
    [Property(Arbitrary = [typeof(HookArbitrary)], MaxTest = 150)]
    public void Every_series_of_steps_runs_the_hooks_as_the_model_says(HookStep[] steps) => RunAsync(steps).GetAwaiter().GetResult();

    private static async Task RunAsync(HookStep[] steps)
    {
        var models = EventNames.All.Select(name => new HookModel(EventNames.Find(name)!.Value)).ToList();
        var called = models.ToDictionary(model => model.Event, _ => new List<(Guid, long)>());
        var isBroken = false;
        EventHook[] hooks = [.. models.Select(model => Hook.After(model.Event, "each", Call))];
        var none = HookWorld.With();
        HookWorld[] worlds = [none, none.Other(hooks), none.Other([.. hooks.Where(hook => hook.Event is DocumentEvents.Change or DocumentEvents.Publish)])];
        var committed = new List<Guid>();
        foreach (var step in steps)
        {
            isBroken = step.IsBroken;
            var (world, mine) = (worlds[step.Engine], step.Engine switch { 0 => [], 1 => models, _ => models.Where(model => model.Event is DocumentEvents.Change or DocumentEvents.Publish).ToList() });
            foreach (var done in await TakeAsync(step, world, none, committed))
            {
                mine.ForEach(model => model.Know());
                models.ForEach(model => model.Commit(done.Transaction, done.Documents));
                mine.ForEach(model => model.Drain(isBroken));
                committed.Add(done.Transaction);
            }

            if (step.Act is HookAct.Drain) mine.ForEach(model => model.Drain(isBroken));
            if (step.Act is HookAct.Retry) mine.ForEach(model => model.Retry(isBroken));
            foreach (var model in models) Assert.Equal(model.Delivered, called[model.Event]);
            Assert.Equal(
                models.SelectMany(model => model.SetAside.Select(each => (model.Event, each.Transaction, each.Document))),
                none.Engine.FailedHooks().Select(failed => (failed.Event, failed.Transaction, failed.Document)).OrderBy(failed => failed.Event));
        }

        Assert.Empty(await none.Store.Maintenance.VerifyAsync());

        void Call(EventContext context)
        {
            if (isBroken) throw new InvalidOperationException("broken");
            called[context.Event].Add((context.Transaction, context.Document));
        }
    }

    // What was committed, in order.
    private static async Task<List<Done>> TakeAsync(HookStep step, HookWorld world, HookWorld none, List<Guid> committed)
    {
        switch (step.Act)
        {
            case HookAct.Drain: await world.Engine.DrainAsync(); return [];
            case HookAct.Retry: await world.Engine.RetryHooksAsync(); return [];
            case HookAct.Undo when committed.Count == 0: return [];
            case HookAct.Undo: return Committed(await world.Engine.UndoAsync(committed[step.Number % committed.Count], "ana"));
            case HookAct.Tick:
                none.Clock.Advance(TimeSpan.FromDays(365 * 100));
                return [.. (await world.Engine.TickAsync().ToListAsync()).SelectMany(ticked => Committed(ticked.Result))];
            default: return Committed(await world.RunAsync(step.Script!));
        }
    }

    private static List<Done> Committed(RunResult result) => result is Done { Position: not null } done ? [done] : [];
}

/// <summary>The arbitrary of the steps.</summary>
public static class HookArbitrary
{
    public static FsCheck.Arbitrary<HookStep[]> Series() => HookStep.Series();
}
