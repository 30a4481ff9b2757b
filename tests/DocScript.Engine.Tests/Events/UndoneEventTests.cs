using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;
using DocScript.Testing.Events;

namespace DocScript.Engine.Tests.Events;

/// <summary>Hooks before what no script does: undo, schedules and saved plans, where they may refuse.</summary>
public sealed class UndoneEventTests
{
    private const string Article = "create article title \"A\" { insert paragraph as p1 with {text: \"one\"} }";

    private readonly List<string> _seen = [];

    [Fact]
    public async Task Undo_raises_the_events_of_what_it_does()
    {
        var world = HookWorld.With([.. EventNames.All.Select(name => Hook.Before(EventNames.Find(name)!.Value, "log", context => _seen.Add($"{context.Event} {context.Document}")))]);
        var made = await world.DoneAsync(Article);
        var edited = await world.DoneAsync("set title = \"B\"\npublish", document: 1);
        _seen.Clear();
        HookWorld.Is<Done>(await world.Engine.PlanUndoAsync(edited.Transaction, "ana"));
        Assert.Equal(["Unpublish 1", "Change 1"], Taken());
        HookWorld.Is<Done>(await world.Engine.UndoAsync(edited.Transaction, "ana"));
        Assert.Equal(["Unpublish 1", "Change 1"], Taken());
        var deleting = HookWorld.Is<Done>(await world.Engine.UndoAsync(made.Transaction, "ana"));
        Assert.Equal(["Delete 1"], Taken());
        HookWorld.Is<Done>(await world.Engine.UndoAsync(deleting.Transaction, "ana"));
        Assert.Equal(["Create 1", "Change 1"], Taken());
    }

