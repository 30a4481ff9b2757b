using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Benchmarks;

/// <summary>
/// A script of two commands on the store in memory, from its text to its commit, on one thread, against the bare parse of the very same text. In processor time:
/// neither waits for anything, and so other programs on the machine are not in it.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Documents = 100, Batch = 1000;

    public static async Task RunAsync(bool quick)
    {
        await using var store = new MemoryStore();
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        for (var key = 0; key < Documents; key++) await RunAsync(engine, new SourceText("benchmark", $"create article key \"d{key}\" title \"A title\""));

        var number = 0;
        var rounds = new List<(double Run, double Parse, double RunBytes, double ParseBytes)>();
        for (var round = -30; round < (quick ? 20 : 200); round++)
        {
            var sources = Enumerable.Range(0, Batch).Select(_ => Source(number++)).ToList();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var from = Environment.CpuUsage.TotalTime;
            foreach (var source in sources) ScriptParser.Parse(source, CommandTable.BuiltIn.Grammar);
            var parse = Environment.CpuUsage.TotalTime - from;
            var parsed = GC.GetAllocatedBytesForCurrentThread();
            from = Environment.CpuUsage.TotalTime;
            foreach (var source in sources) await RunAsync(engine, source);
            var run = Environment.CpuUsage.TotalTime - from;
            if (round >= 0) rounds.Add((run.TotalMicroseconds / Batch, parse.TotalMicroseconds / Batch, (GC.GetAllocatedBytesForCurrentThread() - parsed) / (double)Batch, (parsed - allocated) / (double)Batch));
        }

        Print("parse, µs", rounds.Select(round => round.Parse));
        Print("parse to commit, µs", rounds.Select(round => round.Run));
        Print("parse, bytes", rounds.Select(round => round.ParseBytes));
        Print("parse to commit, bytes", rounds.Select(round => round.RunBytes));
        Aim.AtMost("parse to commit against the parse alone", new Sample(rounds.Select(round => round.Run / round.Parse)), 15);
    }

    private static SourceText Source(int number) => new(
        "benchmark",
        string.Create(CultureInfo.InvariantCulture, $"use \"d{number % Documents}\"\nset title = \"Title number {number}\"\nset meta section = \"section {number}\"\n"));

    private static void Print(string what, IEnumerable<double> figures) => Console.WriteLine($"{what,-24} {new Sample(figures).ToString("F1")}");

    private static async Task RunAsync(ScriptEngine engine, SourceText source)
    {
        var result = await engine.RunAsync(new RunRequest { Source = source, Actor = "benchmark" });
        if (result is not Done { Position: not null }) throw new InvalidOperationException($"not committed: {result}");
    }
}
