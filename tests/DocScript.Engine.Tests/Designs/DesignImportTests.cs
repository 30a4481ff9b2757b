using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Designs;
using DocScript.Engine.Storage;
using DocScript.Language.Text;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Designs;

/// <summary>A store gets another design whole, judged against every document there is when it is committed, or not at all; and undo never brings one back that breaks documents.</summary>
public sealed class DesignImportTests : IAsyncDisposable
{
    private const string Types = """ "contentTypes": [{"handle": "article", "metadata": [{"handle": "title", "type": "li-text"}]}]""";
    private const string Paragraph = """{"name": "paragraph", "html": "<p doc-editable=\"text\"></p>"}""", Box = """{"name": "box", "html": "<p doc-editable=\"text\"></p>"}""";

    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
    private static readonly Design Small = DesignJson.Parse($$"""{"name": "small", "components": [{{Paragraph}}], {{Types}}}""");
    private static readonly Design Boxes = DesignJson.Parse($$"""{"name": "boxes", "components": [{{Paragraph}}, {{Box}}], {{Types}}}""");

    private readonly MemoryStore _store = new(Clock);
    private readonly FixedIds _ids = new();

    [Fact]
    public async Task A_design_that_fits_is_there_for_the_next_script_and_undo_takes_it_back()
    {
        await RunAsync("create article { insert paragraph }");
        var done = Assert.IsType<Done>((await ImportAsync(Boxes)).Result);
        Assert.Equal("boxes", Design().Name);
        var made = await RunAsync("use 1 { insert box as b }");
        Assert.IsType<Done>(await UndoAsync(made.Transaction));
        Assert.IsType<Done>(await UndoAsync(done.Transaction));
        Assert.Equal("docscript", Design().Name);
    }

    [Fact]
    public async Task A_design_that_breaks_documents_changes_nothing_unless_it_is_forced()
    {
        await RunAsync("create article title \"A\" { insert quote as q }; create article { insert paragraph }");
        var before = StoreDump.Of(_store);
        var (refused, draft) = await ImportAsync(Small);
        var diagnostic = Assert.Single(Assert.IsType<Failed>(refused).Diagnostics);
        Assert.Equal(("DS3197", "article 1 \"A\" breaks under the design", "component 'q': there is no component type 'quote'", "nothing was changed"), (diagnostic.Code.Id, diagnostic.Message, diagnostic.Label, diagnostic.Note));
        Assert.Equal((1, 2), (draft.Impact.Count, draft.Impact.Judged));
        Assert.Equal(before, StoreDump.Of(_store));

        Assert.IsType<Done>((await ImportAsync(Small, force: true)).Result);
        Assert.Equal("small", Design().Name);
        // What is broken already is no reason to refuse the next design.
        Assert.Equal(0, (await ImportAsync(Boxes)).Draft.Impact.Count);
        Assert.Equal("boxes", Design().Name);
    }

    [Fact]
    public async Task The_same_design_again_is_no_transaction()
    {
        await ImportAsync(Small);
        var before = StoreDump.Of(_store);
        var (result, draft) = await ImportAsync(Small);
        Assert.True(draft.IsSame);
        Assert.Null(Assert.IsType<Done>(result).Position);
        Assert.Equal(before, StoreDump.Of(_store));
    }

    [Fact]
    public async Task A_design_without_content_types_keeps_those_of_the_store_without_the_components_it_lacks()
    {
        await ImportAsync(DesignJson.Parse($$"""{"components": [{{Paragraph}}, {{Box}}], "contentTypes": [{"handle": "news", "components": ["paragraph", "box"]}]}"""));
        var (_, draft) = await ImportAsync(DesignJson.Parse($$"""{"components": [{{Paragraph}}]}"""));
        Assert.Equal("content type 'news' stays as it is, without box, which the design does not have", Assert.Single(draft.Kept));
        Assert.Equal(["paragraph"], Design().ContentTypes["news"].Components!);
        var again = DesignText.Read(new SourceText("shown", Json(DesignSource.Of(Design()))));
        Assert.True((await ImportAsync(again.Design!)).Draft.IsSame);
    }

    [Theory]
    [InlineData("create article { insert quote }")]
    [InlineData("use 1 { insert quote }")]
    [InlineData("use 1 { set meta section = \"s\" }")]
    public async Task A_document_that_comes_between_is_judged_too(string meanwhile)
    {
        await RunAsync("create article { insert paragraph }");
        var store = new InterposedStore(_store, async attempt =>
        {
            if (attempt == 1) await RunAsync(meanwhile);
        });
        var (result, draft) = await ImportAsync(Small, store: store);
        Assert.IsType<Failed>(result);
        Assert.Equal(1, draft.Impact.Count);
        Assert.Equal("docscript", Design().Name);
    }

