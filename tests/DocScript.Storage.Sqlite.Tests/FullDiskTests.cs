using DocScript.Engine.Storage;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A full disk refuses what does not fit, and nothing else; SQLite's page limit stands for the disk.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_does_not_fit_fails_and_the_store_goes_on()
    {
        await using var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { MaxPages = 60 });
        var error = await Assert.ThrowsAsync<StoreException>(() => _folder.Commit(store, edit => edit.Create(1, title: new string('x', 1_000_000))));
        Assert.Equal(StoreProblem.Full, error.Problem);
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);

        Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1)));
        using var reader = store.Read();
        Assert.Equal("", reader.Load(1)!.Title);
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_when_the_disk_fills_up()
    {
        var acknowledged = 0;
        await using (var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { MaxPages = 60 }))
        {
            await Assert.ThrowsAsync<StoreException>(async () =>
            {
                while (true)
                {
                    await _folder.Commit(store, edit => edit.Create(acknowledged + 1, title: new string('x', 1000)));
                    acknowledged++;
                }
            });
            using var reader = store.Read();
            Assert.Equal(acknowledged, reader.Find(Filter.All).Count());
        }

        Assert.True(acknowledged > 10, "some fit");
        await using var freed = SqliteStore.Open(_folder.Path);
        Assert.IsType<Committed>(await _folder.Commit(freed, edit => edit.Create(acknowledged + 1)));
        using var later = freed.Read();
        Assert.Equal(acknowledged + 1, later.Find(Filter.All).Count());
        Assert.Equal(acknowledged + 1, later.Journal(0).Count());
    }

    [Fact]
    public async Task In_a_group_only_those_fail_that_do_not_fit()
    {
        await using var store = SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { MaxPages = 100 });
        var answers = await Task.WhenAll(Enumerable.Range(1, 24).Select(id => Task.Run(async () =>
        {
            try
            {
                return await _folder.Commit(store, edit => edit.Create(id, title: new string('x', id % 3 == 0 ? 1_000_000 : 10))) is Committed;
            }
            catch (StoreException error) when (error.Problem == StoreProblem.Full)
            {
                return false;
            }
        })));
        Assert.Equal(Enumerable.Range(1, 24).Select(id => id % 3 != 0), answers);
    }
}
