using System.Diagnostics;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// 16 writers at once, each on a document of its own and each waiting for its commit before its next, against one writer alone, in turns. How often the disk is flushed
/// is counted where SQLite asks for it, those for checkpoints too.
/// </summary>
internal static class GroupBenchmark
{
    private const int Writers = 16;
    private const int CommitsToWarmUp = 300;
    private const double CommitsOfFlush = 8;
    private const double OneWriter = 3;

    public static async Task RunAsync(bool quick)
    {
        FlushCounter.Start();
        var (rounds, commits) = quick ? (5, 20) : (40, 60);
        foreach (var edit in new[] { Edit.AsTransaction, Edit.AsScript }) await CompareAsync(edit, rounds, commits);
    }

    private static async Task CompareAsync(Edit edit, int rounds, int commits)
    {
        using var folder = new TemporaryFolder("docscript-group-");
        await using var store = SqliteStore.Open(folder.File("store.db"));
        await Edit.CreateAsync(store, Writers);
        await WarmUp.UntilCompiledAsync(async () =>
        {
            await WriteAsync(store, edit, 1, CommitsToWarmUp);
            await WriteAsync(store, edit, Writers, CommitsToWarmUp);
        });

        var (one, many, ratios, grouped) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            one.Add(5 * commits / await WriteAsync(store, edit, 1, 5 * commits));
            var flushes = FlushCounter.Count;
            many.Add(Writers * commits / await WriteAsync(store, edit, Writers, commits));
            grouped.Add((double)Writers * commits / (FlushCounter.Count - flushes));
            ratios.Add(many[^1] / one[^1]);
        }

        Console.WriteLine($"{edit.Name}: one writer {new Sample(one).ToString("F0")} a second, {Writers} writers {new Sample(many).ToString("F0")}");
        Aim.AtLeast("rate against one writer", new Sample(ratios), OneWriter);
        Aim.AtLeast("commits for each flush", new Sample(grouped), CommitsOfFlush);
    }

    /// <summary>The seconds it took that so many writers committed so often each.</summary>
    private static async Task<double> WriteAsync(SqliteStore store, Edit edit, int writers, int commits)
    {
        var from = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, writers).Select(document => Task.Run(async () =>
        {
            for (var number = 0; number < commits; number++) await edit.ApplyAsync(store, document, number);
        })));
        return Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
