using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Events;
using DocScript.Engine.Storage;
using DocScript.Testing.Events;

namespace DocScript.Engine.Tests.Events;

/// <summary>Hooks before events: their order, what they see, refuse and edit.</summary>
public sealed class BeforeHookTests
{
    private const string Article = "create article title \"A\" { insert paragraph as p1 with {text: \"one\"} }";

    private readonly List<string> _seen = [];

    [Fact]
    public async Task Hooks_run_in_the_order_of_their_names_once_for_each_event()
    {
        var world = HookWorld.With(
            [.. new[] { "b", "B", "a", "ä" }.Select(name => Hook.Before(DocumentEvents.Publish, name, context => _seen.Add($"{context.Event} {name} {context.Document} by {context.Actor}")))]);
        await world.DoneAsync(Article + "\nuse 1\npublish\npublish");
        Assert.Equal(["Publish B 1 by ana", "Publish a 1 by ana", "Publish b 1 by ana", "Publish ä 1 by ana"], _seen);
    }

    [Fact]
    public async Task A_publish_that_makes_nothing_public_is_no_event_and_one_after_another_edit_is_one_more()
    {
        var world = HookWorld.With(Log(DocumentEvents.Publish));
        await world.DoneAsync(Article + "\nuse 1\npublish");
        await world.DoneAsync("publish", document: 1);
        await world.DoneAsync("set title = \"B\"\npublish\nset title = \"C\"\npublish", document: 1);
        Assert.Equal(["Publish 1 'A'", "Publish 1 'B'", "Publish 1 'C'"], _seen);
    }

    [Fact]
    public async Task Each_event_is_raised_at_its_command_and_a_change_at_the_end()
    {
        var world = HookWorld.With([.. EventNames.All.Select(name => Log(EventNames.Find(name)!.Value))]);
        await world.DoneAsync(Article);
        Assert.Equal(["Create 1 'A'", "Change 1 'A'"], Taken());
        await world.DoneAsync("set title = \"B\"\npublish\nset title = \"C\"", document: 1);
        Assert.Equal(["Publish 1 'B'", "Change 1 'C'"], Taken());
        await world.DoneAsync("checkout\nset title = \"D\"", document: 1);
        Assert.Equal(["CheckOut 1 'C'"], Taken());
        await world.DoneAsync("checkin", document: 1);
        Assert.Equal(["CheckIn 1 'D'", "Change 1 'D'"], Taken());
        await world.DoneAsync("unpublish\ndelete", document: 1);
        Assert.Equal(["Unpublish 1 'D'", "Delete 1 'D'"], Taken());
        Assert.IsType<Failed>(await world.RunAsync("unpublish", document: 1));
        Assert.Empty(Taken());
    }

    [Fact]
    public async Task A_command_that_a_rule_refuses_raises_nothing_but_publish_which_a_hook_may_make_right()
    {
        var world = HookWorld.With([.. EventNames.All.Select(name => Log(EventNames.Find(name)!.Value))]);
        await world.DoneAsync(Article + "\nuse 1\npublish\ncreate article");
        Taken();
        foreach (var wrong in new[] { "use 1\ndelete", "use 2\nunpublish", "use 2\ncheckin" }) Assert.IsNotType<Done>(await world.RunAsync(wrong));
        Assert.Empty(Taken());
    }

