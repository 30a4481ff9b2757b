using DocScript.Documents.Values;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Testing.Cases;
using DocScript.Testing.Events;

namespace DocScript.Engine.Tests.Events;

/// <summary>Hooks after events: what they are run for, in what order, and what becomes of their failures.</summary>
public sealed class AfterHookTests
{
    private const string Article = "create article title \"A\" { insert paragraph as p1 with {text: \"one\"} }";

    private readonly List<string> _seen = [];

    [Fact]
    public async Task A_hook_runs_once_what_raised_its_event_is_durable_and_is_told_the_transaction()
    {
        HookWorld? world = null;
        Guid told = default;
        world = HookWorld.With(Hook.After(DocumentEvents.Create, "tell", context =>
        {
            told = context.Transaction;
            Assert.NotNull(world!.Load(context.Document));
            _seen.Add($"{context.Event} {context.Document} by {context.Actor} as {context.Documents.Actor}");
        }));
        var done = await world.DoneAsync(Article);
        Assert.Equal(["Create 1 by ana as hooks"], _seen);
        Assert.Equal(done.Transaction, told);
        Assert.Empty(done.Warnings);
        Assert.Empty(await world.Engine.DrainAsync());
        Assert.Single(_seen);
    }

    [Fact]
    public async Task Each_event_is_told_for_each_document_in_the_order_of_the_journal()
    {
        var world = HookWorld.With([.. EventNames.All.Select(name => Log(EventNames.Find(name)!.Value))]);
        await world.DoneAsync("create article key \"k1\"\ncreate article key \"k2\"\ncreate article key \"k3\"\ndelete");
        Assert.Equal(["Change 1", "Change 2", "Create 1", "Create 2"], Taken());
        await world.DoneAsync("publish\nset title = \"C\"", document: 1);
        Assert.Equal(["Change 1", "Publish 1"], Taken());
        await world.DoneAsync("checkout\nset title = \"D\"", document: 1);
        Assert.Equal(["CheckOut 1"], Taken());
        await world.DoneAsync("set title = \"E\"", document: 1);
        Assert.Empty(Taken());
        await world.DoneAsync("checkin", document: 1);
        Assert.Equal(["Change 1", "CheckIn 1"], Taken());
        await world.DoneAsync("checkout", document: 1);
        await world.DoneAsync("undo checkout", document: 1);
        Assert.Equal(["CheckOut 1"], Taken());
        var last = await world.DoneAsync("set title = \"gone\"\nunpublish\ndelete", document: 1);
        Assert.Equal(["Delete 1", "Unpublish 1"], Taken());
        HookWorld.Is<Done>(await world.Engine.UndoAsync(last.Transaction, "ana"));
        Assert.Equal(["Change 1", "Create 1", "Publish 1"], Taken());
    }

    [Fact]
    public async Task A_new_hook_begins_with_the_transaction_that_first_ran_with_it()
    {
        var world = HookWorld.With();
        await world.DoneAsync(Article);
        await world.Other(Log(DocumentEvents.Create)).DoneAsync(Article);
        Assert.Equal(["Create 2"], Taken());
    }

    [Fact]
    public async Task What_was_committed_without_a_hook_that_has_a_cursor_is_seen_to_by_the_next_that_has_it()
    {
        var world = HookWorld.With();
        await world.Other(Log(DocumentEvents.Create)).DoneAsync(Article);
        await world.DoneAsync(Article);
        await world.DoneAsync(Article);
        Assert.Equal(["Create 1"], Taken());
        Assert.Empty(await world.Other(Log(DocumentEvents.Create)).Engine.DrainAsync());
        Assert.Equal(["Create 2", "Create 3"], Taken());
    }

    [Fact]
    public async Task A_script_that_commits_nothing_makes_no_cursor_and_neither_does_a_plan()
    {
        var world = HookWorld.With(Log(DocumentEvents.Create));
        await world.DoneAsync("print 1");
        HookWorld.Is<Done>(await world.Engine.PlanAsync(HookWorld.Request(Article)));
        Assert.Null(world.Load(SystemDocuments.FirstHookCursor));
        await world.DoneAsync(Article);
        Assert.NotNull(world.Load(SystemDocuments.FirstHookCursor));
    }

