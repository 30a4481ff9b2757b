using System.Diagnostics;
using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>
/// One writer whose every commit is durable, against a hand-written loop that writes the very same rows with the same pragmas into a file of its own: in turns, block by
/// block, so that both meet the same moments of the disk. Once for transactions handed to the store, once for whole scripts.
/// </summary>
internal static class DurableBenchmark
{
    private const int Documents = 100;
    private const int WarmUp = 500;

    private static readonly RandomIds Ids = new();

    public static async Task RunAsync(bool quick)
    {
        var (pairs, commits) = quick ? (10, 20) : (100, 50);
        await CompareAsync("transactions handed to the store", pairs, commits, CommitAsync);
        await CompareAsync("scripts run by the engine", pairs, commits, RunScriptAsync);
    }

    private static async Task CompareAsync(string what, int pairs, int commits, Func<SqliteStore, ScriptEngine, int, Task> commit)
    {
        var folder = Directory.CreateTempSubdirectory("docscript-durable-");
        try
        {
            var (ours, theirs) = (Path.Combine(folder.FullName, "ours.db"), Path.Combine(folder.FullName, "theirs.db"));
            await using (var empty = SqliteStore.Open(ours)) await CreateAsync(empty);
            File.Copy(ours, theirs);

            await using var store = SqliteStore.Open(ours);
            var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
            using var loop = new HandWrittenLoop(theirs);
            var number = 0;
            var (ourRates, ratios) = (new List<double>(), new List<double>());
            for (var pair = -1; pair < pairs; pair++)
            {
                // Before the first pair both logs grow to the length at which they are written over: a file that grows costs a flush more.
                var count = pair < 0 ? WarmUp : commits;
                var our = new List<double>(count);
                for (var each = 0; each < count; each++)
                {
                    var from = Stopwatch.GetTimestamp();
                    await commit(store, engine, number++);
                    our.Add(Stopwatch.GetElapsedTime(from).TotalSeconds);
                }

                var rows = RowsOf.After(ours, loop.Position);
                var their = loop.Write(rows);
                if (rows.Count != count) throw new InvalidOperationException($"{count} commits, but {rows.Count} transactions");
                if (pair < 0) continue;
                // The middle commit of a block stands for it: one that waited for somebody else's flush says nothing of either.
                ourRates.Add(1 / new Sample(our).Median);
                ratios.Add(new Sample(their).Median / new Sample(our).Median);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {new Sample(ourRates).ToString("F0")} a second; against the hand-written loop {new Sample(ratios).ToString("F2")}; {commits} commits a block"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CreateAsync(SqliteStore store)
    {
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        for (var number = 1; number <= Documents; number++)
            await EnsureDoneAsync(engine, $$"""create article title "Article {{number}}" { insert paragraph with {text: "A first paragraph of an ordinary length, as articles have them."} }""");
    }

    private static Task RunScriptAsync(SqliteStore store, ScriptEngine engine, int number) =>
        EnsureDoneAsync(engine, string.Create(CultureInfo.InvariantCulture, $"use {number % Documents + 1}\nset meta section = \"section {number}\""));

    private static async Task CommitAsync(SqliteStore store, ScriptEngine engine, int number)
    {
        // The reader ends before the commit, as the engine's does: an open one keeps the log from being written over.
        Document document;
        long position;
        using (var reader = store.Read()) (document, position) = (reader.Load(number % Documents + 1)!, reader.Position);
        var value = new TextValue(string.Create(CultureInfo.InvariantCulture, $"section {number}"));
        var change = Rules.SetMetadata(Design.BuiltIn, document, MetadataPath.Of("section"), value, null).Change!;
        var instant = TimeProvider.System.GetUtcNow();
        var committed = await store.CommitAsync(new Transaction
        {
            Id = Ids.Transaction(instant),
            Actor = "benchmark",
            Instant = instant,
            Script = string.Create(CultureInfo.InvariantCulture, $"use {document.Id}\nset meta section = \"section {number}\""),
            ReadAt = position,
            Reads = ReadSet.Empty with { Documents = ReadSet.Empty.Documents.Add(document.Id, document.Header.Sequence) },
            Documents = [new DocumentChanges(document.Header.Sequence, [change], Document.Commit(document, [change], instant))],
        });
        if (committed is not Committed) throw new InvalidOperationException($"not committed: {committed}");
    }

    private static async Task EnsureDoneAsync(ScriptEngine engine, string script)
    {
        var result = await engine.RunAsync(new RunRequest { Source = new SourceText("benchmark", script), Actor = "benchmark" });
        if (result is not Done) throw new InvalidOperationException($"not done: {result}");
    }
}
