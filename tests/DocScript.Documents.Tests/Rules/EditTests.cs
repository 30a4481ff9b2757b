using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests;

/// <summary>What the rules make of edits that they allow.</summary>
public sealed class EditTests
{
    private static readonly Document Document = TestDesign.Document;
    private static readonly Document Public = Document with { Header = Document.Header with { Publication = 7, Unchanged = true } };

    private static TextValue Text(string text) => new(text);

    private static Document EmptyBox => ContentRuleCases.Document with { Components = ContentRuleCases.Document.Components.Update("box", box => box with { Content = box.Content.With("box", ObjectValue.Empty) }) };

    private static Edit Style(string component, string? directive, string property, string value) =>
        Rules.SetStyle(ContentRuleCases.Design, ContentRuleCases.Document, component, directive, property, ContentRuleCases.Value(value), null);

    private static Edit Condition(string value) => Rules.SetCondition(ContentRuleCases.Design, ContentRuleCases.Document, "p", "dateTime", ContentRuleCases.Value(value), null);

    private static ObjectValue Json(string json) => (ObjectValue)ValueJson.Parse(json.Quoted());

    public static TheoryData<string, Func<Edit>> Nothings => new()
    {
        { "the same title", () => Rules.SetTitle(TestDesign.Design, Document, "Title", null) },
        { "the same metadata", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("title"), Text("a"), null) },
        { "the same metadata, with the right old value", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("title"), Text("a"), Text("a")) },
        { "the same date", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("date"), new DateValue(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), null) },
        { "unset of what is unset", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("priority"), null, null) },
        { "null for what is unset", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("priority"), Value.Null, null) },
        { "unset of a member that is unset", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("free", "x", "y"), null, null) },
        { "the same style", () => Style("p", null, "side", "'left'") },
        { "a style that is unset", () => Style("p", null, "tint", "null") },
        { "empty text for a style that is unset", () => Style("box", "box", "tint", "''") },
        { "a condition without dates", () => Condition("{'gte': null}") },
        { "an empty object for what is unset", () => Rules.SetDirective(ContentRuleCases.Design, ContentRuleCases.Document, "media", "image", null, ObjectValue.Empty, null) },
        { "nothing but what an editable does not take", () => Rules.SetDirective(ContentRuleCases.Design, ContentRuleCases.Document, "note", "text", null, Text("<b></b>"), null) },
        { "the same text", () => Rules.SetDirective(TestDesign.Design, Document, "p1", "text", null, Text("one"), null) },
        { "empty text for what is unset", () => Rules.SetDirective(TestDesign.Design, Document, "last", "text", null, Text(""), null) },
        { "a move to where it is", () => Rules.Move(TestDesign.Design, Document, "p1", new AtRoot(First: true)) },
        { "a move after its predecessor", () => Rules.Move(TestDesign.Design, Document, "list", new BesideSibling("p1", null, null, null)) },
        { "a move before its successor", () => Rules.Move(TestDesign.Design, Document, "list", new BesideSibling(null, "cols", null, null)) },
        { "a move between its neighbours", () => Rules.Move(TestDesign.Design, Document, "list", new BesideSibling("p1", "cols", null, null)) },
        { "a move to the end, where it is", () => Rules.Move(TestDesign.Design, Document, "i2", new InContainer("list", null, First: false)) },
        { "a publication of what is public", () => Rules.Publish(TestDesign.Design, Public, 8, default) },
    };

    [Theory]
    [MemberData(nameof(Nothings))]
    public void An_edit_that_would_change_nothing_is_none(string edit, Func<Edit> attempt) => Assert.True(attempt() == Edit.None, edit);

    public static TheoryData<string, Func<Edit>, Change> Changes => new()
    {
        { "null deletes", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("title"), Value.Null, null), new MetadataSet(MetadataPath.Of("title"), Text("a"), null) },
        { "a date becomes text", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("date"), new DateValue(DateTimeOffset.UnixEpoch), null), new MetadataSet(MetadataPath.Of("date"), Text("2026-01-01T00:00:00.000Z"), Text("1970-01-01T00:00:00.000Z")) },
        { "a date at any depth becomes text", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("free", "x"), new ListValue([new DateValue(DateTimeOffset.UnixEpoch)]), null), new MetadataSet(MetadataPath.Of("free", "x"), null, new ListValue([Text("1970-01-01T00:00:00.000Z")])) },
        { "a member", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("free", "a"), Text("y"), null), new MetadataSet(MetadataPath.Of("free", "a"), Text("x"), Text("y")) },
        { "a member of an empty object", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("free", "empty", "a", "b"), Text("y"), null), new MetadataSet(MetadataPath.Of("free", "empty"), ObjectValue.Empty, Json("{'a': {'b': 'y'}}")) },
        { "a member of what is unset", () => Rules.SetMetadata(TestDesign.Design, Document, MetadataPath.Of("team", "owner"), Text("ann"), null), new MetadataSet(MetadataPath.Of("team", "owner"), null, Text("ann")) { IsSystem = true } },
        { "empty text is unset", () => Rules.SetDirective(TestDesign.Design, Document, "p1", "text", null, Text(""), null), new DirectiveSet("p1", "text", Text("one"), null) },
        { "null is unset", () => Rules.SetDirective(TestDesign.Design, Document, "p1", "text", DirectiveKind.Editable, Value.Null, Text("one")), new DirectiveSet("p1", "text", Text("one"), null) },
        { "bare html is wrapped", () => Rules.SetDirective(TestDesign.Design, Document, "all", "html", null, Text("<b>"), null), new DirectiveSet("all", "html", null, Json("{'html': '<b>'}")) },
        { "a date is text, also as html", () => Rules.SetDirective(TestDesign.Design, Document, "all", "html", null, new DateValue(DateTimeOffset.UnixEpoch), null), new DirectiveSet("all", "html", null, Json("{'html': '1970-01-01T00:00:00.000Z'}")) },
        { "false is a value", () => Rules.SetDirective(TestDesign.Design, Document, "all", "toggle", null, new BooleanValue(false), null), new DirectiveSet("all", "toggle", null, new BooleanValue(false)) },
        { "markup that an editable does not take goes", () => Rules.SetDirective(TestDesign.Design, Document, "p1", "text", null, Text("<b onclick=x>a</b><p>b</p>"), Text("one")), new DirectiveSet("p1", "text", Text("one"), Text("<b>a</b>b")) },
        { "an include has its service", () => Rules.SetDirective(ContentRuleCases.Design, ContentRuleCases.Document, "teaser", "many", null, Json("{'params': {}}"), null), new DirectiveSet("teaser", "many", null, Json("{'service': 'poll', 'params': {}}")) },
        { "a style", () => Style("p", null, "side", "'right'"), new StyleSet("p", null, "side", Text("left"), Text("right")) },
        { "a style of a directive", () => Style("box", "box", "tint", "'x'"), new StyleSet("box", "box", "tint", null, Text("x")) },
        { "a style of a directive that is unset", () => Style("box", "free", "any", "'x'"), new StyleSet("box", "free", "any", null, Text("x")) },
        { "the last style of a directive", () => Style("box", "box", "side", "null"), new StyleSet("box", "box", "side", Text("left"), null) },
        { "a style of an empty directive", () => Rules.SetStyle(ContentRuleCases.Design, EmptyBox, "box", "box", "tint", Text("x"), null), new DirectiveSet("box", "box", ObjectValue.Empty, Json("{'tint': 'x'}")) },
        { "styles that are unset are left out", () => Rules.SetDirective(ContentRuleCases.Design, ContentRuleCases.Document, "box", "box", null, Json("{'side': null, 'tint': ''}"), null), new DirectiveSet("box", "box", Json("{'side': 'left'}"), null) },
        { "a condition", () => Condition("{'gte': '2026-01-01', 'lt': null}"), new ConditionSet("p", "dateTime", null, Json("{'gte': '2026-01-01'}")) },
        { "a date in a condition is text", () => Rules.SetCondition(ContentRuleCases.Design, ContentRuleCases.Document, "p", "dateTime", ObjectValue.Empty.With("lt", new DateValue(DateTimeOffset.UnixEpoch)), null), new ConditionSet("p", "dateTime", null, Json("{'lt': '1970-01-01T00:00:00.000Z'}")) },
        { "after", () => Rules.Move(TestDesign.Design, Document, "p1", new BesideSibling("list", null, null, null)), new ComponentMoved("p1", new(null, null, null, "list"), new(null, null, "list", "cols")) },
        { "before", () => Rules.Move(TestDesign.Design, Document, "last", new BesideSibling(null, "list", null, null)), new ComponentMoved("last", new(null, null, "all", null), new(null, null, "p1", "list")) },
        { "into a container", () => Rules.Move(TestDesign.Design, Document, "p1", new InContainer("cols", "right", First: true)), new ComponentMoved("p1", new(null, null, null, "list"), new("cols", "right", null, null)) },
        { "out of a fixed parent's container", () => Rules.Move(TestDesign.Design, Document, "m", new AtRoot(First: false)), new ComponentMoved("m", new("cols", "left", "f1", "f2"), new(null, null, "last", null)) },
        { "next to a fixed one in the middle", () => Rules.Insert(TestDesign.Design, Document, new BesideSibling(null, "f2", "cols", "left"), TestDesign.New("n", "paragraph")), new ComponentInserted(new("cols", "left", "m", "f2"), TestDesign.New("n", "paragraph")) },
        { "every container is there", () => Rules.Insert(TestDesign.Design, Document, new AtRoot(First: false), TestDesign.New("n", "columns")), new ComponentInserted(new(null, null, "last", null), TestDesign.New("n", "columns") with { Containers = [new("left", []), new("right", [])] }) },
        { "the first publication", () => Rules.Publish(TestDesign.Design, Document, 8, default), new Published(8, null, false) },
        { "the next publication", () => Rules.Publish(TestDesign.Design, Public with { Header = Public.Header with { Unchanged = false } }, 8, default), new Published(8, 7, false) },
        { "the end of a publication", () => Rules.Unpublish(Public), new Unpublished(7, true, 1) },
        { "undo of a removal goes behind the old predecessor", () => Rules.Undo(TestDesign.Design, Document, new ComponentRemoved(new(null, null, "p1", "cols"), TestDesign.New("n", "paragraph"))), new ComponentInserted(new(null, null, "p1", "list"), TestDesign.New("n", "paragraph")) },
        { "undo of a removal goes before the old successor", () => Rules.Undo(TestDesign.Design, Document, new ComponentRemoved(new(null, null, "gone", "all"), TestDesign.New("n", "paragraph"))), new ComponentInserted(new(null, null, "cols", "all"), TestDesign.New("n", "paragraph")) },
        { "undo of unpublish, the content unchanged", () => Rules.Undo(TestDesign.Design, Document, new Unpublished(7, true, 1)), new PublicationRestored(null, false, 7, true) },
        { "undo of unpublish, the content changed since", () => Rules.Undo(TestDesign.Design, Document with { Header = Document.Header with { Version = 2 } }, new Unpublished(7, true, 1)), new PublicationRestored(null, false, 7, false) },
        { "undo of a member that was null", () => Rules.Undo(TestDesign.Design, Document with { Metadata = Json("{'free': {'none': 1}}") }, new MetadataSet(MetadataPath.Of("free", "none"), Value.Null, new IntegerValue(1))), new MetadataSet(MetadataPath.Of("free", "none"), new IntegerValue(1), Value.Null) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void An_edit_becomes_the_change_that_says_it_all(string edit, Func<Edit> attempt, Change expected)
    {
        var made = attempt();
        Assert.True(made.Violation is null, $"{edit}: {made.Violation?.Message}");
        Assert.Equal(expected, made.Change);
    }

    [Fact]
    public void A_new_document_has_its_id_for_a_key_unless_one_is_chosen()
    {
        Assert.Equal("5", New(null).Header.Key);
        Assert.Equal("release-notes", New("release-notes").Header.Key);

        static Document New(string? key) => ((Created)Rules.Create(TestDesign.Design, 5, key, "article", null, ObjectValue.Empty).Change!).Initial;
    }

    [Fact]
    public void An_import_names_everything_that_is_wrong()
    {
        var bad = Document with
        {
            Metadata = Json("{'title': 1, 'nothing': 2, 'date': 'soon'}"),
            Components = ComponentTree.Of([
                TestDesign.New("a", "item", Json("{'text': 1, 'ghost': 'x'}")),
                TestDesign.New("b", "nobody-knows"),
                TestDesign.New("c", "page-only"),
                TestDesign.Filled(TestDesign.New("d", "list"), "items", TestDesign.New("e", "paragraph"))]),
        };
        Assert.Equal(
            [RuleSet.MetadataKind, RuleSet.MetadataExists, RuleSet.MetadataKind, RuleSet.DirectiveValue, RuleSet.DirectiveExists, RuleSet.AllowedParents, RuleSet.ComponentTypeExists, RuleSet.ComponentTypeAllowed, RuleSet.AllowedChildren],
            Rules.Import(TestDesign.Design, bad).Select(violation => violation.Rule));
        Assert.Equal([null, null, null, "a", "a", "a", "b", "c", "e"], Rules.Import(TestDesign.Design, bad).Select(violation => violation.Component));
        Assert.Empty(Rules.Import(TestDesign.Design, Document));
    }
}