    [Fact]
    public async Task What_a_hook_edits_is_a_transaction_of_its_own_that_can_be_undone_and_does_not_move_the_cursor_back()
    {
        var world = HookWorld.With(Hook.After(DocumentEvents.Publish, "stamp", context =>
        {
            _seen.Add($"{context.Document}");
            context.Documents.Edit(context.Document).SetMetadata(MetadataPath.Of("description"), new TextValue("public"), null);
        }));
        await world.DoneAsync(Article);
        var done = await world.DoneAsync("publish", document: 1);
        Assert.Single(done.Documents);
        var entry = Last(world.Store);
        Assert.Equal(("hooks", "# after publish of document 1: stamp"), (entry.Actor, entry.Script));
        Assert.Equal($$"""{"hook":"stamp","event":"publish","document":1,"of":"{{done.Transaction}}","depth":1}""", entry.Parameters);
        Assert.Equal("public", (world.Load(1)!.Metadata.Find("description") as TextValue)?.Text);
        var undone = HookWorld.Is<Done>(await world.Engine.UndoAsync(entry.Transaction, "ana"));
        Assert.Equal([1L], undone.Documents.Select(document => document.Changes.Id));
        Assert.Null(world.Load(1)!.Metadata.Find("description"));
        Assert.Empty(await world.Engine.DrainAsync());
        Assert.Equal(["1"], _seen);
        Assert.Empty(await world.Store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task A_transaction_that_only_moved_a_cursor_is_not_undone()
    {
        var world = HookWorld.With(Log(DocumentEvents.Create));
        await world.DoneAsync(Article);
        var refused = Assert.Single(Assert.IsType<InConflict>(await world.Engine.UndoAsync(Last(world.Store).Transaction, "ana")).Diagnostics);
        Assert.Equal("DS4040", refused.Code.Id);
        Assert.Contains("only says how far a hook is", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_a_warning_beside_what_stands_and_later_events_wait()
    {
        var isBroken = true;
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "mail", context =>
        {
            context.Documents.Edit(context.Document).SetTitle("must not be seen", null);
            if (isBroken) throw new InvalidOperationException("no\nnetwork");
            _seen.Add($"{context.Document}");
        }), Log(DocumentEvents.Create));
        var warning = Assert.Single((await world.DoneAsync(Article)).Warnings);
        Assert.Equal(("DS6204", "the hook 'mail' after create of document 1 failed, tried 1 of 5: no network", "the transaction stands"), (warning.Code.Id, warning.Message, warning.Note));
        Assert.Equal("A", world.Load(1)!.Title);
        Assert.Contains("tried 2 of 5", Assert.Single((await world.DoneAsync(Article)).Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(["Create 1", "Create 2"], Taken());
        isBroken = false;
        Assert.Empty(await world.Engine.DrainAsync());
        Assert.Equal(["1", "2"], Taken());
    }

    [Fact]
    public async Task After_five_failures_an_event_is_set_aside_and_listed_until_a_retry_goes_well()
    {
        var broken = new HashSet<long> { 1 };
        var hook = Hook.After(DocumentEvents.Create, "mail", context =>
        {
            if (broken.Contains(context.Document)) throw new InvalidOperationException($"no address in {context.Document}");
            context.Documents.Edit(context.Document).SetTitle("sent", null);
        });
        var world = HookWorld.With(hook);
        var first = await world.DoneAsync(Article);
        await world.DoneAsync(Article);
        for (var tries = 3; tries < 5; tries++) Assert.Contains($"tried {tries} of 5", Assert.Single(await world.Engine.DrainAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(world.Engine.FailedHooks());
        Assert.Equal("A", world.Load(2)!.Title);
        var warning = Assert.Single(await world.Other(hook).Engine.DrainAsync());
        Assert.Equal("DS6205", warning.Code.Id);
        Assert.Equal("sent", world.Load(2)!.Title);
        Assert.Empty(await world.Engine.DrainAsync());

        var failed = Assert.Single(world.Engine.FailedHooks());
        Assert.Equal(new FailedHook("mail", DocumentEvents.Create, 1, first.Transaction, "no address in 1", world.Clock.GetUtcNow()), failed);
        world.Clock.Advance(TimeSpan.FromHours(1));
        var again = await world.Engine.RetryHooksAsync();
        Assert.Equal("no address in 1", Assert.Single(again.Retried).Failure);
        Assert.Equal(failed with { At = world.Clock.GetUtcNow() }, Assert.Single(world.Engine.FailedHooks()));
        var without = Assert.Single((await world.Other().Engine.RetryHooksAsync()).Retried);
        Assert.Equal("there is no such hook any more", without.Failure);

        broken.Clear();
        Assert.Null(Assert.Single((await world.Engine.RetryHooksAsync()).Retried).Failure);
        Assert.Equal("sent", world.Load(1)!.Title);
        Assert.Empty(world.Engine.FailedHooks());
        Assert.Empty((await world.Engine.RetryHooksAsync()).Retried);
        Assert.Empty(await world.Store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task What_hooks_commit_raises_events_three_deep_and_what_is_deeper_is_told()
    {
        var world = HookWorld.With(Hook.After(DocumentEvents.Change, "count", context =>
        {
            _seen.Add(context.Documents.Find(context.Document)!.Title);
            context.Documents.Edit(context.Document).SetTitle(_seen[^1] + "+", null);
        }));
        var done = await world.DoneAsync("create article title \"x\"");
        Assert.Equal(["x", "x+", "x++"], Taken());
        Assert.Equal("x+++", world.Load(1)!.Title);
        var warning = Assert.Single(done.Warnings);
        Assert.Equal(("DS6206", "the hook 'count' after change of document 1 was not run: 3 hooks had raised the event one after another"), (warning.Code.Id, warning.Message));
        Assert.Empty(await world.Other(Hook.After(DocumentEvents.Change, "count", context => _seen.Add("again"))).Engine.DrainAsync());
        Assert.Empty(Taken());
        await world.DoneAsync("set title = \"y\"", document: 1);
        Assert.Equal(["y", "y+", "y++"], Taken());
    }

    [Fact]
    public async Task What_hooks_after_events_do_raises_no_hooks_before_them()
    {
        var world = HookWorld.With(
            Hook.After(DocumentEvents.Create, "publish", context => context.Documents.Edit(context.Document).Publish()),
            Hook.Before(DocumentEvents.Publish, "no", context => context.Refuse("never")),
            Log(DocumentEvents.Publish));
        Assert.Empty((await world.DoneAsync(Article)).Warnings);
        Assert.Equal(["Publish 1"], Taken());
        Assert.IsType<Failed>(await world.RunAsync("set title = \"B\"\npublish", document: 1));
    }

    [Fact]
    public async Task A_hook_that_another_engine_runs_is_left_to_it_until_its_lease_is_over()
    {
        using var isRunning = new SemaphoreSlim(0);
        using var mayEnd = new SemaphoreSlim(0);
        var first = Hook.After(DocumentEvents.Create, "slow", context =>
        {
            _seen.Add($"first {context.Document}");
            context.Documents.Edit(context.Document).SetTitle("first", null);
            isRunning.Release();
            mayEnd.Wait(context.CancellationToken);
        });
        var world = HookWorld.With(first);
        var running = Task.Run(() => world.DoneAsync(Article));
        await isRunning.WaitAsync();
        var other = world.Other(Hook.After(DocumentEvents.Create, "slow", context =>
        {
            _seen.Add($"other {context.Document}");
            context.Documents.Edit(context.Document).SetTitle("other", null);
        }));
        Assert.Empty(await other.Engine.DrainAsync());
        Assert.Equal(["first 1"], Taken());

        world.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Empty(await other.Engine.DrainAsync());
        Assert.Equal(["other 1"], Taken());
        mayEnd.Release();
        var late = await running;
        Assert.Empty(late.Warnings);
        Assert.Empty(Taken());
        Assert.Equal("other", world.Load(1)!.Title);
        Assert.Equal(2, world.Load(1)!.Header.Sequence);
    }

    [Fact]
    public async Task What_comes_while_another_engine_is_at_it_is_not_forgotten()
    {
        using var isRunning = new SemaphoreSlim(0);
        using var mayEnd = new SemaphoreSlim(0);
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "slow", context =>
        {
            _seen.Add($"{context.Document}");
            if (context.Document > 1) return;
            isRunning.Release();
            mayEnd.Wait(context.CancellationToken);
        }));
        var running = Task.Run(() => world.DoneAsync(Article));
        await isRunning.WaitAsync();
        await world.Other(Hook.After(DocumentEvents.Create, "slow", _ => _seen.Add("wrong"))).DoneAsync(Article);
        mayEnd.Release();
        await running;
        Assert.Equal(["1", "2"], Taken());
    }

    [Fact]
    public async Task A_lease_of_a_clock_that_went_back_is_over()
    {
        var world = HookWorld.With();
        // The store fails once the lease is taken, so that it is never given back.
        var dying = new HookWorld(new InterposedStore(world.Store, attempt => attempt > 3 ? throw new StoreException(StoreProblem.Full, "the disk is full", "make room") : Task.CompletedTask), world.Clock, new RandomIds(), Log(DocumentEvents.Create));
        await dying.DoneAsync(Article);
        Assert.Equal(["Create 1"], Taken());
        await world.Other(Log(DocumentEvents.Create)).Engine.DrainAsync();
        Assert.Empty(Taken());
        world.Clock.Advance(TimeSpan.FromDays(-400));
        await world.Other(Log(DocumentEvents.Create)).Engine.DrainAsync();
        Assert.Equal(["Create 1"], Taken());
    }

    [Fact]
    public async Task A_hook_that_throws_as_if_it_were_cancelled_has_failed()
    {
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "odd", _ => throw new OperationCanceledException("not by you")), Hook.Before(DocumentEvents.Delete, "odd", _ => throw new OperationCanceledException("not by you")));
        Assert.Equal("DS6204", Assert.Single((await world.DoneAsync(Article)).Warnings).Code.Id);
        Assert.Equal("DS6202", Assert.Single(Assert.IsType<Failed>(await world.RunAsync("delete", document: 1)).Diagnostics).Code.Id);
    }

    [Fact]
    public async Task A_hook_that_fails_in_the_midst_of_a_transaction_goes_on_there()
    {
        var isBroken = true;
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "log", context =>
        {
            if (isBroken && context.Document == 2) throw new InvalidOperationException("not now");
            _seen.Add($"{context.Document}");
        }));
        await world.DoneAsync("create article\ncreate article\ncreate article");
        Assert.Equal(["1"], Taken());
        isBroken = false;
        await world.Other(Hook.After(DocumentEvents.Create, "log", context => _seen.Add($"{context.Document}"))).DoneAsync("create article");
        Assert.Equal(["2", "3", "4"], Taken());
    }

    [Fact]
    public async Task What_another_engine_did_between_look_and_lease_is_not_done_again()
    {
        var world = HookWorld.With();
        Hook Count() => Hook.After(DocumentEvents.Create, "count", context =>
        {
            var edit = context.Documents.Edit(context.Document);
            edit.SetTitle(edit.Document.Title + "+", null);
        });
        await world.Other(Count()).DoneAsync(Article);
        await world.DoneAsync(Article + "\n" + Article);
        var first = world.Other(Count());
        var second = new HookWorld(new InterposedStore(world.Store, async attempt => { if (attempt == 1) await first.Engine.DrainAsync(); }), world.Clock, new RandomIds(), Count());
        Assert.Empty(await second.Engine.DrainAsync());
        Assert.Equal(["A+", "A+", "A+"], new long[] { 1, 2, 3 }.Select(id => world.Load(id)!.Title));
    }

    [Fact]
    public async Task What_another_engine_retried_meanwhile_is_not_done_again()
    {
        var isBroken = true;
        var hook = Hook.After(DocumentEvents.Create, "count", context =>
        {
            if (isBroken) throw new InvalidOperationException("broken");
            context.Documents.Edit(context.Document).SetTitle(context.Documents.Find(context.Document)!.Title + "+", null);
        });
        var world = HookWorld.With(hook);
        await world.DoneAsync(Article);
        for (var tries = 2; tries <= 5; tries++) await world.Engine.DrainAsync();
        isBroken = false;
        var first = world.Other(hook);
        var second = new HookWorld(new InterposedStore(world.Store, async attempt => { if (attempt == 1) await first.Engine.RetryHooksAsync(); }), world.Clock, new RandomIds(), hook);
        await second.Engine.RetryHooksAsync();
        Assert.Equal("A+", world.Load(1)!.Title);
        Assert.Empty(world.Engine.FailedHooks());
    }

    [Fact]
    public async Task A_store_that_fails_after_the_commit_is_a_warning()
    {
        var world = HookWorld.With();
        var failing = new HookWorld(new InterposedStore(world.Store, attempt => attempt > 2 ? throw new StoreException(StoreProblem.Full, "the disk is full", "make room") : Task.CompletedTask), world.Clock, new RandomIds(), Log(DocumentEvents.Create));
        var warning = Assert.Single((await failing.DoneAsync(Article)).Warnings);
        Assert.Equal(("DS6207", "hooks after events could not be run now: the disk is full"), (warning.Code.Id, warning.Message));
        Assert.Empty(Taken());
        Assert.Empty(await world.Other(Log(DocumentEvents.Create)).Engine.DrainAsync());
        Assert.Equal(["Create 1"], Taken());
    }

    [Fact]
    public async Task A_cancelled_run_is_committed_and_the_hooks_are_left_to_whoever_comes_next()
    {
        using var cancellation = new CancellationTokenSource();
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "long", context =>
        {
            cancellation.Cancel();
            context.CancellationToken.ThrowIfCancellationRequested();
        }));
        Assert.Empty(HookWorld.Is<Done>(await world.Engine.RunAsync(HookWorld.Request(Article), cancellation.Token)).Warnings);
        await world.Other(Hook.After(DocumentEvents.Create, "long", context => _seen.Add($"{context.Document}"))).Engine.DrainAsync(CancellationToken.None);
        Assert.Equal(["1"], _seen);
    }

