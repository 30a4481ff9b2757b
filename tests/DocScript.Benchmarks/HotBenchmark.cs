using System.Diagnostics;
using System.Globalization;
using DocScript.Engine;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>16 writers whose scripts each edit one of the same 10 documents, against one writer that does so alone, in turns: nobody may fail, and all together must not be slower than one.</summary>
internal static class HotBenchmark
{
    private const int Documents = 10;
    private const int Writers = 16;
    private const double OneWriter = 1;

    public static async Task RunAsync(bool quick)
    {
        using var folder = new TemporaryFolder("docscript-hot-");
        await using var store = SqliteStore.Open(folder.File("store.db"));
        await Edit.CreateAsync(store, Documents);
        await WriteAsync(store, Writers, 100, -1);

        var (rounds, commits) = quick ? (5, 20) : (40, 60);
        var (one, many, ratios) = (new List<double>(), new List<double>(), new List<double>());
        var results = new List<RunResult>();
        for (var round = 0; round < rounds; round++)
        {
            one.Add(5 * commits / (await WriteAsync(store, 1, 5 * commits, round)).Seconds);
            var (seconds, contended) = await WriteAsync(store, Writers, commits, round);
            results.AddRange(contended);
            many.Add(Writers * commits / seconds);
            ratios.Add(many[^1] / one[^1]);
        }

        var reruns = results.OfType<Done>().Select(done => done.Reruns).ToList();
        Console.WriteLine($"{Writers} writers on {Documents} documents: one writer {new Sample(one).ToString("F0")} a second, {Writers} writers {new Sample(many).ToString("F0")}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} scripts of {Writers} writers: {reruns.Average():F2} reruns a script; scripts by reruns: {string.Join(", ", reruns.CountBy(each => each).OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value}"))}"));
        Aim.AtMost("scripts given up after conflicts", new Sample([results.Count - reruns.Count]), 0);
        Aim.AtLeast("rate against one writer", new Sample(ratios), OneWriter);
    }

    /// <summary>Seconds, and what became of each script.</summary>
    private static async Task<(double Seconds, IReadOnlyList<RunResult> Results)> WriteAsync(SqliteStore store, int writers, int commits, int round)
    {
        var from = Stopwatch.GetTimestamp();
        var results = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(round, writer));
            var own = new RunResult[commits];
            for (var number = 0; number < commits; number++) own[number] = await Edit.RunScriptAsync(Edit.EngineOf(store), random.Next(Documents) + 1, number);
            return own;
        })));
        return (Stopwatch.GetElapsedTime(from).TotalSeconds, [.. results.SelectMany(each => each)]);
    }
}
