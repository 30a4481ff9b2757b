using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Benchmarks;

/// <summary>
/// Parsing from 10 kB to 10 MB: time and allocation a character, which must not grow with the length, and the time against that of <see cref="JsonDocument"/>
/// on the same script as native JSON without space between. That ratio is of processor time, so that other programs on the machine are not in it.
/// </summary>
internal static class ParseBenchmark
{
    private static readonly int[] Lengths = [10_000, 100_000, 1_000_000, 10_000_000];

    public static Task RunAsync(bool quick)
    {
        var texts = Lengths.Select(length => new ParsedText(new SourceText("benchmark", ScriptText.OfLength(length)))).ToList();
        for (var warm = 0; warm < 300; warm++)
        {
            Parse(texts[0].Source);
            JsonDocument.Parse(texts[0].Json).Dispose();
        }

        // Each round measures all lengths, so that a slow moment of the machine meets all of them.
        var rounds = Enumerable.Range(0, quick ? 3 : 15).Select(_ => texts.Select(text => (Script: Measure(text.Source.Text.Length, () => Parse(text.Source)), Json: Measure(text.Source.Text.Length, () => JsonDocument.Parse(text.Json).Dispose()))).ToList()).ToList();
        Console.WriteLine("characters   MB/s   ns/character   of it in the collector   bytes/character   time against 100 kB   without the collector   bytes of JSON   time against JsonDocument");
        foreach (var (index, text) in texts.Index())
        {
            var time = new Sample(rounds.Select(round => round[index].Script.Nanoseconds));
            var paused = new Sample(rounds.Select(round => round[index].Script.Paused));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{text.Source.Text.Length,10}  {1000 / time.Median,5:F1}  {time.Median,13:F1}   {paused.Median,22:F1}   {rounds[^1][index].Script.Bytes,15:F1}   {Growth(index).ToString("F2")}   {OwnGrowth(index).ToString("F2")}   {text.Json.Length,13}   {AgainstJson(index).ToString("F2")}"));
        }

        foreach (var (index, text) in texts.Index())
        {
            var length = text.Source.Text.Length.ToString(CultureInfo.InvariantCulture);
            Aim.AtMost($"bytes allocated a character, {length} characters", new Sample(rounds.Select(round => round[index].Script.Bytes)), 100);
            Aim.AtMost($"time against JsonDocument, {length} characters", AgainstJson(index), 4);
        }

        return Task.CompletedTask;

        Sample Growth(int index) => new(rounds.Select(round => round[index].Script.Nanoseconds / round[1].Script.Nanoseconds));

        Sample OwnGrowth(int index) => new(rounds.Select(round => (round[index].Script.Nanoseconds - round[index].Script.Paused) / (round[1].Script.Nanoseconds - round[1].Script.Paused)));

        Sample AgainstJson(int index) => new(rounds.Select(round => round[index].Script.Processor / round[index].Json.Processor));
    }

    // All a character of the script, whichever form of it is read.
    private static (double Nanoseconds, double Processor, double Paused, double Bytes) Measure(int characters, Action read)
    {
        var times = Math.Max(1, 2_000_000 / characters);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var paused = GC.GetTotalPauseDuration();
        var processor = Environment.CpuUsage.TotalTime;
        var from = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++) read();
        var elapsed = Stopwatch.GetElapsedTime(from);
        var all = (double)characters * times;
        return (elapsed.TotalNanoseconds / all, (Environment.CpuUsage.TotalTime - processor).TotalNanoseconds / all, (GC.GetTotalPauseDuration() - paused).TotalNanoseconds / all, (GC.GetAllocatedBytesForCurrentThread() - allocated) / all);
    }

    // A new source each time: what it finds out about its lines is part of parsing.
    private static ParseResult Parse(SourceText source) => ScriptParser.Parse(new SourceText(source.Name, source.Text), CommandTable.BuiltIn.Grammar);

    /// <summary>A script with its JSON.</summary>
    private sealed record ParsedText(SourceText Source)
    {
        public ReadOnlyMemory<byte> Json { get; } = JsonOf(Parse(Source));

        private static ReadOnlyMemory<byte> JsonOf(ParseResult parsed)
        {
            if (!parsed.IsValid) throw new InvalidOperationException($"the benchmark's script does not parse: {parsed.Diagnostics[0].Message}");
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer, NativeScript.WriterOptions)) NativeScript.Write(json, parsed.Script);
            return buffer.WrittenMemory;
        }
    }
}
