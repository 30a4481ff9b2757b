using System.Diagnostics;
using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// One script that sets metadata on every document, in one durable transaction, against a hand-written loop that rewrites the same header rows and appends the same
/// journal rows. Each is a process of its own that starts with a fresh copy of the same file, in turns, so that the memory of the one that runs the script is all its own.
/// </summary>
internal static class BulkBenchmark
{
    private const string Script = """for each document { set meta source = "the archive" }""";

    public static async Task RunAsync(bool quick)
    {
        var (documents, rounds) = quick ? (5_000, 3) : (100_000, 7);
        var folder = Directory.CreateTempSubdirectory("docscript-bulk-");
        try
        {
            var (filled, ours, theirs) = (Path.Combine(folder.FullName, "filled.db"), Path.Combine(folder.FullName, "ours.db"), Path.Combine(folder.FullName, "theirs.db"));
            await using (var store = SqliteStore.Open(filled)) await StoreFill.FillAsync(store, documents, id => StoreFill.Article(id, paragraphs: 4, sentences: 4));
            var (seconds, ratios, processor, peaks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                File.Copy(filled, ours, overwrite: true);
                File.Copy(filled, theirs, overwrite: true);
                var our = Child("bulk-script", ours);
                var their = Child("bulk-loop", ours, theirs);
                seconds.Add(our[0]);
                ratios.Add(our[0] / their[0]);
                processor.Add(our[1] / their[1]);
                peaks.Add(our[2] / 1e6);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents of {Size(filled)} bytes: {new Sample(seconds).ToString("F2")} s"));
            Console.WriteLine($"time against the hand-written loop: {Aim.AtMost(3, new Sample(ratios))}; of the processor {new Sample(processor).ToString("F2")}");
            Console.WriteLine($"peak working set of the process, MB: {Aim.AtMost(1000, new Sample(peaks), "F0")}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The process that runs the script: writes what <see cref="ProcessWatch"/> reads.</summary>
    public static async Task RunScriptAsync(string file)
    {
        await using var store = SqliteStore.Open(file);
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        var watch = new ProcessWatch();
        var result = await engine.RunAsync(new RunRequest { Source = new SourceText("benchmark", Script), Actor = "benchmark" });
        Console.WriteLine(watch.Read());
        if (result is not Done) throw new InvalidOperationException($"not done: {result}");
    }

    /// <summary>The process that writes what the script wrote, by hand: writes the same.</summary>
    public static void RunLoop(string ours, string theirs) => Console.WriteLine(HandWrittenBulk.Write(ours, theirs));

    private static double[] Child(params string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "DocScript.Benchmarks"), arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var written = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{arguments[0]} ended with {child.ExitCode}");
        return [.. written.Split(' ').Select(each => double.Parse(each, CultureInfo.InvariantCulture))];
    }

    private static long Size(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT avg(length(changes)) FROM journal";
        return (long)(double)command.ExecuteScalar()!;
    }
}
