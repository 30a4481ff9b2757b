using DocScript.Engine;
using DocScript.Engine.Events;
using DocScript.Testing.Events;
using DocScript.Testing.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>Hooks after events in a store that is backed up, or opened twice.</summary>
public sealed class HookTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly List<long> _called = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_goes_on_where_the_store_was_then()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await World(store).DoneAsync("create article");
        await new HookWorld(store, _clock, new RandomIds()).DoneAsync("create article");
        await store.Maintenance.BackupAsync(_folder.In("backup.db"));
        await World(store).DoneAsync("create article");
        Assert.Equal([1, 2, 3], _called);
        await using var backup = SqliteStore.Open(_folder.In("backup.db"));
        Assert.Empty(await World(backup).Engine.DrainAsync());
        Assert.Equal([1, 2, 3, 2], _called);
    }

    [Fact]
    public async Task Stores_on_one_file_that_drain_at_once_run_each_hook_once()
    {
        await using var one = SqliteStore.Open(_folder.Path);
        await using var two = SqliteStore.Open(_folder.Path);
        await World(one).DoneAsync("create article");
        for (var each = 0; each < 30; each++) await new HookWorld(one, _clock, new RandomIds()).DoneAsync("create article");
        await Task.WhenAll(new[] { one, two, one, two }.Select(store => Task.Run(() => World(store).Engine.DrainAsync())));
        // Whoever found the lease taken left the rest to its holder.
        await World(two).Engine.DrainAsync();
        Assert.Equal(Enumerable.Range(1, 31).Select(id => (long)id), _called);
    }

    private HookWorld World(SqliteStore store) => new(store, _clock, new RandomIds(), Hook.After(DocumentEvents.Create, "log", context =>
    {
        lock (_called) _called.Add(context.Document);
    }));
}
