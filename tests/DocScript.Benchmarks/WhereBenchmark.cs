using System.Diagnostics;
using System.Globalization;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// A document found by indexed metadata among very many, against the SQL that selects and reads its rows by hand, in turns. Once for documents all over the store, which nobody
/// has in memory, and once for the same few.
/// </summary>
internal static class WhereBenchmark
{
    private const int Few = 100;
    private const int Queries = 500;
    private const int WarmUp = 20;
    private const double TimesBare = 2;

    public static async Task RunAsync(bool quick)
    {
        var (documents, rounds) = quick ? (20_000, 10) : (1_000_000, 60);
        using var folder = new TemporaryFolder("docscript-where-");
        var file = folder.File("store.db");
        var from = Stopwatch.GetTimestamp();
        await using (var empty = SqliteStore.Open(file)) await IndexedStore.FillAsync(empty, documents);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{documents} documents made in {Stopwatch.GetElapsedTime(from).TotalSeconds:F1} s"));

        await using var store = SqliteStore.Open(file);
        using var bare = new BareQuery(file);
        var random = new Random(1);
        Compare("one of all", () => random.Next(documents) + 1, store, bare, rounds);
        Compare($"one of the same {Few}", () => random.Next(Few) + 1, store, bare, rounds);
    }

    private static void Compare(string what, Func<int> next, SqliteStore store, BareQuery bare, int rounds)
    {
        var (theirs, ours, scripts, ratios, scriptRatios) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            var asked = Enumerable.Range(0, Queries).Select(_ => next()).ToList();
            var their = Measure(asked, number => bare.Count(IndexedStore.ValueOf(number)));
            var our = Measure(asked, number => Find(store, number));
            // Others than the query just brought into memory.
            var script = Measure([.. asked.Select(_ => next())], number => RunScript(store, number));
            if (round < 0) continue;
            theirs.Add(their);
            ours.Add(our);
            scripts.Add(script);
            ratios.Add(our / their);
            scriptRatios.Add(script / their);
        }

        Console.WriteLine($"{what}: bare SQL {new Sample(theirs).ToString("F1")} µs, query {new Sample(ours).ToString("F1")} µs, whole script {new Sample(scripts).ToString("F1")} µs");
        Console.WriteLine($"whole script (parsed, checked, run) against bare SQL: {new Sample(scriptRatios).ToString("F2")}");
        Aim.AtMost("time of the query against bare SQL", new Sample(ratios), TimesBare);
    }

    /// <summary>The microseconds of the middle query; each must find exactly one document.</summary>
    private static double Measure(List<int> asked, Func<int, int> query) => new Sample(asked.Select(number =>
    {
        var from = Stopwatch.GetTimestamp();
        if (query(number) != 1) throw new InvalidOperationException($"document {number} was not found once");
        return Stopwatch.GetElapsedTime(from).TotalMicroseconds;
    })).Median;

    private static int Find(SqliteStore store, int number)
    {
        using var reader = store.Read();
        return reader.Find(new Filter([new(new MetadataField(IndexedStore.Property), ComparisonOperator.Equal, new TextValue(IndexedStore.ValueOf(number)))])).Count();
    }

    private static int RunScript(SqliteStore store, int number)
    {
        var source = new SourceText("benchmark", $"for each document as d where meta.{IndexedStore.Property} == \"{IndexedStore.ValueOf(number)}\" {{ print d.id }}");
        var result = Edit.EngineOf(store).RunAsync(new RunRequest { Source = source, Actor = "benchmark" }).GetAwaiter().GetResult();
        return result is Done done ? done.Printed.Length : throw new InvalidOperationException($"not done: {result}");
    }
}
