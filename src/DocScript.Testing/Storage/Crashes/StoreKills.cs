using System.Globalization;
using DocScript.Engine.Storage;
using Xunit;

namespace DocScript.Testing.Storage.Crashes;

/// <summary>
/// Processes that work on a store are killed at random moments, 200 times or as often as <c>DOCSCRIPT_KILLS</c> says. Derive a class for your store, in a test assembly whose
/// <c>Main</c> runs <see cref="CrashWorker.RunAsync"/>.
/// </summary>
/// <remarks>A kill keeps what the system has in memory; for what the disk must hold see <see cref="StorePowerCuts"/>.</remarks>
public abstract class StoreKills
{
    private const int KillsOfOneStore = 20;

    /// <summary>Opens the store at a path, and makes it where there is none.</summary>
    protected abstract IStore Open(string path);

    /// <summary>Whether several processes may work on one file.</summary>
    protected virtual bool IsShared => false;

    /// <summary>The test.</summary>
    [Fact]
    public async Task Whenever_a_process_is_killed_the_store_opens_with_all_that_was_acknowledged_and_nothing_in_part()
    {
        var stores = (CrashSettings.Kills + KillsOfOneStore - 1) / KillsOfOneStore;
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4) };
        await Parallel.ForEachAsync(Enumerable.Range(0, stores), lanes, async (number, _) =>
            await KillAsync(CrashSettings.Seed + number, Math.Min(KillsOfOneStore, CrashSettings.Kills - (number * KillsOfOneStore))));
    }

    /// <summary>Kills processes of one growing store, checks it after each, and in the end carries out what is due.</summary>
    private async Task KillAsync(int seed, int kills)
    {
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var path = Path.Combine(folder.FullName, "store");
        var ledger = new Ledger();
        for (var kill = 1; kill <= kills; kill++)
        {
            var moment = await KillOnceAsync(path, random, ledger);
            var wrong = await Aftermath.BrokenAsync(Open, path, TimeProvider.System, ledger, random.Next(), finish: kill == kills);
            if (wrong.Count > 0)
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"DOCSCRIPT_SEED={seed}, kill {kill}, {moment}, the store is kept in {folder}:\n") + string.Join('\n', wrong.Take(20)));
        }

        Assert.NotEmpty(ledger.Promises);
        folder.Delete(recursive: true);
    }

    /// <summary>Lets one or two processes work, and kills them: a while after their start, or after some promises. Answers when that was.</summary>
    private async Task<string> KillOnceAsync(string path, Random random, Ledger ledger)
    {
        var lines = random.Next(3) == 0 ? 0 : random.Next(1, 150);
        var delay = TimeSpan.FromMilliseconds(random.NextDouble() * (lines == 0 ? 120 : 5));
        var workers = new CrashWorker[IsShared && random.Next(3) == 0 ? 2 : 1];
        for (var i = 0; i < workers.Length; i++) workers[i] = await CrashWorker.StartAsync(GetType().Assembly, path, random.Next());
        await Task.WhenAll(workers.Select(worker => worker.ReadAsync(lines)));
        await Task.Delay(delay);
        foreach (var worker in workers)
        {
            foreach (var promise in await worker.KillAsync()) ledger.Add(promise);
            worker.Dispose();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{workers.Length} process(es) killed {delay.TotalMilliseconds:0.0} ms after {lines} promises");
    }
}
