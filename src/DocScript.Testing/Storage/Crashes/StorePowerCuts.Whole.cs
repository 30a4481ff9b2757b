using DocScript.Engine.Storage;
using Xunit;
using Xunit.Sdk;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>Power cuts while a file takes the place of another, or is filled: it holds what it held before, or all of what is new.</summary>
public abstract partial class StorePowerCuts
{
    /// <summary>A restore over a store that a power cut had ended before, over one of which only the log is left, and where there is none.</summary>
    [Theory]
    [InlineData("a store")]
    [InlineData("a damaged store")]
    [InlineData("nothing")]
    public async Task Wherever_the_power_is_cut_in_a_restore_the_store_is_what_it_was_or_the_whole_backup(string over)
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var place = folder.CreateSubdirectory("recorded");
        var (path, backup) = (Path.Combine(place.FullName, Name), Path.Combine(place.FullName, "saved"));
        var (saved, after) = await LeaveStoreAndBackupAsync(folder.CreateSubdirectory("lived").FullName, place.FullName);
        if (over == "a damaged store") await File.WriteAllTextAsync(path, new string('x', 10_000));
        if (over == "nothing") foreach (var file in place.GetFiles(Name + "*")) file.Delete();
        var before = await DigestAsync(Path.Combine(CopyOf(place), Name));
        Assert.NotEqual(before, after, StringComparer.Ordinal);
        await AssertWholeAsync(folder, DiskLog.Of(place.FullName), $"a backup is restored over {over}", before, after, async log =>
        {
            await RestoreAsync(backup, path, over != "nothing", _clock, log);
            Promise(saved, log);
        });
    }

    /// <summary>A copy into a new file.</summary>
    [Fact]
    public async Task Wherever_the_power_is_cut_in_a_copy_the_new_store_is_empty_or_whole()
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var path = Path.Combine(folder.CreateSubdirectory("recorded").FullName, Name);
        await using var source = Open(Path.Combine(folder.FullName, "source"), _clock, null);
        var before = Digest(source);
        var copied = await WorkAsync(source);
        await AssertWholeAsync(folder, new DiskLog(), "a store is copied into a new file", before, Digest(source), async log =>
        {
            await using var target = Open(path, _clock, log);
            Assert.True((await StoreCopy.RunAsync(source, target, _clock.GetUtcNow())).IsSame);
            // Before it is closed, which flushes once more.
            Promise(copied, log);
        });
    }

    /// <summary>Cuts the power while this build opens a store of an older format, and closes it.</summary>
    /// <param name="make">Makes that at a path.</param>
    /// <param name="expected">What it holds, by <see cref="GoldenStore"/>.</param>
    protected async Task AssertMigratesAsync(Action<string> make, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var place = folder.CreateSubdirectory("recorded").FullName;
        make(Path.Combine(place, Name));
        var log = DiskLog.Of(place);
        var (start, opened) = (log.Now, 0);
        await using (Open(Path.Combine(place, Name), _clock, log)) opened = log.Now;
        var run = new RecordedRun(log.Events, [("a store of an older format is opened", start), ("it is closed", opened)]);
        await AssertSoundAsync(folder, run, async (path, _) =>
        {
            try
            {
                await using var store = Open(path, _clock, null);
                await GoldenStore.AssertHoldsAsync(store, expected);
                return [];
            }
            catch (Exception error) when (error is StoreException or XunitException)
            {
                return [error.Message];
            }
        });
    }

    /// <summary>Records what is done to files, and cuts the power in it and after it.</summary>
    /// <param name="before">What the store holds before, null for one that is damaged.</param>
    private async Task AssertWholeAsync(DirectoryInfo folder, DiskLog log, string phase, string? before, string after, Func<DiskLog, Task> act)
    {
        var start = log.Now;
        await act(log);
        var run = new RecordedRun(log.Events, [(phase, start), ("that is done", log.Events.Index().First(each => each.Item is Promised).Index)]);
        await AssertSoundAsync(folder, run, async (path, ledger) =>
        {
            var found = await DigestAsync(path);
            if (found != before && found != after) return ["it holds neither what was there nor all that came"];
            if (found is null) return ledger.Promises.Count == 0 ? [] : ["it is damaged still"];
            return await Aftermath(path, ledger);
        });
    }

    private async Task AssertSoundAsync(DirectoryInfo folder, RecordedRun run, Func<string, Ledger, Task<IReadOnlyList<string>>> broken)
    {
        var wrong = await CutAsync(run, Fifth, folder, broken);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
        folder.Delete(recursive: true);
    }

    /// <summary>Lets a store live, and leaves what a power cut does of it, beside a backup of what it was; answers what that holds.</summary>
    private async Task<(Ledger Saved, string Digest)> LeaveStoreAndBackupAsync(string lived, string left)
    {
        var log = new DiskLog();
        Ledger saved;
        string digest;
        await using (var store = Open(Path.Combine(lived, Name), _clock, log))
        {
            saved = await WorkAsync(store);
            digest = Digest(store);
            await store.Maintenance.BackupAsync(Path.Combine(lived, "saved"));
        }

        // What came since the file was closed is in the log alone.
        await using var again = Open(Path.Combine(lived, Name), _clock, log);
        await WorkAsync(again);
        var events = log.Events;
        var cut = new PowerCut(events);
        cut.AdvanceTo(events.Count);
        cut.Leave(left, new Random(CrashSettings.Seed));
        return (saved, digest);
    }

    private async Task<Ledger> WorkAsync(IStore store)
    {
        var ledger = new Ledger();
        var work = new Workload(store, _clock, ledger.Add);
        await work.PrepareAsync();
        await work.RunAsync(writers: 4, transactions: 20, CrashSettings.Seed);
        return ledger;
    }

    private static void Promise(Ledger ledger, DiskLog log)
    {
        foreach (var promise in ledger.Promises) log.Promised(promise);
    }

    /// <summary>What a store holds, or null for one that is known to be damaged.</summary>
    private async Task<string?> DigestAsync(string path)
    {
        try
        {
            await using var store = Open(path, _clock, null);
            return Digest(store);
        }
        catch (StoreException error) when (error.Problem is StoreProblem.Corrupt)
        {
            return null;
        }
    }

    private string Digest(IStore store)
    {
        using var reader = store.Read();
        return StoreDigest.Of(reader, _clock.GetUtcNow()).Hash;
    }
}
