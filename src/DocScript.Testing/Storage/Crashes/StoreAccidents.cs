using System.Globalization;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Crashes;

#pragma warning disable CS1591 // The names of the tests say what they are for.

/// <summary>
/// What befalls the file of an open store: it is removed, replaced or cut short, or its disk fills up or can't be written. A store says so, with what to do next, and goes on
/// acknowledging nothing that nobody would find again. Derive a class for your store.
/// </summary>
public abstract class StoreAccidents : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docscript-");
    private readonly TransactionSource _transactions = new(new TestClock());

    /// <summary>Opens the store at a path, and makes it where there is none.</summary>
    protected abstract IStore Open(string path);

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Refresh();
        if (_folder.Exists) _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private string Store => Path.Combine(_folder.FullName, "store");

    [FactOnUnix]
    public async Task A_store_whose_file_was_removed_takes_no_commit_and_says_so()
    {
        await using var store = Open(Store);
        await CommitAsync(store, 1);
        foreach (var file in _folder.GetFiles()) file.Delete();
        await AssertUnavailableAsync(store);
        Assert.Empty(_folder.GetFiles());
    }

    [FactOnUnix]
    public async Task A_store_whose_folder_was_removed_takes_no_commit_and_says_so()
    {
        await using var store = Open(Store);
        await CommitAsync(store, 1);
        _folder.Delete(recursive: true);
        await AssertUnavailableAsync(store);
        Assert.Equal(StoreProblem.Unavailable, Assert.Throws<StoreException>(() => Open(Store)).Problem);
    }

    [FactOnUnix]
    public async Task A_store_whose_file_was_renamed_is_whole_under_the_other_name()
    {
        await using (var store = Open(Store))
        {
            await CommitAsync(store, 1);
            foreach (var file in _folder.GetFiles()) file.MoveTo(file.FullName.Replace(Store, Store + "-2", StringComparison.Ordinal));
            await AssertUnavailableAsync(store);
        }

        await AssertHoldsAsync(Store + "-2", 1);
    }

    [FactOnUnix]
    public async Task Another_store_in_its_place_is_left_alone_also_when_the_first_is_closed()
    {
        var first = Open(Store);
        await CommitAsync(first, 1);
        foreach (var file in _folder.GetFiles()) file.Delete();
        var copy = _folder.CreateSubdirectory("copy").FullName;
        await using (var second = Open(Store))
        {
            await CommitAsync(second, 2);
            await AssertUnavailableAsync(first);
            await first.DisposeAsync();
            await CommitAsync(second, 3);
            // What is in the files now, as a process finds it that comes later.
            Assert.True(Programs.Run("cp", [.. _folder.GetFiles().Select(file => file.FullName), copy]));
        }

        await AssertHoldsAsync(Path.Combine(copy, "store"), 2, 3);
        await AssertHoldsAsync(Store, 2, 3);
    }

    [FactOnUnix]
    public Task A_file_that_is_emptied_under_a_store_is_damage_and_nothing_hangs() => CutAsync(0);

    [FactOnUnix]
    public Task A_file_that_is_cut_short_under_a_store_is_damage_and_nothing_hangs() => CutAsync(0.3);

    [FactOnUnix]
    public Task A_file_that_loses_its_end_under_a_store_is_damage_and_nothing_hangs() => CutAsync(0.9);

    [FactOnSmallDisk]
    public async Task A_full_disk_refuses_what_does_not_fit_and_loses_nothing()
    {
        using var disk = new SmallDisk(megabytes: 2);
        var path = Path.Combine(disk.Folder, "store");
        var acknowledged = new List<long>();
        await using (var store = Open(path))
        {
            var full = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                for (var id = 1; ; id++)
                {
                    await CommitAsync(store, id);
                    acknowledged.Add(id);
                }
            });
            AssertClear(full, StoreProblem.Full);
            AssertHolds(store, acknowledged);
        }

        disk.Grow(megabytes: 8);
        await using var later = Open(path);
        await CommitAsync(later, acknowledged.Count + 1);
        AssertHolds(later, [.. acknowledged, acknowledged.Count + 1]);
        Assert.Empty(await later.Maintenance.VerifyAsync());
    }

    [FactOnSmallDisk]
    public async Task A_disk_that_became_read_only_is_said_so_and_holds_what_it_held()
    {
        using var disk = new SmallDisk(megabytes: 8);
        var path = Path.Combine(disk.Folder, "store");
        await using (var store = Open(path)) await CommitAsync(store, 1);
        disk.MakeReadOnly(true);
        AssertClear(Assert.Throws<StoreException>(() => Open(path)), StoreProblem.Unavailable);
        AssertClear(Assert.Throws<StoreException>(() => Open(path + "-new")), StoreProblem.Unavailable);
        disk.MakeReadOnly(false);
        await AssertHoldsAsync(path, 1);
    }

    /// <summary>Neither commits nor reads; both say why.</summary>
    private async Task AssertUnavailableAsync(IStore store)
    {
        AssertClear(Assert.Throws<StoreException>(() => store.Read()), StoreProblem.Unavailable);
        AssertClear(await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.PurgeAsync(new Purge(1, _transactions.NextId(), "ann", _transactions.Clock.GetUtcNow()))), StoreProblem.Unavailable);
        AssertClear(await Assert.ThrowsAsync<StoreException>(() => store.ReserveIdsAsync(IdKind.Document, 1)), StoreProblem.Unavailable);
        var blind = new Transaction { Id = _transactions.NextId(), Actor = "ann", Instant = _transactions.Clock.GetUtcNow(), Script = "", ReadAt = 0, Reads = ReadSet.Empty, Documents = [] };
        AssertClear(await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(blind)), StoreProblem.Unavailable);
        AssertClear(await Assert.ThrowsAsync<StoreException>(() => store.Maintenance.CompactAsync()), StoreProblem.Unavailable);
    }

    /// <summary>Cuts the file to a part of its length. What the store still has in memory may make up for it; otherwise the damage is found.</summary>
    private async Task CutAsync(double part)
    {
        var (acknowledged, isSaid) = (41, false);
        await using (var store = Open(Store)) await CommitAsync(store, Enumerable.Range(1, 40));
        await using (var store = Open(Store))
        {
            await CommitAsync(store, 41);
            Truncate(Store, part);
            isSaid |= !await AnswersAsync(() => Task.Run(() => Read(store)));
            if (await AnswersAsync(() => CommitAsync(store, 42))) acknowledged = 42;
            else isSaid = true;
            isSaid |= !await AnswersAsync(() => store.Maintenance.CompactAsync());
        }

        await AnswersAsync(async () =>
        {
            await using var again = Open(Store);
            if ((await again.Maintenance.VerifyAsync()).Count > 0) return;
            // An empty file is a new store to whoever opens it next; the one that had it open must have said that it is damaged.
            if (part > 0) AssertHolds(again, Enumerable.Range(1, acknowledged).Select(id => (long)id));
            else Assert.True(isSaid);
        });
    }

    /// <summary>Cuts a file as another program does, which asks for no lock.</summary>
    private static void Truncate(string path, double part) =>
        Assert.True(Programs.Run("truncate", "-s", ((long)(new FileInfo(path).Length * part)).ToString(CultureInfo.InvariantCulture), path));

    /// <summary>It is done, or refused clearly; answers whether it is done.</summary>
    private static async Task<bool> AnswersAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (StoreException error)
        {
            AssertClear(error, StoreProblem.Corrupt, StoreProblem.Unavailable);
            return false;
        }
    }

    private static void AssertClear(StoreException error, params StoreProblem[] expected)
    {
        Assert.Contains(error.Problem, expected);
        Assert.NotEmpty(error.Help);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
    }

    private async Task AssertHoldsAsync(string path, params long[] documents)
    {
        await using var store = Open(path);
        AssertHolds(store, documents);
        Assert.Empty(await store.Maintenance.VerifyAsync());
    }

    private static void AssertHolds(IStore store, IEnumerable<long> documents)
    {
        using var reader = store.Read();
        Assert.Equal(documents, reader.Find(Filter.All).Select(document => document.Id));
    }

    private static int Read(IStore store)
    {
        using var reader = store.Read();
        return reader.Find(Filter.All).Count();
    }

    private async Task CommitAsync(IStore store, IEnumerable<int> documents)
    {
        foreach (var id in documents) await CommitAsync(store, id);
    }

    private async Task CommitAsync(IStore store, long document)
    {
        Transaction transaction;
        using (var reader = store.Read()) transaction = _transactions.On(reader).Create(document, title: new string('x', 10_000)).Build();
        Assert.IsType<Committed>(await store.CommitAsync(transaction));
    }
}