    [Fact]
    public async Task A_hook_refuses_an_undo_as_it_would_a_script()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Unpublish, "keep", context => context.Refuse("it must stay", "ask ben")));
        await world.DoneAsync(Article);
        var published = await world.DoneAsync("publish", document: 1);
        var before = world.Load(1);
        foreach (var result in new[] { await world.Engine.UndoAsync(published.Transaction, "ana"), await world.Engine.PlanUndoAsync(published.Transaction, "ana") })
        {
            var refused = Assert.Single(Assert.IsType<Failed>(result).Diagnostics);
            Assert.Equal(("DS6201", "unpublish of document 1 was refused by 'keep': it must stay", "ask ben", "nothing was changed"), (refused.Code.Id, refused.Message, refused.Help, refused.Note));
        }

        Assert.Equal(before, world.Load(1));
    }

    [Fact]
    public async Task What_a_hook_would_edit_in_an_undo_is_ignored_and_listed()
    {
        var world = HookWorld.With(
            Hook.Before(DocumentEvents.Unpublish, "busy", context =>
            {
                // Within the hook its edits are seen, so that it comes to its end.
                var made = context.Documents.Create("article", "by-hook", "New", ObjectValue.Empty);
                var component = context.Documents.Edit(made).Insert("paragraph", null, new AtRoot(First: false), ObjectValue.Empty);
                context.Documents.Edit(made).SetDirective(component, "text", null, new TextValue("two"), null);
                context.Documents.Edit(context.Document).SetTitle("edited", null);
                context.Documents.Edit(context.Document).CheckOut();
                context.Documents.Edit(context.Document).SetTitle("again", null);
                _seen.Add(context.Documents.Find(context.Document)!.Title);
            }),
            Hook.Before(DocumentEvents.Unpublish, "calm", context => _seen.Add($"{context.Documents.Find(context.Document)!.Title} {context.Documents.Find("by-hook") is null}")));
        await world.DoneAsync(Article);
        var published = await world.DoneAsync("publish", document: 1);
        var undone = HookWorld.Is<Done>(await world.Engine.UndoAsync(published.Transaction, "ana"));
        Assert.Equal(["again", "A True"], _seen);
        var ignored = Assert.Single(undone.Warnings);
        Assert.Equal(("DS6203", Severity.Warning, "the hook 'busy' before unpublish of document 1 would have edited documents 1, 2, which was ignored"), (ignored.Code.Id, ignored.Severity, ignored.Message));
        Assert.Equal([1L], undone.Documents.Select(document => document.Changes.Id));
        Assert.Equal(("A", null, null), (world.Load(1)!.Title, world.Load(1)!.Header.Checkout, world.Load(1)!.Header.Publication));
        Assert.Null(world.Load(2));
        Assert.Equal(2, Assert.Single((await world.DoneAsync(Article)).Documents).Changes.Id);
        Assert.Empty(await world.Store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task A_schedule_runs_the_hooks_and_what_they_edit_happens_with_it()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "stamp", context => context.Documents.Edit(context.Document).SetTitle("stamped", null)));
        await world.DoneAsync(Article + "\nuse 1\nschedule publish at \"2026-05-02\"");
        world.Clock.Advance(TimeSpan.FromDays(2));
        var ticked = Assert.Single(await TickAsync(world));
        Assert.Null(ticked.Failure);
        Assert.Equal(("stamped", true), (world.Load(1)!.Title, world.Load(1)!.Header.Unchanged));
    }

    [Fact]
    public async Task A_refusal_ends_a_schedule_with_its_reason_and_edits_before_it_do_not_happen()
    {
        var world = HookWorld.With(
            Hook.Before(DocumentEvents.Publish, "1", context => context.Documents.Edit(context.Document).SetTitle("edited", null)),
            Hook.Before(DocumentEvents.Publish, "2", context => context.Refuse("not on a Saturday")));
        await world.DoneAsync(Article + "\nuse 1\nschedule publish at \"2026-05-02\"");
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("publish of document 1 was refused by '2': not on a Saturday", Assert.Single(await TickAsync(world)).Failure);
        Assert.Equal(("A", null, null), (world.Load(1)!.Title, world.Load(1)!.Header.Publication, world.Load(1)!.Header.PublishAt));
        Assert.Empty(await TickAsync(world));
    }

    [Fact]
    public async Task A_saved_plan_is_refused_when_a_hook_refuses_it_now_and_otherwise_is_applied_as_it_is()
    {
        var mayPublish = true;
        var world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "count", context =>
        {
            if (!mayPublish) context.Refuse("closed");
            context.Documents.Edit(context.Document).SetTitle(context.Documents.Find(context.Document)!.Title + "+", null);
        }));
        await world.DoneAsync(Article);
        var (_, plan) = await world.Engine.SavePlanAsync(HookWorld.Request("publish", document: 1));
        mayPublish = false;
        Assert.Equal("DS6201", Assert.Single(Assert.IsType<Failed>(await world.Engine.ApplyAsync(plan!)).Diagnostics).Code.Id);
        Assert.Null(world.Load(1)!.Header.Publication);
        mayPublish = true;
        Assert.Empty(HookWorld.Is<Done>(await world.Engine.ApplyAsync(plan!)).Warnings);
        Assert.Equal(("A+", true), (world.Load(1)!.Title, world.Load(1)!.Header.Unchanged));
    }

    [Fact]
    public async Task Hooks_after_events_are_run_for_undo_schedules_and_saved_plans()
    {
        var world = HookWorld.With([.. new[] { DocumentEvents.Publish, DocumentEvents.Unpublish }.Select(on => Hook.After(on, "log", context => _seen.Add($"{context.Event} {context.Document} by {context.Actor}")))]);
        await world.DoneAsync(Article + "\nuse 1\nschedule publish at \"2026-05-02\"");
        world.Clock.Advance(TimeSpan.FromDays(2));
        var ticked = HookWorld.Is<Done>(Assert.Single(await TickAsync(world)).Result);
        Assert.Equal(["Publish 1 by scheduler"], Taken());
        HookWorld.Is<Done>(await world.Engine.UndoAsync(ticked.Transaction, "ana"));
        Assert.Equal(["Unpublish 1 by ana"], Taken());
        var (_, plan) = await world.Engine.SavePlanAsync(HookWorld.Request("publish", document: 1));
        Assert.Empty(Taken());
        HookWorld.Is<Done>(await world.Engine.ApplyAsync(plan!));
        Assert.Equal(["Publish 1 by ana"], Taken());
    }

    [Fact]
    public async Task Work_whose_hooks_can_not_be_had_is_refused_and_not_done_without()
    {
        var (world, source) = (HookWorld.With(), new Untrusted());
        var engine = new ScriptEngine(world.Store, source, world.Clock, new RandomIds());
        var made = await world.DoneAsync(Article + "\nuse 1\npublish\nschedule unpublish at \"2026-05-02\"");
        var (_, plan) = await world.Engine.SavePlanAsync(HookWorld.Request("unpublish", document: 1));
        foreach (var result in new[] { await engine.UndoAsync(made.Transaction, "ana"), await engine.PlanUndoAsync(made.Transaction, "ana"), await engine.ApplyAsync(plan!), await engine.RunAsync(HookWorld.Request("unpublish", document: 1)) })
            Assert.Equal("DS6201", Assert.Single(Assert.IsType<Failed>(result).Diagnostics).Code.Id);
        world.Clock.Advance(TimeSpan.FromDays(2));
        var ticked = Assert.Single(await engine.TickAsync().ToListAsync());
        Assert.Null(ticked.Failure);
        Assert.IsType<Failed>(ticked.Result);
        Assert.NotNull(world.Load(1)!.Header.UnpublishAt);
        Assert.Equal("DS6201", Assert.Single(await engine.DrainAsync()).Code.Id);
        Assert.Equal("DS6201", Assert.Single((await engine.RetryHooksAsync()).Problems).Code.Id);
        Assert.Equal(
            [DocumentEvents.Unpublish | DocumentEvents.Delete | DocumentEvents.Change, DocumentEvents.Unpublish, DocumentEvents.Publish | DocumentEvents.Unpublish, DocumentEvents.All],
            source.Asked.Distinct());
    }

    private static async Task<List<Ticked>> TickAsync(HookWorld world) => await world.Engine.TickAsync().ToListAsync();

    private List<string> Taken()
    {
        List<string> taken = [.. _seen];
        _seen.Clear();
        return taken;
    }

    private sealed class Untrusted : ICommandSource
    {
        public List<DocumentEvents> Asked { get; } = [];

        public CommandSelection Select(ScriptNeeds needs, IStore store)
        {
            Asked.Add(needs.Events);
            return new(CommandTable.BuiltIn, [new Diagnostic(EventCodes.All[0], Severity.Error, "the folder is not trusted")]);
        }
    }
}
