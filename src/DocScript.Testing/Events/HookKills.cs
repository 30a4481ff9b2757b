using System.Globalization;
using DocScript.Engine.Storage;
using DocScript.Testing.Storage.Crashes;
using Xunit;

namespace DocScript.Testing.Events;

/// <summary>
/// Processes that run scripts under hooks are killed at random moments, 20 times or as often as <c>DOCSCRIPT_KILLS</c> says; some fail now and then, and where several may share
/// a store, the clocks of some are ahead, so that they take over what others are at. Derive a class for your store, in a test assembly whose <c>Main</c> runs <see cref="CrashWorker.RunAsync"/>.
/// </summary>
public abstract class HookKills
{
    private const int KillsOfOneStore = 10;

    /// <summary>Opens the store at a path, and makes it where there is none.</summary>
    protected abstract IStore Open(string path);

    /// <summary>Whether several processes may work on one file.</summary>
    protected virtual bool IsShared => false;

    private static int Kills => CrashSettings.HookKills;

    /// <summary>The test.</summary>
    [Fact]
    public async Task Whenever_a_process_is_killed_each_hook_is_run_for_each_event_and_what_it_does_to_documents_is_done_once()
    {
        var stores = (Kills + KillsOfOneStore - 1) / KillsOfOneStore;
        var lanes = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 1, 4) };
        await Parallel.ForEachAsync(Enumerable.Range(0, stores), lanes, async (number, _) =>
            await KillAsync(CrashSettings.Seed + number, Math.Min(KillsOfOneStore, Kills - (number * KillsOfOneStore))));
    }

    private async Task KillAsync(int seed, int kills)
    {
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("docscript-");
        var (path, minutes) = (Path.Combine(folder.FullName, "store"), 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            await KillOnceAsync(path, random, minutes);
            minutes += 2;
            var wrong = await BrokenAsync(path, isLast: kill == kills, minutes);
            minutes += 2;
            if (wrong.Count > 0) Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"DOCSCRIPT_SEED={seed}, kill {kill}, the store is kept in {folder}:\n") + string.Join('\n', wrong.Take(20)));
        }

        folder.Delete(recursive: true);
    }

    private async Task KillOnceAsync(string path, Random random, int minutes)
    {
        var workers = new CrashWorker[IsShared ? random.Next(1, 4) : 1];
        for (var i = 0; i < workers.Length; i++) workers[i] = await CrashWorker.StartAsync(GetType().Assembly, path, random.Next(), CrashWorker.HookVerb, minutes + random.Next(2));
        await Task.WhenAll(workers.Select(worker => worker.ReadAsync(random.Next(2, 15))));
        await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * 20));
        foreach (var worker in workers)
        {
            await worker.KillAsync();
            worker.Dispose();
        }
    }

    private async Task<List<string>> BrokenAsync(string path, bool isLast, int minutes)
    {
        await using var store = Open(path);
        var (wrong, log) = (new List<string>(await store.Maintenance.VerifyAsync()), CrashWorker.HookLogOf(path));
        using (var reader = store.Read()) wrong.AddRange(HookAccount.BrokenDocuments(reader, isDrained: false));
        if (!isLast) return wrong;
        var work = new HookWork(store, new ShiftedClock(TimeSpan.FromMinutes(minutes)), log, new Random(0), fails: false);
        wrong.AddRange(await work.DrainAsync());
        var isSetAside = await work.RetryAsync();
        using var after = store.Read();
        wrong.AddRange(HookAccount.BrokenDocuments(after, isDrained: true));
        wrong.AddRange(HookAccount.BrokenLog(after, log, inOrder: !isSetAside));
        return wrong;
    }
}
