using System.Diagnostics;
using System.Globalization;
using DocScript.Engine.Commands;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Benchmarks;

/// <summary>Parsing from 10 kB to 10 MB: time and allocation a character, which must not grow with the length.</summary>
internal static class ParseBenchmark
{
    private static readonly int[] Lengths = [10_000, 100_000, 1_000_000, 10_000_000];

    public static void Run(bool quick)
    {
        var sources = Lengths.Select(length => new SourceText("benchmark", ScriptText.OfLength(length))).ToList();
        foreach (var source in sources) Check(Parse(source));
        for (var warm = 0; warm < 300; warm++) Parse(sources[0]);

        // Each round measures all lengths, so that a slow moment of the machine meets all of them.
        var rounds = Enumerable.Range(0, quick ? 3 : 15).Select(_ => sources.Select(Measure).ToList()).ToList();
        Console.WriteLine("characters   MB/s   ns/character   of it in the collector   bytes/character   time against 100 kB   without the collector");
        for (var index = 0; index < sources.Count; index++)
        {
            var time = new Sample(rounds.Select(round => round[index].Nanoseconds));
            var ratio = new Sample(rounds.Select(round => round[index].Nanoseconds / round[1].Nanoseconds));
            var paused = new Sample(rounds.Select(round => round[index].Paused));
            var own = new Sample(rounds.Select(round => (round[index].Nanoseconds - round[index].Paused) / (round[1].Nanoseconds - round[1].Paused)));
            var bytes = rounds[^1][index].Bytes;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{sources[index].Text.Length,10}  {1000 / time.Median,5:F1}  {time.Median,13:F1}   {paused.Median,22:F1}   {bytes,15:F1}   {ratio.ToString("F2")}   {own.ToString("F2")}"));
        }
    }

    private static (double Nanoseconds, double Paused, double Bytes) Measure(SourceText source)
    {
        var times = Math.Max(1, 2_000_000 / source.Text.Length);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var paused = GC.GetTotalPauseDuration();
        var from = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++) Parse(source);
        var elapsed = Stopwatch.GetElapsedTime(from);
        var characters = (double)source.Text.Length * times;
        return (elapsed.TotalNanoseconds / characters, (GC.GetTotalPauseDuration() - paused).TotalNanoseconds / characters, (GC.GetAllocatedBytesForCurrentThread() - allocated) / characters);
    }

    // A new source each time: what it finds out about its lines is part of parsing.
    private static ParseResult Parse(SourceText source) => ScriptParser.Parse(new SourceText(source.Name, source.Text), CommandTable.BuiltIn.Grammar);

    private static void Check(ParseResult parsed)
    {
        if (!parsed.IsValid) throw new InvalidOperationException($"the benchmark's script does not parse: {parsed.Diagnostics[0].Message}");
    }
}
