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
}
