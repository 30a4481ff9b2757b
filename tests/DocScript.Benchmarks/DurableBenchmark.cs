using System.Diagnostics;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// One writer whose every commit is durable, against a hand-written loop that writes the very same rows with the same pragmas into a file of its own: in turns, block by
/// block, so that both meet the same moments of the disk. Once for transactions handed to the store, once for whole scripts.
/// </summary>
internal static class DurableBenchmark
{
    private const int Documents = 100;
    private const int CommitsToWarmUp = 500;

    public static async Task RunAsync(bool quick)
    {
        var (pairs, commits) = quick ? (10, 20) : (100, 50);
        await CompareAsync(Edit.AsTransaction, pairs, commits);
        await CompareAsync(Edit.AsScript, pairs, commits);
    }

    private static async Task CompareAsync(Edit edit, int pairs, int commits)
    {
        using var folder = new TemporaryFolder("docscript-durable-");
        var (ours, theirs) = (folder.File("ours.db"), folder.File("theirs.db"));
        await using (var empty = SqliteStore.Open(ours)) await Edit.CreateAsync(empty, Documents);
        File.Copy(ours, theirs);

        await using var store = SqliteStore.Open(ours);
        using var loop = new HandWrittenLoop(theirs);
        var number = 0;
        var (ourRates, ratios, processor) = (new List<double>(), new List<double>(), new List<double>());
        // Before the first pair both logs grow to the length at which they are written over, for a file that grows costs a flush more; and what is hot gets compiled.
        await WarmUp.UntilCompiledAsync(() => TakeTurnsAsync(CommitsToWarmUp));
        for (var pair = 0; pair < pairs; pair++)
        {
            var (our, their, beyond) = await TakeTurnsAsync(commits);
            // The middle commit of a block stands for it: one that waited for somebody else's flush says nothing of either.
            ourRates.Add(1 / our.Median);
            ratios.Add(their.Median / our.Median);
            processor.Add(beyond.TotalMicroseconds / commits);
        }

        Console.WriteLine($"{edit.Name}: {new Sample(ourRates).ToString("F0")} a second; processor time beyond the loop's {new Sample(processor).ToString("F0")} µs a commit");
        Aim.AtLeast("speed against the hand-written loop", new Sample(ratios), 0.8);

        async Task<(Sample Our, Sample Their, TimeSpan Beyond)> TakeTurnsAsync(int count)
        {
            var our = new List<double>(count);
            var before = Environment.CpuUsage.TotalTime;
            for (var each = 0; each < count; each++)
            {
                var from = Stopwatch.GetTimestamp();
                await edit.ApplyAsync(store, number % Documents + 1, number++);
                our.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
            }

            var used = Environment.CpuUsage.TotalTime - before;
            var rows = RowsOf.After(ours, loop.Position);
            before = Environment.CpuUsage.TotalTime;
            var their = loop.Write(rows);
            var theirUsed = Environment.CpuUsage.TotalTime - before;
            if (rows.Count != count) throw new InvalidOperationException($"{count} commits, but {rows.Count} transactions");
            return (new Sample(our), new Sample(their), used - theirUsed);
        }
    }
}