    [Fact]
    public async Task A_script_that_ran_under_the_old_design_runs_again_under_the_new_one()
    {
        await RunAsync("create article { insert paragraph }");
        var store = new InterposedStore(_store, async attempt =>
        {
            if (attempt == 1) await ImportAsync(Small);
        });
        var result = await new ScriptEngine(store, CommandTable.BuiltIn, Clock, _ids).RunAsync(Request("use 1 { insert quote }"));
        Assert.Equal("DS2102", Assert.Single(Assert.IsType<Invalid>(result).Diagnostics).Code.Id);
    }

    [Fact]
    public async Task Documents_that_keep_changing_are_a_conflict_that_changes_nothing()
    {
        await RunAsync("create article { insert paragraph }");
        var store = new InterposedStore(_store, attempt => RunAsync($"use 1 {{ set title = \"{attempt}\" }}"));
        Assert.Equal("DS4004", Assert.Single(Assert.IsType<InConflict>((await ImportAsync(Small, store: store)).Result).Diagnostics).Code.Id);
        Assert.Equal("docscript", Design().Name);
    }

    [Fact]
    public async Task Undo_is_refused_where_a_document_made_since_would_break_under_the_earlier_design()
    {
        var import = Assert.IsType<Done>((await ImportAsync(Boxes)).Result);
        var made = await RunAsync("create article { insert box as b }");
        var before = StoreDump.Of(_store);
        var refused = Assert.Single(Assert.IsType<InConflict>(await UndoAsync(import.Transaction)).Diagnostics);
        Assert.Equal(("DS4007", "document 1 would break under the earlier design: there is no component type 'box'"), (refused.Code.Id, refused.Message));
        Assert.Equal(before, StoreDump.Of(_store));
        Assert.IsType<Done>(await UndoAsync(made.Transaction));
        Assert.IsType<Done>(await UndoAsync(import.Transaction));
    }

    [Fact]
    public async Task Undo_of_a_design_runs_again_for_a_document_that_comes_between()
    {
        var import = Assert.IsType<Done>((await ImportAsync(Boxes)).Result);
        var store = new InterposedStore(_store, async attempt =>
        {
            if (attempt == 1) await RunAsync("create article { insert box as b }");
        });
        Assert.IsType<InConflict>(await new ScriptEngine(store, CommandTable.BuiltIn, Clock, _ids).UndoAsync(import.Transaction, "anna"));
        Assert.Equal("boxes", Design().Name);
    }

    [Fact]
    public async Task Undo_is_refused_where_the_design_was_changed_since_and_redo_brings_it_again()
    {
        var first = Assert.IsType<Done>((await ImportAsync(Boxes)).Result);
        var second = Assert.IsType<Done>((await ImportAsync(Small)).Result);
        Assert.IsType<InConflict>(await UndoAsync(first.Transaction));
        var undone = Assert.IsType<Done>(await UndoAsync(second.Transaction));
        Assert.Equal("boxes", Design().Name);
        Assert.IsType<Done>(await UndoAsync(undone.Transaction));
        Assert.Equal("small", Design().Name);
    }

    [Fact]
    public async Task Working_copies_are_judged_too_also_one_that_is_made_meanwhile()
    {
        await RunAsync("create article { insert paragraph }");
        await RunAsync("use 1 { checkout }");
        var store = new InterposedStore(_store, async attempt =>
        {
            if (attempt == 1) await RunAsync("use 1 { insert quote as q }");
        });
        var (result, _) = await ImportAsync(Small, store: store);
        Assert.Equal("article 1 (working copy) breaks under the design", Assert.Single(Assert.IsType<Failed>(result).Diagnostics).Message);
        await RunAsync("use 1 { undo checkout }");
        Assert.IsType<Done>((await ImportAsync(Small)).Result);
    }

    [Fact]
    public async Task A_thousand_broken_documents_are_counted_and_twenty_are_shown()
    {
        await RunAsync($"for each i in [{string.Join(", ", Enumerable.Range(0, 1000))}] {{ create article {{ insert quote }} }}");
        var (result, draft) = await ImportAsync(Small);
        Assert.Equal(20, Assert.IsType<Failed>(result).Diagnostics.Length);
        Assert.Equal((1000, 1000), (draft.Impact.Count, draft.Impact.Judged));
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static string Json(Value value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer)) ValueJson.Write(writer, value);
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static RunRequest Request(string script) => new() { Source = new SourceText("script", script), Actor = "anna" };

    private Task<(RunResult Result, DesignDraft Draft)> ImportAsync(Design design, bool force = false, IStore? store = null) =>
        new DesignImport(store ?? _store, Clock, _ids).RunAsync(design, "design.json", "anna", force);

    private async Task<Done> RunAsync(string script) => Assert.IsType<Done>(await new ScriptEngine(_store, CommandTable.BuiltIn, Clock, _ids).RunAsync(Request(script)));

    private Task<RunResult> UndoAsync(Guid transaction) => new ScriptEngine(_store, CommandTable.BuiltIn, Clock, _ids).UndoAsync(transaction, "anna");

    private Design Design()
    {
        using var reader = _store.Read();
        return DesignDocument.Of(reader);
    }
}
