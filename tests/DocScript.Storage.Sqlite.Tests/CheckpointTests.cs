using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_log_starts_again_although_there_is_always_a_reader()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        var text = new string('x', 50_000);
        var ended = new TaskCompletionSource();
        var reading = Task.Run(() => Overlap(store, ended.Task));
        for (var i = 1; i <= 1000; i++) Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(i, title: text)));
        ended.SetResult();
        await reading;
        // Without a new start the log would hold all that was committed, and more.
        Assert.InRange(new FileInfo(_folder.Path + "-wal").Length, 0, text.Length * 1000);
    }

    [Fact]
    public async Task A_reader_that_stays_open_keeps_its_state_through_checkpoints_and_stops_nobody()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        await _folder.Commit(store, edit => edit.Create(1, title: "old"));
        using var reader = store.Read();
        var text = new string('x', 50_000);
        for (var i = 2; i <= 500; i++) Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(i, title: text)));
        await _folder.Commit(store, edit => edit.SetTitle(1, "new"));
        Assert.Equal("old", Assert.Single(reader.Find(Filter.All)).Title);
        Assert.Single(reader.Journal(0));
    }

    /// <summary>Opens the next reader before it closes the one before.</summary>
    private static void Overlap(SqliteStore store, Task ended)
    {
        var reader = store.Read();
        while (!ended.IsCompleted)
        {
            var next = store.Read();
            reader.Dispose();
            reader = next;
        }

        reader.Dispose();
    }
}