    [Fact]
    public async Task A_hook_whose_reads_move_on_meanwhile_is_run_again_and_its_edits_are_there_once()
    {
        var calls = 0;
        HookWorld? world = null;
        world = HookWorld.With(Hook.After(DocumentEvents.Create, "count", context =>
        {
            var title = context.Documents.Find(1)!.Title;
            if (++calls == 1) world!.Other().DoneAsync("set title = title + \"b\"", "bert", 1).GetAwaiter().GetResult();
            context.Documents.Edit(1).SetTitle(title + "c", null);
        }));
        Assert.Empty((await world.DoneAsync("create article title \"a\"")).Warnings);
        Assert.Equal((2, "abc"), (calls, world.Load(1)!.Title));
    }

    [Fact]
    public async Task A_cursor_is_moved_when_much_was_passed_that_does_not_concern_its_hook()
    {
        var world = HookWorld.With(Log(DocumentEvents.Delete));
        await world.DoneAsync(Article);
        var before = world.Load(SystemDocuments.FirstHookCursor)!.Header.Sequence;
        for (var each = 0; each < 250; each++) await world.DoneAsync($"set title = \"{each}\"", document: 1);
        Assert.Equal(before + 2, world.Load(SystemDocuments.FirstHookCursor)!.Header.Sequence);
        await world.Other(Log(DocumentEvents.Delete)).DoneAsync("delete", document: 1);
        Assert.Equal(["Delete 1"], Taken());
    }

