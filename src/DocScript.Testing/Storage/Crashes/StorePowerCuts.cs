using System.Globalization;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// A power cut keeps only what was synced. What a store does to its files is recorded, and the power cut at 500 points of it, or as many as <c>DOCSCRIPT_POWER_CUTS</c> says;
/// the store must open on whatever that may leave on the disk. Derive a class for your store.
/// </summary>
public abstract partial class StorePowerCuts
{
    private const string Name = "store";

    private readonly TestClock _clock = new();

    /// <summary>Opens the store at a path, and makes it where there is none. Whatever it does to the files of that folder is recorded in the log, unless that is null.</summary>
    protected abstract IStore Open(string path, TimeProvider clock, DiskLog? log);

    /// <summary>Leaves files beside a store that are no part of the log, because it is of no account what they hold after a power cut.</summary>
    protected virtual void Litter(string path, Random random)
    {
    }

    /// <summary>Restores a backup (<see cref="StoreRestores"/>); whatever is done to the files of the store's folder is recorded in the log.</summary>
    protected abstract Task RestoreAsync(string backup, string path, bool replace, TimeProvider clock, DiskLog log);

    /// <summary>The test.</summary>
    [Fact]
    public async Task Wherever_the_power_is_cut_the_store_opens_with_all_that_was_acknowledged_and_nothing_in_part()
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var life = await RecordAsync(folder);
        var recovery = await RecordRecoveryAsync(folder, life);
        string[] wrong = [.. await CutAsync(life, 4 * Fifth, folder, Aftermath), .. await CutAsync(recovery, Fifth, folder.CreateSubdirectory("second"), Aftermath)];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong.Take(20)));
        folder.Delete(recursive: true);
    }

    /// <summary>Shows that the test above can fail: on a disk that forgets to sync, what was acknowledged is lost.</summary>
    [Fact]
    public async Task A_store_that_does_not_sync_is_found_out()
    {
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var life = await RecordAsync(folder);
        var lie = life with { Events = [.. life.Events.Select(each => each is Synced synced ? synced with { Before = 0 } : each)] };
        Assert.Contains(await CutAsync(lie, 40, folder, Aftermath), wrong => wrong.Contains("is lost", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    private static int Fifth => (CrashSettings.PowerCuts + 4) / 5;

    private Task<RecordedRun> RecordAsync(DirectoryInfo folder)
    {
        var place = folder.CreateSubdirectory("recorded").FullName;
        return RecordedRun.OfAsync(log => Open(Path.Combine(place, Name), _clock, log), place, _clock, new Random(CrashSettings.Seed));
    }

    /// <summary>Cuts the power late in a run, and records how the store recovers, so that it can be cut off in that too.</summary>
    private Task<RecordedRun> RecordRecoveryAsync(DirectoryInfo folder, RecordedRun life)
    {
        var place = folder.CreateSubdirectory("recovered").FullName;
        var random = new Random(CrashSettings.Seed);
        var cut = new PowerCut(life.Events);
        cut.AdvanceTo(life.Events.Count * 3 / 4);
        cut.Leave(place, random);
        return RecordedRun.AfterCutAsync(log => Open(Path.Combine(place, Name), _clock, log), place, cut.Promises, _clock, random);
    }

    private Task<IReadOnlyList<string>> Aftermath(string path, Ledger ledger) =>
        Crashes.Aftermath.BrokenAsync(each => Open(each, _clock, null), path, _clock, ledger, CrashSettings.Seed, finish: true);

    /// <summary>Answers what is wrong after power cuts at points of one run.</summary>
    /// <param name="broken">What is wrong with the store at a path, after what it promised.</param>
    private async Task<IReadOnlyList<string>> CutAsync(RecordedRun run, int points, DirectoryInfo folder, Func<string, Ledger, Task<IReadOnlyList<string>>> broken)
    {
        var cuts = folder.CreateSubdirectory("cuts");
        var cut = new PowerCut(run.Events);
        using var free = new SemaphoreSlim(Environment.ProcessorCount);
        var checks = new List<Task<IEnumerable<string>>>();
        foreach (var (phase, moment) in run.Moments(points, new Random(CrashSettings.Seed)))
        {
            await free.WaitAsync();
            cut.AdvanceTo(moment);
            var what = string.Create(CultureInfo.InvariantCulture, $"DOCSCRIPT_SEED={CrashSettings.Seed}, power cut {checks.Count} before event {moment} of {run.Events.Count}, while {phase}");
            var (place, ledger) = (Leave(cut, cuts, checks.Count), new Ledger(cut.Promises));
            checks.Add(CheckAsync(place, what, free, () => broken(Path.Combine(place, Name), ledger)));
        }

        return [.. (await Task.WhenAll(checks)).SelectMany(each => each)];
    }

    /// <summary>Leaves in a folder what the power cut does, and beside it a copy to look at.</summary>
    private string Leave(PowerCut cut, DirectoryInfo folder, int number)
    {
        var place = folder.CreateSubdirectory(number.ToString(CultureInfo.InvariantCulture));
        var random = new Random(CrashSettings.Seed + number);
        cut.Leave(place.FullName, random);
        Litter(Path.Combine(place.FullName, Name), random);
        return CopyOf(place);
    }

    private static string CopyOf(DirectoryInfo place)
    {
        var copy = place.CreateSubdirectory("opened").FullName;
        foreach (var file in place.GetFiles()) file.CopyTo(Path.Combine(copy, file.Name));
        return copy;
    }

    private static async Task<IEnumerable<string>> CheckAsync(string place, string what, SemaphoreSlim free, Func<Task<IReadOnlyList<string>>> broken)
    {
        try
        {
            var wrong = await Task.Run(broken);
            if (wrong.Count == 0) Directory.GetParent(place)!.Delete(recursive: true);
            return wrong.Select(each => $"{what}, left in {Path.GetDirectoryName(place)}: {each}");
        }
        finally
        {
            free.Release();
        }
    }
}
