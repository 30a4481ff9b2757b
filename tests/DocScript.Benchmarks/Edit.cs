using System.Globalization;
using System.Runtime.CompilerServices;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>The smallest edit, one metadata property of one document, in the two ways by which it can reach a store.</summary>
/// <param name="Name">What it is called in the output.</param>
/// <param name="ApplyAsync">Commits the edit of a document, with a number that makes its value new.</param>
internal sealed record Edit(string Name, Func<SqliteStore, int, int, Task> ApplyAsync)
{
    private static readonly RandomIds Ids = new();
    private static readonly ConditionalWeakTable<SqliteStore, ScriptEngine> Engines = [];

    public static Edit AsTransaction { get; } = new("transactions handed to the store", CommitAsync);

    public static Edit AsScript { get; } = new("scripts run by the engine", async (store, document, number) => EnsureDone(await RunScriptAsync(EngineOf(store), document, number)));

    public static ScriptEngine EngineOf(SqliteStore store) =>
        Engines.GetValue(store, each => new ScriptEngine(each, CommandTable.BuiltIn, TimeProvider.System, new RandomIds()));

    /// <summary>Makes the documents with the ids from 1 in an empty store.</summary>
    public static async Task CreateAsync(SqliteStore store, int documents)
    {
        for (var number = 1; number <= documents; number++)
            EnsureDone(await RunAsync(EngineOf(store), $$"""create article title "Article {{number}}" { insert paragraph with {text: "A first paragraph of an ordinary length, as articles have them."} }"""));
    }

    public static Task<RunResult> RunScriptAsync(ScriptEngine engine, int document, int number) => RunAsync(engine, Script(document, number));

    private static string Script(int document, int number) => string.Create(CultureInfo.InvariantCulture, $"use {document}\nset meta section = \"section {number}\"");

    private static Task<RunResult> RunAsync(ScriptEngine engine, string script) => engine.RunAsync(new RunRequest { Source = new SourceText("benchmark", script), Actor = "benchmark" });

    private static void EnsureDone(RunResult result)
    {
        if (result is not Done) throw new InvalidOperationException($"not done: {result}");
    }

    private static async Task CommitAsync(SqliteStore store, int id, int number)
    {
        // The reader ends before the commit, as the engine's does: an open one keeps the log from being written over.
        Document document;
        long position;
        using (var reader = store.Read()) (document, position) = (reader.Load(id)!, reader.Position);
        var value = new TextValue(string.Create(CultureInfo.InvariantCulture, $"section {number}"));
        var change = Rules.SetMetadata(Design.BuiltIn, document, MetadataPath.Of("section"), value, null).Change!;
        var instant = TimeProvider.System.GetUtcNow();
        var committed = await store.CommitAsync(new Transaction
        {
            Id = Ids.Transaction(instant),
            Actor = "benchmark",
            Instant = instant,
            Script = Script(id, number),
            ReadAt = position,
            Reads = ReadSet.Empty with { Documents = ReadDocuments.None.With(KeyValuePair.Create(document.Id, document.Header.Sequence)) },
            Documents = [new DocumentChanges(document.Header.Sequence, [change], Document.Commit(document, [change], instant))],
        });
        if (committed is not Committed) throw new InvalidOperationException($"not committed: {committed}");
    }
}
