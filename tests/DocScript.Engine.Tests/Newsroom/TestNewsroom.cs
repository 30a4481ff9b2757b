using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;
using DocScript.Testing.Data;

namespace DocScript.Engine.Tests.Newsroom;

/// <summary>A store in memory with real documents in it, and an engine to run the scripts of <c>scripts/</c>.</summary>
internal sealed class TestNewsroom : IAsyncDisposable
{
    public const string LivingTimes = "../shared/data/living-times";
    public const string Own = "scripts/newsroom";

    private static readonly DateTimeOffset Instant = new(2025, 4, 1, 9, 30, 0, TimeSpan.Zero);
    private readonly FixedIds ids = new();

    private TestNewsroom() => Engine = new ScriptEngine(Store, CommandTable.BuiltIn, new FixedClock(Instant), ids);

    public MemoryStore Store { get; } = new();

    public ScriptEngine Engine { get; }

    public static TestNewsroom Empty() => new();

    public static async Task<TestNewsroom> Of(string path, bool publish = false)
    {
        var newsroom = new TestNewsroom();
        var result = await newsroom.Import(ImportSource.Read(Repository.PathTo(path)), publish);
        if (result is ImportRefused refused) Assert.Fail(string.Join('\n', refused.Problems));
        Assert.IsType<Imported>(result);
        return newsroom;
    }

    public Task<ImportResult> Import(ImportSource source, bool publish = false) =>
        new DocumentImport(Store, CommandTable.BuiltIn, new FixedClock(Instant), ids).RunAsync(source, new ImportOptions("tester", publish));

    /// <summary>Runs a file of <c>scripts/</c>; parameters are given as on the command line.</summary>
    public Task<RunResult> Run(string script, params (string Name, string Value)[] parameters)
    {
        var path = Repository.PathTo($"scripts/{script}.docscript");
        return Engine.RunAsync(new RunRequest
        {
            Source = new SourceText($"{script}.docscript", File.ReadAllText(path)),
            Actor = "tester",
            Parameters = ObjectValue.Of(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (Value)new TextValue(parameter.Value)))),
        });
    }

    public DocScript.Documents.Document Load(long id)
    {
        using var reader = Store.Read();
        return reader.Load(id) ?? throw new InvalidOperationException("no such document");
    }

    public Documents.Designs.Design Design()
    {
        using var reader = Store.Read();
        return DesignDocument.Of(reader);
    }

    /// <summary>Every document as it would be exported, by id.</summary>
    public SortedDictionary<long, string> Exported()
    {
        using var reader = Store.Read();
        var design = DesignDocument.Of(reader);
        return new(reader.Find(Filter.All).ToDictionary(document => document.Id, document => System.Text.Encoding.UTF8.GetString(LivingdocsExport.Document(document, design))));
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
