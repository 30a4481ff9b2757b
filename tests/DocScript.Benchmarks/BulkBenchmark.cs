using System.Diagnostics;
using System.Globalization;
using DocScript.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// One script that sets metadata on every document, in one durable transaction, against a hand-written loop that rewrites the same header rows and appends the same
/// journal rows. Each is a process of its own that is given a fresh copy of the same file, in turns, so that the memory of the one that runs the script is all its own.
/// </summary>
internal static class BulkBenchmark
{
    private const int WarmDocuments = 1_000;

    public static async Task RunAsync(bool quick)
    {
        var (documents, rounds) = quick ? (5_000, 3) : (100_000, 7);
        using var folder = new TemporaryFolder("docscript-bulk-");
        var (filled, small) = (folder.File("filled.db"), folder.File("small.db"));
        await FillAsync(filled, documents);
        await FillAsync(small, WarmDocuments);
        var (seconds, ratios, processor, peaks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            string[] ours = [.. Copies("ours"), Copy(filled, "ours.db")];
            string[] theirs = [.. Copies("theirs"), Copy(filled, "theirs.db")];
            var our = Child(["bulk-child", "script", .. ours]);
            var their = Child(["bulk-child", "loop", .. ours.Zip(theirs).SelectMany(pair => new[] { pair.First, pair.Second })]);
            seconds.Add(our[0]);
            ratios.Add(our[0] / their[0]);
            processor.Add(our[1] / their[1]);
            peaks.Add(our[2] / 1e6);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents of {Size(filled)} bytes: {new Sample(seconds).ToString("F2")} s"));
        Aim.AtMost("time against the hand-written loop", new Sample(ratios), 3);
        Console.WriteLine($"        of the processor: {new Sample(processor).ToString("F2")}");
        Aim.AtMost("peak working set of the process that runs the script, MB", new Sample(peaks), 1000);

        IEnumerable<string> Copies(string name) => Enumerable.Range(0, BulkChild.WarmUps).Select(number => Copy(small, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.db")));

        string Copy(string from, string name)
        {
            File.Copy(from, folder.File(name), overwrite: true);
            return folder.File(name);
        }
    }

    private static async Task FillAsync(string file, int documents)
    {
        await using var store = SqliteStore.Open(file);
        await StoreFill.FillAsync(store, documents, id => StoreFill.Article(id, paragraphs: 4, sentences: 4));
    }

    private static double[] Child(string[] arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "DocScript.Benchmarks"), arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var written = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"'{arguments[1]}' ended with {child.ExitCode}");
        return [.. written.Split(' ').Select(each => double.Parse(each, CultureInfo.InvariantCulture))];
    }

    private static long Size(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return (long)(double)connection.Read("SELECT avg(length(changes)) FROM journal").Single()[0];
    }
}
