using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocScript.Documents;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;
using DocScript.Testing.Cases;

namespace DocScript.Livingdocs.Tests;

/// <summary>The whole of our path: a document is imported from Livingdocs' JSON, changed by scripts, each a transaction, and exported as Livingdocs' JSON.</summary>
internal sealed class OurSide : IAsyncDisposable
{
    private const long Id = 1;

    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly MemoryStore _store = new(Clock);
    private readonly ScriptEngine _engine;

    private OurSide() => _engine = new ScriptEngine(_store, CommandTable.BuiltIn, Clock, new FixedIds());

    /// <summary>The document as it is.</summary>
    public Document Document
    {
        get
        {
            using var reader = _store.Read();
            return reader.Load(Id)!;
        }
    }

    public Design Design { get; private set; } = Design.BuiltIn;

    public static async Task<OurSide> ImportAsync(JsonObject design, Value content)
    {
        var side = new OurSide();
        var document = new JsonObject { ["id"] = Id, ["contentType"] = "article", ["content"] = ValueNode.Of(content) };
        var source = new ImportSource("walk", File("design.json", design), [File("1.json", document)]);
        var result = await new DocumentImport(side._store, CommandTable.BuiltIn, Clock, new FixedIds('i')).RunAsync(source, new ImportOptions("anna"));
        if (result is not Imported) throw new InvalidOperationException(result is ImportRefused refused ? string.Join('\n', refused.Problems) : result.ToString());
        using var reader = side._store.Read();
        side.Design = ScriptEngine.DesignOf(reader);
        return side;
    }

    /// <summary>Runs a script; what stands against it, or null.</summary>
    public async Task<Diagnostic?> RunAsync(string script)
    {
        var request = new RunRequest { Source = new SourceText("walk", script), Actor = "anna", Document = new IntegerValue(Id) };
        return await _engine.RunAsync(request) switch
        {
            Invalid invalid => invalid.Diagnostics.First(found => found.Severity == Severity.Error),
            Failed failed => failed.Diagnostics[0],
            InConflict conflict => conflict.Diagnostics[0],
            _ => null,
        };
    }

    /// <summary>The document's content as it is exported.</summary>
    public Value Export()
    {
        using var json = JsonDocument.Parse(LivingdocsExport.Document(Document, Design));
        return ValueJson.Read(json.RootElement.GetProperty("content"));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static ImportFile File(string name, JsonNode json) => new(name, Encoding.UTF8.GetBytes(json.ToJsonString()));
}
