using DocScript.Engine.Storage;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>One process holds the file, and lets go of it however it ends.</summary>
public sealed class HolderTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_process_is_told_who_holds_the_file()
    {
        using var other = await OtherProcess.HoldAsync(_folder.Path);
        var error = _folder.Refused();
        Assert.Equal(StoreProblem.Locked, error.Problem);
        Assert.Contains(FormattableString.Invariant($"process {other.Id} (dotnet) on {Environment.MachineName}"), error.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        other.Kill();
        await other.WaitForExitAsync();
        await using var store = _folder.Open();
        using var reader = store.Read();
        Assert.NotNull(reader.Load(1));
    }

    [Fact]
    public async Task Two_stores_of_one_process_exclude_each_other_too()
    {
        await using (var store = _folder.Open())
        {
            Assert.Equal(StoreProblem.Locked, _folder.Refused().Problem);
            Assert.IsType<Committed>(await _folder.Commit(store, edit => edit.Create(1)));
        }

        await using var again = _folder.Open();
        Assert.Equal("store.litedb store.litedb-lock store.litedb-log", _folder.Names);
    }

    [Fact]
    public async Task A_reader_outlives_its_store_and_holds_the_file_until_it_is_gone()
    {
        await _folder.Make(edit => edit.Create(1));
        var store = _folder.Open();
        var reader = store.Read();
        await store.DisposeAsync();
        Assert.NotNull(reader.Load(1));
        Assert.Equal(StoreProblem.Locked, _folder.Refused().Problem);
        reader.Dispose();
        Assert.Equal("store.litedb", _folder.Names);
    }

    [Fact]
    public async Task A_store_whose_file_was_removed_or_replaced_takes_no_commit_and_leaves_the_other_alone()
    {
        var first = _folder.Open();
        await _folder.Commit(first, edit => edit.Create(1));
        foreach (var file in Directory.GetFiles(_folder.In(""))) File.Delete(file);
        Assert.Equal(StoreProblem.Unavailable, Assert.Throws<StoreException>(() => first.Read()).Problem);
        await using (var second = _folder.Open())
        {
            Assert.IsType<Committed>(await _folder.Commit(second, edit => edit.Create(2)));
            Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => first.ReserveIdsAsync(IdKind.Document, 1))).Problem);
            Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => first.Maintenance.CompactAsync())).Problem);
            await first.DisposeAsync();
            Assert.IsType<Committed>(await _folder.Commit(second, edit => edit.Create(3)));
        }

        await using var again = _folder.Open();
        using var reader = again.Read();
        Assert.Equal([2L, 3], reader.Find(Filter.All).Select(document => document.Id));
    }
}
