using System.Diagnostics;
using System.Globalization;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// What an edit costs in a document with 10,000 components against one with 10, and in a store with 1,000,000 documents against one with 1,000: a script from its text to its commit,
/// warm, in memory and on SQLite, in turns.
/// </summary>
internal static class ScalingBenchmark
{
    private const int Small = 1, Large = 2;

    // As many documents of the large store are edited in turn as the small one has.
    private const int Edited = 1000;

    private static int _number;

    public static async Task RunAsync(bool quick)
    {
        var (components, documents) = quick ? (2_000, 20_000) : (10_000, 1_000_000);
        using var folder = new TemporaryFolder("docscript-scaling-");
        foreach (var isDurable in new[] { false, true })
        {
            var kind = isDurable ? "SQLite, durable" : "in memory";
            await using (var store = Open("components")) await ComponentsAsync(store, kind, components, quick);
            await using var few = Open("few");
            await using var many = Open("many");
            await StoreFill.FillAsync(few, Edited, id => StoreFill.Article(id, paragraphs: 1, sentences: 1));
            await StoreFill.FillAsync(many, documents, id => StoreFill.Article(id, paragraphs: 1, sentences: 1));
            await DocumentsAsync(few, many, kind, documents, quick);

            IStore Open(string name) => isDurable ? SqliteStore.Open(folder.File(name + ".db")) : new MemoryStore();
        }
    }

    private static async Task ComponentsAsync(IStore store, string kind, int components, bool quick)
    {
        await StoreFill.FillAsync(store, Large, id => StoreFill.Article(id, paragraphs: id == Small ? 10 : components, sentences: 1));
        var engine = Engine(store);
        var places = new Dictionary<int, int> { [Small] = 5, [Large] = components / 2 };
        var shape = string.Create(CultureInfo.InvariantCulture, $"{components} components against 10, {kind}");
        await CompareAsync($"a directive set, {shape}", 2, quick, document => RunAsync(engine, $"use {Text(document)}\nset p{Text(places[document])}.text = \"Edited {Text(_number++)}.\""));
        // The other half of an insert is a remove, so that the two keep their sizes.
        await CompareAsync(
            $"a component inserted in the middle and removed, {shape}",
            2,
            quick,
            async document =>
            {
                await RunAsync(engine, $"use {Text(document)}\ninsert paragraph as mine after p{Text(places[document])} with {{text: \"New {Text(_number++)}.\"}}");
                await RunAsync(engine, $"use {Text(document)}\nremove mine");
            });
    }

    private static async Task DocumentsAsync(IStore few, IStore many, string kind, int documents, bool quick)
    {
        var engines = new Dictionary<int, ScriptEngine> { [Small] = Engine(few), [Large] = Engine(many) };
        var (apart, next) = (documents / Edited, new Dictionary<int, int> { [Small] = 0, [Large] = 0 });
        await CompareAsync(
            string.Create(CultureInfo.InvariantCulture, $"a directive set, {documents} documents against {Edited}, {kind}"),
            1.5,
            quick,
            store =>
            {
                var place = next[store]++ % Edited;
                var document = store == Small ? place + 1 : (place * apart) + 1;
                return RunAsync(engines[store], $"use {Text(document)}\nset p1.text = \"Edited {Text(_number++)}.\"");
            });
    }

    /// <summary>Blocks of edits of the small and of the large one in turns; compared are whole blocks, with all that an edit now and then has to do beside, and the middle edits of both.</summary>
    private static async Task CompareAsync(string what, double aim, bool quick, Func<int, Task> edit)
    {
        var (rounds, edits) = quick ? (5, 100) : (41, 500);
        await BlockAsync(Small, 2 * Edited);
        await BlockAsync(Large, 2 * Edited);
        var (middles, wholes, times) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var small = await BlockAsync(Small, edits);
            var large = await BlockAsync(Large, edits);
            times.Add(new Sample(large).Median * 1e6);
            middles.Add(new Sample(large).Median / new Sample(small).Median);
            wholes.Add(large.Sum() / small.Sum());
        }

        Aim.AtMost(what, new Sample(wholes), aim);
        Console.WriteLine($"        of the middle edits {new Sample(middles).ToString("F2")}; the large one's is {new Sample(times).ToString("F0")} µs");

        async Task<List<double>> BlockAsync(int which, int count)
        {
            var seconds = new List<double>(count);
            for (var each = 0; each < count; each++)
            {
                var from = Stopwatch.GetTimestamp();
                await edit(which);
                seconds.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
            }

            return seconds;
        }
    }

    private static ScriptEngine Engine(IStore store) => new(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());

    private static async Task RunAsync(ScriptEngine engine, string script)
    {
        var result = await engine.RunAsync(new RunRequest { Source = new SourceText("benchmark", script), Actor = "benchmark" });
        if (result is not Done) throw new InvalidOperationException($"not done: {result}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
