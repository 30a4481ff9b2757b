using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;
using DocScript.Testing.Data;

namespace DocScript.Storage.Sqlite.Tests;

/// <summary>A value that is unique when published stays so in a file that many write to at once.</summary>
public sealed class UniqueValueTests : IDisposable
{
    private const string Design = """
        {"components": [], "contentTypes": [{"handle": "product", "metadata": [{"handle": "sku", "type": "li-unique-id", "config": {"uniquenessScope": "sku"}}]}]}
        """;

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Repository.PathTo("tests/cases/15-metadata-rules"), "*.case").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_of_metadata_comes_out_the_same_as_in_memory(string name)
    {
        var file = CaseFile.Parse(await System.IO.File.ReadAllTextAsync(Path.Combine(Repository.PathTo("tests/cases/15-metadata-rules"), name)));
        var outcome = await new CaseRunner(CommandTable.BuiltIn, clock => SqliteStore.Open(_folder.Path, SqliteStoreOptions.Default with { Clock = clock })).RunAsync(file);
        Assert.Equal(file.With(file.Expected).ToString(), file.With(outcome.Sections).ToString());
    }

    [Fact]
    public async Task Of_many_that_publish_one_value_at_once_exactly_one_wins()
    {
        await using var store = SqliteStore.Open(_folder.Path);
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());
        await SetDesign(store);
        for (var round = 0; round < 10; round++)
        {
            var sku = $"sku-{round}";
            Assert.IsType<Done>(await Run(engine, string.Join('\n', Enumerable.Range(0, 8).Select(number => $$"""create product key "p{{round}}-{{number}}" with {sku: "{{sku}}"}"""))));
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => Run(engine, $$"""use "p{{round}}-{{number}}"; publish"""))));

            Assert.Single(results.OfType<Done>());
            Assert.All(results.OfType<Failed>(), failed => Assert.Equal("DS3178", Assert.Single(failed.Diagnostics).Code.Id));
            Assert.Equal(8, results.OfType<Done>().Count() + results.OfType<Failed>().Count() + results.OfType<InConflict>().Count());
            using var reader = store.Read();
            Assert.Single(reader.Find(new([new(new MetadataField("sku"), ComparisonOperator.Equal, new TextValue(sku)), new(new ColumnField(Column.Published), ComparisonOperator.Equal, new BooleanValue(true))])));
        }

        Assert.Equal(80, _folder.Number("SELECT count(*) FROM metadata"));
    }

    private static Task<RunResult> Run(ScriptEngine engine, string script) => engine.RunAsync(new RunRequest { Source = new SourceText("test", script), Actor = "anna" });

    private async Task SetDesign(IStore store)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Design);
        var set = DesignDocument.Set(null, DesignJson.Read(json.RootElement), DateTimeOffset.UnixEpoch)!;
        using var reader = store.Read();
        Assert.IsType<Committed>(await store.CommitAsync(_folder.Transactions.On(reader).Build() with { Documents = [set] }));
    }
}