    [Fact]
    public async Task Several_commits_at_once_on_one_engine_have_each_event_told_once()
    {
        var world = HookWorld.With(Hook.After(DocumentEvents.Create, "log", context =>
        {
            lock (_seen) _seen.Add($"{context.Document}");
        }));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => world.DoneAsync(Article))));
        Assert.Equal(Enumerable.Range(1, 40).Select(id => $"{id}").Order(StringComparer.Ordinal), _seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_of_a_store_goes_on_where_the_store_was()
    {
        var world = HookWorld.With();
        await world.Other(Log(DocumentEvents.Create)).DoneAsync(Article + "\n" + Article);
        await world.DoneAsync(Article);
        await using var copy = new MemoryStore(world.Clock);
        Assert.True((await StoreCopy.RunAsync(world.Store, copy, world.Clock.GetUtcNow())).IsSame);
        Taken();
        await new HookWorld(copy, world.Clock, new RandomIds(), Log(DocumentEvents.Create)).Engine.DrainAsync();
        Assert.Equal(["Create 3"], Taken());
    }

    [Fact]
    public async Task A_purge_leaves_cursors_whole_and_what_is_purged_is_still_told_as_deleted()
    {
        var world = HookWorld.With();
        await world.Other(Log(DocumentEvents.Delete), Log(DocumentEvents.Create)).DoneAsync(Article);
        Taken();
        await world.DoneAsync("delete", document: 1);
        Assert.IsType<Committed>(await world.Store.Maintenance.PurgeAsync(new Purge(1, Guid.Parse("00000000-0000-7000-8000-0000000000ff"), "ana", world.Clock.GetUtcNow())));
        Assert.Empty(await world.Other(Log(DocumentEvents.Delete), Log(DocumentEvents.Create)).Engine.DrainAsync());
        Assert.Equal(["Delete 1"], Taken());
        Assert.Empty(await world.Store.Maintenance.VerifyAsync());
    }

    private static JournalEntry Last(IStore store)
    {
        using var reader = store.Read();
        return reader.Journal(0).Last();
    }

    private Hook Log(DocumentEvents on) => Hook.After(on, $"log {on}", context => _seen.Add($"{context.Event} {context.Document}"));

    private List<string> Taken()
    {
        List<string> taken = [.. _seen];
        _seen.Clear();
        return taken;
    }
}