    [Fact]
    public async Task A_refusal_stands_at_the_statement_and_nothing_was_changed()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "checklist", context => context.Refuse("it has no summary", "write one")));
        await world.DoneAsync(Article);
        var before = world.Load(1);
        var refused = Assert.Single(Assert.IsType<Failed>(await world.RunAsync("set title = \"B\"\npublish", document: 1)).Diagnostics);
        Assert.Equal(("DS6201", "publish of document 1 was refused by 'checklist': it has no summary", "write one"), (refused.Code.Id, refused.Message, refused.Help));
        Assert.Equal(("statement 2 of 2; nothing was changed", 16), (refused.Note, refused.Location!.Span.Start));
        Assert.Equal(before, world.Load(1));
    }

    [Fact]
    public async Task A_refusal_that_the_hook_catches_still_is_one()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Create, "no", context =>
        {
            try
            {
                context.Refuse("no");
            }
            catch (Exception error)
            {
                _seen.Add(error.Message);
            }
        }));
        Assert.Equal("DS6201", Assert.Single(Assert.IsType<Failed>(await world.RunAsync(Article)).Diagnostics).Code.Id);
        Assert.Single(_seen);
    }

    [Fact]
    public async Task What_a_hook_throws_is_a_failure_that_names_it()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Change, "broken", _ => throw new InvalidOperationException("no dictionary")));
        var failed = Assert.Single(Assert.IsType<Failed>(await world.RunAsync(Article)).Diagnostics);
        Assert.Equal(("DS6202", "the hook 'broken' before change of document 1 failed: no dictionary", null, "nothing was changed"), (failed.Code.Id, failed.Message, failed.Location, failed.Note));
    }

    [Fact]
    public async Task A_rule_that_a_hook_breaks_is_told_with_the_hook()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "tidy", context => context.Documents.Edit(context.Document).Remove("p9")));
        var failed = Assert.Single(Assert.IsType<Failed>(await world.RunAsync(Article + "\nuse 1\npublish")).Diagnostics);
        Assert.StartsWith("DS3 the hook 'tidy' before publish of document 1: ", failed.Code.Id[..3] + " " + failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hooks_see_each_others_edits_and_theirs_are_part_of_the_transaction()
    {
        var world = HookWorld.With(
            Hook.Before(DocumentEvents.Publish, "1", context => context.Documents.Edit(context.Document).SetTitle("by 1", null)),
            Hook.Before(DocumentEvents.Publish, "2", context => context.Documents.Edit(context.Document).SetTitle(context.Documents.Find(context.Document)!.Title + " and 2", null)));
        var done = await world.DoneAsync(Article + "\nuse 1\npublish");
        Assert.Equal("by 1 and 2", Assert.Single(done.Documents).Changes.After.Title);
        var document = world.Load(1)!;
        using var reader = world.Store.Read();
        Assert.Equal("by 1 and 2", reader.Publication(document.Header.Publication!.Value)!.Content.Title);
        Assert.True(document.Header.Unchanged);
        Assert.Empty(await world.Store.Maintenance.VerifyAsync());
    }

    [Fact]
    public async Task What_a_hook_does_raises_no_hooks_before()
    {
        var world = HookWorld.With(
            Hook.Before(DocumentEvents.Create, "twin", context =>
            {
                _seen.Add($"create {context.Document}");
                var twin = context.Documents.Create("article", "twin", "Twin", ObjectValue.Empty);
                context.Documents.Edit(twin).Insert("paragraph", "p1", new Documents.Components.AtRoot(First: false), ObjectValue.Of([new("text", new TextValue("two"))]));
                context.Documents.Edit(twin).Publish();
            }),
            Log(DocumentEvents.Publish),
            Log(DocumentEvents.Change));
        var done = await world.DoneAsync("create article key \"only\"");
        Assert.Equal(["create 1", "Change 1 ''"], _seen);
        Assert.Equal([1, 2], done.Documents.Select(document => document.Changes.Id));
    }

    [Fact]
    public async Task A_change_is_raised_once_for_each_document_and_not_for_one_that_is_gone()
    {
        var world = HookWorld.With(Log(DocumentEvents.Change));
        await world.DoneAsync("create article title \"1\"\ncreate article title \"2\"\ncreate article title \"3\"\ndelete");
        Assert.Equal(["Change 1 '1'", "Change 2 '2'"], Taken());
        await world.DoneAsync("use 2\nset title = \"x\"\nset title = \"2\"\nuse 1\nset title = \"y\"");
        Assert.Equal(["Change 1 'y'", "Change 2 '2'"], Taken());
    }

    [Fact]
    public async Task The_script_goes_on_where_it_was()
    {
        var world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "other", context =>
        {
            context.Documents.Edit(1).Insert("paragraph", "by-hook", new Documents.Components.AtRoot(First: false), ObjectValue.Empty);
            Assert.Equal(context.Document, context.Documents.Current);
        }));
        await world.DoneAsync(Article);
        var done = await world.DoneAsync("let x = 5\ncreate article title \"B\" {\n  insert paragraph as q1 with {text: \"t\"}\n  publish\n  print \"${x} ${id} ${inserted.id}\"\n}\nprint id", document: 1);
        Assert.Equal("5 2 q1; 1", string.Join("; ", done.Printed));
    }

    [Fact]
    public async Task A_plan_and_a_saved_plan_are_what_the_run_does()
    {
        EventHook[] hooks = [Hook.Before(DocumentEvents.Publish, "stamp", context => context.Documents.Edit(context.Document).SetTitle("stamped", null)), Hook.Before(DocumentEvents.Change, "no", context =>
        {
            if (context.Documents.Find(context.Document)!.Title == "bad") context.Refuse("bad");
        })];
        var (planned, run) = (HookWorld.With(hooks), HookWorld.With(hooks));
        foreach (var world in new[] { planned, run }) await world.DoneAsync(Article);
        var request = HookWorld.Request("publish", document: 1);
        var plan = HookWorld.Is<Done>(await planned.Engine.PlanAsync(request));
        var (saved, toApply) = await planned.Engine.SavePlanAsync(request);
        var applied = HookWorld.Is<Done>(await planned.Engine.ApplyAsync(toApply!));
        var done = HookWorld.Is<Done>(await run.Engine.RunAsync(request));
        Assert.Equal("stamped", done.Documents[0].Changes.After.Title);
        foreach (var other in new[] { plan, HookWorld.Is<Done>(saved), applied }) Assert.Equal(done.Documents[0].Changes.Changes.AsEnumerable(), other.Documents[0].Changes.Changes);
        Assert.IsType<Failed>(await planned.Engine.PlanAsync(HookWorld.Request("set title = \"bad\"", document: 1)));
    }

    [Fact]
    public async Task Nothing_of_an_earlier_attempt_survives()
    {
        var calls = 0;
        HookWorld? world = null;
        world = HookWorld.With(Hook.Before(DocumentEvents.Publish, "interposed", context =>
        {
            if (++calls == 1) world!.Other().DoneAsync("set meta description = \"meanwhile\"", "bert", 1).GetAwaiter().GetResult();
            var note = (context.Documents.Find(context.Document)!.Metadata.Find("description") as TextValue)?.Text ?? "none";
            context.Documents.Create("article", null, $"call {calls}, {note}", ObjectValue.Empty);
            context.Documents.Edit(context.Document).SetTitle($"call {calls}, {note}", null);
        }));
        await world.DoneAsync(Article);
        var done = await world.DoneAsync("publish", document: 1);
        Assert.Equal((2, 1), (calls, done.Reruns));
        Assert.Equal(["call 2, meanwhile", "call 2, meanwhile"], done.Documents.Select(document => document.Changes.After.Title));
        Assert.Null(world.Load(3));
    }

    private Hook Log(DocumentEvents on) => Hook.Before(on, $"log {on}", context => _seen.Add($"{context.Event} {context.Document} '{context.Documents.Find(context.Document)!.Title}'"));

    private List<string> Taken()
    {
        List<string> taken = [.. _seen];
        _seen.Clear();
        return taken;
    }
}
