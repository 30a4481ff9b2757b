using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Events;
using DocScript.Engine.Json;
using DocScript.Engine.Tests.Newsroom;
using DocScript.Testing.Events;

namespace DocScript.Engine.Tests.Events;

/// <summary>Hooks on what an import brings in.</summary>
public sealed class ImportHookTests
{
    private static readonly ImportSource Two = new("two", null, [Document(12, published: true), Document(7, published: false)]);

    private readonly List<string> _seen = [];

    [Fact]
    public async Task Hooks_before_see_each_document_as_it_is_made_and_made_public_and_at_the_end_its_content()
    {
        var result = await ImportAsync([.. EventNames.All.Select(name => Hook.Before(EventNames.Find(name)!.Value, "log", context => _seen.Add($"{context.Event} {context.Document}")))]);
        Assert.Empty(Assert.IsType<Imported>(result.Result).Told);
        Assert.Equal(["Create 7", "Create 12", "Publish 12", "Change 7", "Change 12"], _seen);
    }

    [Fact]
    public async Task A_refusal_imports_nothing_and_runs_nothing_after()
    {
        var (world, result) = await ImportAsync(
            Hook.Before(DocumentEvents.Publish, "checklist", context => context.Refuse("it has no summary", "write one")),
            Hook.After(DocumentEvents.Create, "tell", context => _seen.Add($"{context.Document}")));
        var refused = Assert.Single(Assert.IsType<Failed>(Assert.IsType<ImportStopped>(result).Refusal).Diagnostics);
        Assert.Equal(("DS6201", "publish of document 12 was refused by 'checklist': it has no summary", "nothing was changed"), (refused.Code.Id, refused.Message, refused.Note));
        Assert.Null(world.Load(7));
        Assert.Empty(_seen);
    }

    [Fact]
    public async Task What_a_hook_before_would_edit_is_ignored_and_told()
    {
        var (world, result) = await ImportAsync(Hook.Before(DocumentEvents.Create, "stamp", context => context.Documents.Edit(context.Document).SetTitle("stamped", null)));
        Assert.Equal(
            ["DS6203 the hook 'stamp' before create of document 7 would have edited document 7, which was ignored", "DS6203 the hook 'stamp' before create of document 12 would have edited document 12, which was ignored"],
            Assert.IsType<Imported>(result).Told.Select(told => $"{told.Code.Id} {told.Message}"));
        Assert.Equal("title of 12", world.Load(12)!.Title);
    }

    [Fact]
    public async Task Hooks_after_run_once_it_is_durable_and_edit_what_came_in()
    {
        var (world, result) = await ImportAsync(Hook.After(DocumentEvents.Publish, "stamp", context =>
        {
            _seen.Add($"{context.Document} in {context.Transaction}");
            context.Documents.Edit(context.Document).SetTitle("stamped", null);
        }));
        Assert.Equal([$"12 in {Assert.IsType<Imported>(result).Transaction}"], _seen);
        Assert.Equal(("stamped", "title of 7"), (world.Load(12)!.Title, world.Load(7)!.Title));
    }

    [Fact]
    public async Task A_plan_asks_hooks_before_and_commits_and_runs_nothing()
    {
        var world = HookWorld.With();
        var import = Of(world, Hook.Before(DocumentEvents.Create, "log", context => _seen.Add($"before {context.Document}")), Hook.After(DocumentEvents.Create, "tell", context => _seen.Add($"after {context.Document}")));
        var planned = Assert.IsType<Imported>(await import.PlanAsync(Two, new ImportOptions("ana")));
        Assert.Equal((null, 1), (planned.Position, planned.Published));
        Assert.Equal(["before 7", "before 12"], _seen);
        using var reader = world.Store.Read();
        Assert.Equal((0, 0), (reader.Position, reader.LastId(DocScript.Engine.Storage.IdKind.Publication)));
    }

    private static async Task<(HookWorld World, ImportResult Result)> ImportAsync(params EventHook[] hooks)
    {
        var world = HookWorld.With();
        return (world, await Of(world, hooks).RunAsync(Two, new ImportOptions("ana")));
    }

    private static DocumentImport Of(HookWorld world, params EventHook[] hooks) => new(world.Store, CommandTable.BuiltIn.With([], [], hooks), world.Clock, new FixedIds());

    private static ImportFile Document(long id, bool published) => Sources.File(
        $"{id}.json",
        $$"""{"id": {{id}}, "systemdata": {"contentType": "article"{{(published ? """, "publicationId": 77""" : "")}}}, "metadata": {"title": "title of {{id}}"}, "content": []}""");
}
