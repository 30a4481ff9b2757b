using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>The log is written in large pieces; whoever looks at the files by SQLite's own means must not notice.</summary>
public sealed class LogFileTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_acknowledged_is_in_the_files()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        for (var id = 1; id <= 20; id++)
        {
            Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(id, title: new string('x', id * 3000))));
            Assert.Equal(id, _folder.Number("SELECT count(*) FROM transactions"));
            System.IO.File.Copy(_folder.Path, _folder.In("copy.db"), overwrite: true);
            System.IO.File.Copy(_folder.Path + "-wal", _folder.In("copy.db-wal"), overwrite: true);
            System.IO.File.Delete(_folder.In("copy.db-shm"));
            await using var copy = SqliteStore.Open(_folder.In("copy.db"));
            using var reader = copy.Read();
            Assert.Equal(id * 3000, reader.Load(id)!.Title.Length);
        }
    }

    [Fact]
    public async Task A_transaction_larger_than_all_memory_for_pages_is_whole()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        Assert.IsType<Committed>(await _folder.Commit(store, edit =>
        {
            for (var id = 1; id <= 400; id++) edit.Create(id, title: new string((char)('a' + (id % 26)), 20_000));
        }));
        Assert.Equal(400, _folder.Number("SELECT count(*) FROM documents"));
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task What_was_taken_back_after_it_went_to_the_log_is_written_over()
    {
        await using (var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { MaxPages = 1500 }))
        {
            for (var id = 1; id <= 5; id++)
            {
                await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Create(1000 + id, title: new string('y', 8_000_000))));
                Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(id, title: new string('x', id * 10_000))));
                Assert.Equal(id, _folder.Number("SELECT count(*) FROM documents"));
            }

            Assert.Empty(await store.Maintenance.VerifyAsync());
        }

        await using var again = SqliteStore.Open(_folder.Path);
        using var reader = again.Read();
        Assert.Equal([1, 2, 3, 4, 5], reader.Find(Filter.All).Select(document => document.Id));
    }
}
