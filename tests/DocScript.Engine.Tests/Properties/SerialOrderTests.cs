using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Storage.Sqlite;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Properties;

/// <summary>16 writers on 10 documents, each script reading three and writing two: what comes out is what some serial order gives, and no update is lost.</summary>
public sealed class SerialOrderTests
{
    private const int Writers = 16, Documents = 10, ScriptsEach = 12;

    // What it writes depends on all that it read, so that a stale read shows in the outcome; it counts its writes, so that a lost one shows.
    private const string Script = """
        param reads: list
        param writes: list
        param mark: text
        let sum = 0
        for each d in reads { let sum = (sum * 31 + (document(d).meta.priority ?? d)) % 1000003 }
        for each d in writes {
          use d {
            set meta priority = sum + d
            set meta source = "${number(meta.source ?? "0") + 1}"
            insert paragraph at start with {text: mark}
          }
        }
        """;

    [Fact]
    public async Task In_memory() => await RunAsync(new MemoryStore());

    [Fact]
    public async Task In_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("docscript-serial-");
        try
        {
            await RunAsync(SqliteStore.Open(Path.Combine(folder.FullName, "store.db")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(IStore opened)
    {
        await using var store = opened;
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        var made = Assert.IsType<Done>(await engine.RunAsync(Request("for each n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] { create article title \"${n}\" }", ObjectValue.Empty)));
        var ids = made.Documents.Select(document => document.Changes.Id).ToList();
        Assert.Equal(Documents, ids.Count);

        using var start = new Barrier(Writers);
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return WriteAsync(engine, ids, writer);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap());
        await Task.WhenAll(writers);

        using var reader = store.Read();
        var journal = reader.Journal(made.Position!.Value).ToList();
        Assert.Equal(Writers * ScriptsEach, journal.Count);
        Assert.Equal(2 * Writers * ScriptsEach, ids.Sum(id => int.Parse(Text(reader.Load(id)!, "source"), CultureInfo.InvariantCulture)));
        Assert.All(ids, id => Assert.Equal(Text(reader.Load(id)!, "source"), reader.Load(id)!.Components.Count.ToString(CultureInfo.InvariantCulture)));
        await ReplayAsync(reader, ids, journal);
    }

    private static async Task WriteAsync(ScriptEngine engine, List<long> ids, int writer)
    {
        var random = new Random(writer);
        for (var number = 0; number < ScriptsEach; number++)
        {
            var chosen = ids.ToArray();
            random.Shuffle(chosen);
            var request = Request(Script, ObjectValue.Of(
            [
                new("reads", new ListValue([.. chosen.Take(3).Select(id => new IntegerValue(id))])),
                new("writes", new ListValue([.. chosen.Skip(2).Take(2).Select(id => new IntegerValue(id))])),
                new("mark", new TextValue(string.Create(CultureInfo.InvariantCulture, $"{writer}-{number}"))),
            ]));
            // Given up after its reruns: nothing was changed, so it is asked again, as a person would.
            while (await engine.RunAsync(request) is var result and not Done)
                Assert.Equal("DS4004", Assert.Single(Assert.IsType<InConflict>(result).Diagnostics).Code.Id);
        }
    }

    // The same scripts one after the other in commit order, on a store of their own, must give the same documents.
    private static async Task ReplayAsync(IStoreReader concurrent, List<long> ids, List<JournalEntry> journal)
    {
        await using var store = new MemoryStore();
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        await engine.RunAsync(Request("for each n in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] { create article title \"${n}\" }", ObjectValue.Empty));
        foreach (var entry in journal)
        {
            using var json = System.Text.Json.JsonDocument.Parse(entry.Parameters);
            Assert.IsType<Done>(await engine.RunAsync(Request(entry.Script, (ObjectValue)DocScript.Documents.Json.ValueJson.Read(json.RootElement))));
        }

        using var reader = store.Read();
        foreach (var id in ids) Assert.Equal(Shown(reader.Load(id)!), Shown(concurrent.Load(id)!));
    }

    private static RunRequest Request(string script, ObjectValue parameters) => new() { Source = new SourceText("script", script), Actor = "anna", Parameters = parameters };

    private static string Text(Document document, string property) => ((TextValue)document.Metadata.Find(property)!).Text;

    private static string Shown(Document document) => string.Join(
        '\n',
        [
            document.Header.Version.ToString(CultureInfo.InvariantCulture),
            .. document.Metadata.Entries.Select(entry => $"{entry.Key} {(entry.Value is TextValue text ? text.Text : ((NumberValue)entry.Value).AsDecimal.ToString(CultureInfo.InvariantCulture))}"),
            .. document.Components.Children(null, null).Select(component => ((TextValue)component.Content.Find("text")!).Text),
        ]);
}
