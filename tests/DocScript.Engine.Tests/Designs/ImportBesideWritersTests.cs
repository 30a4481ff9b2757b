using DocScript.Engine.Commands;
using DocScript.Engine.Json;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Designs;

public sealed class ImportBesideWritersTests
{
    [Fact]
    public async Task A_whole_import_with_a_design_judges_a_document_that_was_changed_meanwhile_again()
    {
        var clock = new FixedClock(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        var ids = new FixedIds();
        await using var store = new MemoryStore(clock);
        var engine = new ScriptEngine(store, CommandTable.BuiltIn, clock, ids);
        await engine.RunAsync(Request("create article { insert paragraph as p }"));
        var between = new InterposedStore(store, attempt => attempt == 1 ? engine.RunAsync(Request("use 1 { insert quote as q }")) : Task.CompletedTask);
        var design = """{"components": [{"name": "paragraph", "html": "<p doc-editable=\"text\"></p>"}], "contentTypes": [{"handle": "article"}]}"""u8.ToArray();
        var result = await new DocumentImport(between, CommandTable.BuiltIn, clock, ids).RunAsync(new ImportSource("x", new ImportFile("design.json", design), []), new ImportOptions("anna"));
        Assert.Contains("quote", Assert.Single(Assert.IsType<ImportRefused>(result).Problems).Message, StringComparison.Ordinal);
    }

    private static RunRequest Request(string script) => new() { Source = new SourceText("script", script), Actor = "anna" };
}
