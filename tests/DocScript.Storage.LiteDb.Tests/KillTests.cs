using DocScript.Engine.Storage;

namespace DocScript.Storage.LiteDb.Tests;

/// <summary>One process holds the file, and however it ends the next finds all that it acknowledged.</summary>
public sealed class KillTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_process_that_is_killed_while_it_commits_loses_nothing_it_acknowledged_and_holds_nothing()
    {
        var acknowledged = new HashSet<Guid>();
        for (var round = 0; round < 6; round++)
        {
            using var other = OtherProcess.Start(_folder.Path);
            for (var line = 0; line < 2 + (round * 9); line++) acknowledged.Add(Guid.Parse((await other.StandardOutput.ReadLineAsync())!));
            other.Kill();
            var rest = (await other.StandardOutput.ReadToEndAsync()).Split('\n');
            acknowledged.UnionWith(rest[..^1].Select(Guid.Parse));
            await other.WaitForExitAsync();

            await using var store = _folder.Open();
            acknowledged.Add(await OtherProcess.MakePair(store));
            using var reader = store.Read();
            var journal = reader.Journal(0).ToList();
            Assert.Superset(acknowledged, journal.Select(entry => entry.Transaction).ToHashSet());
            Assert.All(journal, entry => Assert.Equal(2, entry.Rows.Length));
            Assert.Empty(await store.Maintenance.VerifyAsync());
        }
    }

    [Fact]
    public async Task A_second_process_is_told_who_holds_the_file()
    {
        using var other = OtherProcess.Start(_folder.Path);
        await other.StandardOutput.ReadLineAsync();
        var error = _folder.Refused();
        Assert.Equal(StoreProblem.Locked, error.Problem);
        Assert.Contains(FormattableString.Invariant($"process {other.Id} (dotnet) on {Environment.MachineName}"), error.Message, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        other.Kill();
        await other.WaitForExitAsync();
        await using var store = _folder.Open();
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
