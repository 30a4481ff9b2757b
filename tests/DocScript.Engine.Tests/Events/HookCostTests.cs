using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Testing.Events;
using DocScript.Testing.Storage;

namespace DocScript.Engine.Tests.Events;

/// <summary>What hooks read of a store beside what the script does.</summary>
public sealed class HookCostTests
{
    private readonly TestClock _clock = new();
    private readonly ReadCounter _store;

    public HookCostTests() => _store = new ReadCounter(new MemoryStore(_clock));

    [Fact]
    public async Task Without_hooks_neither_journal_nor_cursors_are_read()
    {
        await RunAsync(World(), 20);
        Assert.Equal((0, 0), (_store.Entries, _store.SystemDocuments));
        await RunAsync(World(Hook.Before(DocumentEvents.Change, "b", _ => { })), 20);
        Assert.Equal((0, 0), (_store.Entries, _store.SystemDocuments));
    }

    [Fact]
    public async Task Hooks_that_nothing_concerns_read_what_was_committed_since_once_for_all_of_them()
    {
        var world = World([.. Enumerable.Range(1, 10).Select(number => Hook.After(DocumentEvents.Delete, $"hook {number}", _ => { }))]);
        await RunAsync(world, 2);
        (_store.Entries, _store.SystemDocuments) = (0, 0);
        await RunAsync(world, MostPassed - 20);
        Assert.Equal((MostPassed - 20, 0), (_store.Entries, _store.SystemDocuments));
    }

    [Fact]
    public async Task Another_process_reads_little_of_a_long_journal_that_did_not_concern_a_hook()
    {
        var world = World(Hook.After(DocumentEvents.Delete, "hook", _ => { }));
        await RunAsync(world, 1000);
        _store.Entries = 0;
        await World(Hook.After(DocumentEvents.Delete, "hook", _ => { })).Engine.DrainAsync();
        Assert.InRange(_store.Entries, 1, MostPassed + 2);
    }

    [Fact]
    public async Task A_hook_before_an_undo_of_many_documents_costs_no_more_for_each_than_before_one_of_few()
    {
        var (few, many) = (await UndoAsync(200), await UndoAsync(2000));
        Assert.InRange(many, 0, 20 * few);
    }

    // The bytes that it takes.
    private async Task<long> UndoAsync(int documents)
    {
        var world = World(Hook.Before(DocumentEvents.Change, "b", _ => { }));
        await world.DoneAsync(string.Concat(Enumerable.Repeat($"create article title \"{documents}\"\n", documents)));
        var edited = await world.DoneAsync($"for each document where title == \"{documents}\" {{ set title = \"edited\" }}");
        Assert.Equal(documents, edited.Documents.Length);
        var from = GC.GetAllocatedBytesForCurrentThread();
        HookWorld.Is<Done>(await world.Engine.PlanUndoAsync(edited.Transaction, "ana"));
        return GC.GetAllocatedBytesForCurrentThread() - from;
    }

    // As often as the cursor of a hook that nothing concerns is moved (the engine's JournalWatch.MostPassed).
    private const int MostPassed = 100;

    private HookWorld World(params EventHook[] hooks) => new(_store, _clock, new RandomIds(), hooks);

    private static async Task RunAsync(HookWorld world, int scripts)
    {
        for (var each = 0; each < scripts; each++) await world.DoneAsync("create article");
    }
}
