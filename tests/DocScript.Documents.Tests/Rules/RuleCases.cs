using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using static DocScript.Documents.Tests.TestDesign;

namespace DocScript.Documents.Tests;

/// <summary>A case of a rule: what breaks it and with which message, beside the nearest thing that does not.</summary>
public sealed record RuleCase(Rule Rule, string Message, Func<Violation?> Bad, Func<Violation?> Good)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Title}: {Message}";
}

/// <summary>The table of cases, one for each way to break each rule.</summary>
public static class RuleCases
{
    private static readonly Value TooLong = new TextValue("x");
    private static readonly Document Public = TestDesign.Document with { Header = TestDesign.Document.Header with { Publication = 7, Unchanged = true } };

    public static IEnumerable<RuleCase> Names =>
    [
        new(RuleSet.ContentTypeExists, "there is no content type 'artikel'", () => Rules.ContentTypeExists(Design, "artikel"), () => Rules.ContentTypeExists(Design, "article")),
        new(RuleSet.ContentTypeExists, "there is no content type 'artikel'", () => Create("artikel"), () => Create("article")),
        new(RuleSet.ComponentTypeExists, "there is no component type 'para'", () => Rules.ComponentTypeExists(Design, null, "para"), () => Rules.ComponentTypeExists(Design, null, "paragraph")),
        new(RuleSet.ComponentTypeAllowed, "content type 'article' does not take components of type 'page-only'", () => Rules.ComponentTypeExists(Design, "article", "page-only"), () => Rules.ComponentTypeExists(Design, "page", "page-only")),
        new(RuleSet.ComponentTypeAllowed, "content type 'article' does not take components of type 'page-only'", () => Insert(End, New("n", "page-only")), () => Insert(End, New("n", "top"))),
        new(RuleSet.MetadataExists, "content type 'article' has no metadata property 'titel'", () => Rules.MetadataExists(Design, "article", MetadataPath.Of("titel")), () => Rules.MetadataExists(Design, "article", MetadataPath.Of("title"))),
        new(RuleSet.MetadataExists, "content type 'page' has no metadata property 'priority'", () => Rules.MetadataExists(Design, "page", MetadataPath.Of("priority")), () => Rules.MetadataExists(Design, null, MetadataPath.Of("priority"))),
        new(RuleSet.MetadataExists, "no content type has a metadata property 'titel'", () => Rules.MetadataExists(Design, null, MetadataPath.Of("titel", "x")), () => Rules.MetadataExists(Design, null, MetadataPath.Of("title", "x"))),
        new(RuleSet.DirectiveExists, "component type 'paragraph' has no directive 'titel'", () => Rules.DirectiveExists(Design, "paragraph", "titel", null), () => Rules.DirectiveExists(Design, "paragraph", "text", null)),
        new(RuleSet.DirectiveExists, "'left' of 'columns' is a container, not a directive", () => Set("cols", "left", null, Text("x")), () => Rules.DirectiveExists(Design, "paragraph", "text", null)),
        new(RuleSet.DirectiveExists, "component type 'paragraph' has no directive 'titel'", () => Insert(End, New("n", "paragraph", Content("titel", Text("x")))), () => Insert(End, New("n", "paragraph", Content("text", Text("x"))))),
        new(RuleSet.DirectiveIsOfKind, "directive 'text' of 'all' is of kind editable, not link", () => Rules.DirectiveExists(Design, "all", "text", Documents.Designs.DirectiveKind.Link), () => Rules.DirectiveExists(Design, "all", "link", Documents.Designs.DirectiveKind.Link)),
        new(RuleSet.DirectiveIsOfKind, "directive 'link' of 'all' is of kind link, not editable", () => Set("all", "link", Documents.Designs.DirectiveKind.Editable, Text("x")), () => Set("all", "text", Documents.Designs.DirectiveKind.Editable, Text("x"))),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Set("p9", "text", null, Text("x")), () => Set("p1", "text", null, Text("x"))),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Rules.Remove(TestDesign.Document, "p9").Violation, () => Rules.Remove(TestDesign.Document, "p1").Violation),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Insert(new BesideSibling("p9", null, null, null)), () => Insert(new BesideSibling("p1", null, null, null))),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Insert(new BesideSibling(null, "p1", "p9", "left")), () => Insert(new BesideSibling("m", null, "cols", "left"))),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Insert(new InContainer("p9", null, true)), () => Insert(new InContainer("cols", "right", true))),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Move("p9", End), () => Move("p1", End)),
        new(RuleSet.ComponentExists, "document 42 has no component 'p9'", () => Move("p1", new BesideSibling("p9", null, null, null)), () => Move("p1", new BesideSibling("last", null, null, null))),
        new(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", () => Rules.KeyIsValid("42"), () => Rules.KeyIsValid("42a")),
        new(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", () => Rules.KeyIsValid(""), () => Rules.KeyIsValid("=")),
        new(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", () => Rules.KeyIsValid("a b"), () => Rules.KeyIsValid("a_b-c.d=E")),
        new(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", () => Rules.KeyIsValid("ä"), () => Rules.KeyIsValid("a")),
        new(RuleSet.KeyForm, "a key has 1 to 128 of the characters 0-9 A-Z a-z . _ = - and not only digits", () => Rules.KeyIsValid(new string('a', 129)), () => Rules.KeyIsValid(new string('a', 128))),
        new(RuleSet.ComponentIdFree, "document 42 has a component 'p1' already (paragraph)", () => Insert(End, New("p1", "paragraph")), () => Insert(End, New("p2", "paragraph"))),
        new(RuleSet.ComponentIdFree, "document 42 has a component 'n' already (item)", () => Insert(End, Filled(New("l", "list"), "items", New("n", "item"), New("n", "item"))), () => Insert(End, Filled(New("l", "list"), "items", New("n", "item"), New("o", "item")))),
        new(RuleSet.ComponentIdForm, "a component's id has 1 to 128 characters and no control characters", () => Insert(End, New("", "paragraph")), () => Insert(End, New("odd id", "paragraph"))),
        new(RuleSet.ComponentIdForm, "a component's id has 1 to 128 characters and no control characters", () => Insert(End, New("a\nb", "paragraph")), () => Insert(End, New("a.b", "paragraph"))),
        new(RuleSet.ComponentIdForm, "a component's id has 1 to 128 characters and no control characters", () => Insert(End, New(new string('a', 129), "paragraph")), () => Insert(End, New(new string('a', 128), "paragraph"))),
    ];

    public static IEnumerable<RuleCase> Values =>
    [
        new(RuleSet.MetadataKind, "metadata property 'title' must be text, not an integer", () => Meta("title", Integer(1)), () => Meta("title", Text("1"))),
        new(RuleSet.MetadataKind, "metadata property 'title' must be text, not an integer", () => Rules.MetadataAccepts(Design, "article", MetadataPath.Of("title"), Integer(1)), () => Rules.MetadataAccepts(Design, "article", MetadataPath.Of("title"), Value.Null)),
        new(RuleSet.MetadataKind, "metadata property 'priority' must be an integer, not text", () => Meta("priority", Text("1")), () => Meta("priority", Integer(1))),
        new(RuleSet.MetadataKind, "metadata property 'priority' must be an integer, not a decimal", () => Meta("priority", new DecimalValue(1.0m)), () => Meta("priority", Integer(-1))),
        new(RuleSet.MetadataKind, "metadata property 'featured' must be a boolean, not an integer", () => Meta("featured", Integer(0)), () => Meta("featured", new BooleanValue(false))),
        new(RuleSet.MetadataKind, "metadata property 'date' must be a date (ISO 8601), not \"yesterday\"", () => Meta("date", Text("yesterday")), () => Meta("date", Text("2026-02-03"))),
        new(RuleSet.MetadataKind, "metadata property 'tags' must be a list of texts, not [\"a\", 1]", () => Meta("tags", new ListValue([Text("a"), Integer(1)])), () => Meta("tags", new ListValue([Text("a")]))),
        new(RuleSet.MetadataKind, "metadata property 'image' must be an image object {url, width, height, …}, not {}", () => Meta("image", ObjectValue.Empty), () => Meta("image", Content("url", Text("x")))),
        new(RuleSet.MetadataKind, "metadata property 'image' must be an image object {url, width, height, …}, so 'image.width' can't be text", () => Meta("image.width", Text("x"), WithImage), () => Meta("image.width", Integer(1), WithImage)),
        new(RuleSet.MetadataKind, "metadata property 'title' must be text, not an integer", () => Rules.Create(Design, 1, null, "article", null, Content("title", Integer(1))).Violation, () => Rules.Create(Design, 1, null, "article", null, Content("title", Text("x"))).Violation),
        new(RuleSet.MemberOfObject, "metadata 'title' is text and has no member 'x'", () => Meta("title.x", Text("b")), () => Meta("free.x", Text("b"))),
        new(RuleSet.DirectiveValue, "directive 'text' of 'all' must be text, not an integer", () => Set("all", "text", null, Integer(1)), () => Set("all", "text", null, Text("1"))),
        new(RuleSet.DirectiveValue, "directive 'toggle' of 'all' must be true or false, not text", () => Set("all", "toggle", null, Text("true")), () => Set("all", "toggle", null, new BooleanValue(true))),
        new(RuleSet.DirectiveValue, "directive 'html' of 'all' must be text or an object {html: …}, not an object", () => Set("all", "html", null, ObjectValue.Empty), () => Set("all", "html", null, Text("<b>"))),
        new(RuleSet.DirectiveValue, "directive 'link' of 'all' must be an object {href: …}, not text", () => Set("all", "link", null, Text("x")), () => Set("all", "link", null, Content("href", Text("x")))),
        new(RuleSet.DirectiveValue, "directive 'image' of 'all' must be an object {url: …}, not text", () => Set("all", "image", null, Text("x")), () => Set("all", "image", null, Content("url", Text("x")))),
        new(RuleSet.DirectiveValue, "directive 'include' of 'all' must be an object, not text", () => Insert(End, New("n", "all", Content("include", Text("x")))), () => Insert(End, New("n", "all", Content("include", ObjectValue.Empty)))),
        new(RuleSet.Storable, "the title can't keep half a character", () => Rules.SetTitle(Design, TestDesign.Document, "\ud83d", null).Violation, () => Rules.SetTitle(Design, TestDesign.Document, "\ud83d\ude00", null).Violation),
        new(RuleSet.Storable, "the title can't keep half a character", () => Rules.Create(Design, 1, null, "article", "\ude00", ObjectValue.Empty).Violation, () => Rules.Create(Design, 1, null, "article", "", ObjectValue.Empty).Violation),
        new(RuleSet.Storable, "metadata property 'tags' can't keep half a character", () => Meta("tags", new ListValue([Text("x\ud83dx")])), () => Meta("tags", new ListValue([Text("x\ud83d\ude00x")]))),
        new(RuleSet.Storable, "metadata property 'free' can't keep a document", () => Meta("free", Content("a", new Unstorable())), () => Meta("free", Content("a", new DateValue(DateTimeOffset.UnixEpoch)))),
        new(RuleSet.Storable, "directive 'text' of 'paragraph' can't keep half a character", () => Set("p1", "text", null, Text("\ude00\ud83d")), () => Set("p1", "text", null, Text("😀"))),
        new(RuleSet.OldValue, "the title is \"Title\", not \"Other\"", () => Rules.SetTitle(Design, TestDesign.Document, "x", Text("Other")).Violation, () => Rules.SetTitle(Design, TestDesign.Document, "x", Text("Title")).Violation),
        new(RuleSet.OldValue, "metadata 'title' is \"a\", not null", () => Was("title", Value.Null), () => Was("title", Text("a"))),
        new(RuleSet.OldValue, "metadata 'priority' is unset, not 0", () => Was("priority", Integer(0)), () => Was("priority", Value.Null)),
        new(RuleSet.OldValue, "metadata 'date' is \"2026-01-01T00:00:00.000Z\", not \"2026-01-02T00:00:00.000Z\"", () => Was("date", new DateValue(new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero))), () => Was("date", new DateValue(new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1))))),
        new(RuleSet.OldValue, "'p1.text' is \"one\", not \"two\"", () => Rules.SetDirective(Design, TestDesign.Document, "p1", "text", null, TooLong, Text("two")).Violation, () => Rules.SetDirective(Design, TestDesign.Document, "p1", "text", null, TooLong, Text("one")).Violation),
        new(RuleSet.OldValue, "'p1.text' is \"one\", not null", () => Rules.SetDirective(Design, TestDesign.Document, "p1", "text", null, TooLong, Value.Null).Violation, () => Rules.SetDirective(Design, TestDesign.Document, "last", "text", null, TooLong, Text("")).Violation),
    ];

    public static IEnumerable<RuleCase> Places =>
    [
        new(RuleSet.ContainerExists, "component 'cols' (columns) has no container 'middle'", () => Insert(new InContainer("cols", "middle", true)), () => Insert(new InContainer("cols", "right", true))),
        new(RuleSet.ContainerExists, "component 'n' (columns) has no container 'top'", () => Insert(End, New("n", "columns") with { Containers = [new("top", [])] }), () => Insert(End, New("n", "columns"))),
        new(RuleSet.ContainerNamed, "component 'cols' (columns) has 2 containers", () => Insert(new InContainer("cols", null, true)), () => Insert(new InContainer("list", null, true), New("n", "item"))),
        new(RuleSet.ContainerNamed, "component 'p1' (paragraph) has no container", () => Insert(new InContainer("p1", null, true)), () => Insert(new AtRoot(true))),
        new(RuleSet.AllowedChildren, "container 'items' of 'list' (list) does not take components of type 'paragraph'", () => Insert(new InContainer("list", null, false)), () => Insert(new InContainer("list", null, false), New("n", "item"))),
        new(RuleSet.AllowedChildren, "container 'items' of 'list' (list) does not take components of type 'paragraph'", () => Move("p1", new InContainer("list", null, false)), () => Move("i1", new InContainer("list", null, false))),
        new(RuleSet.AllowedChildren, "container 'items' of 'n' (list) does not take components of type 'paragraph'", () => Insert(End, Filled(New("n", "list"), "items", New("o", "paragraph"))), () => Insert(End, Filled(New("n", "list"), "items", New("o", "item")))),
        new(RuleSet.AllowedParents, "components of type 'item' may not stand at the root of a document", () => Insert(End, New("n", "item")), () => Insert(new BesideSibling("i1", null, null, null), New("n", "item"))),
        new(RuleSet.AllowedParents, "components of type 'top' may not stand in 'cols' (columns)", () => Insert(new InContainer("cols", "right", true), New("n", "top")), () => Insert(End, New("n", "top"))),
        new(RuleSet.AllowedParents, "components of type 'item' may not stand at the root of a document", () => Move("i1", End), () => Move("i1", new BesideSibling("i2", null, null, null))),
        new(RuleSet.FixedStays, "component 'f1' can't be moved or removed: its position is fixed", () => Rules.Remove(TestDesign.Document, "f1").Violation, () => Rules.Remove(TestDesign.Document, "m").Violation),
        new(RuleSet.FixedStays, "component 'cols' can't be moved or removed: it contains 'f1', whose position is fixed", () => Rules.Remove(TestDesign.Document, "cols").Violation, () => Rules.Remove(TestDesign.Document, "list").Violation),
        new(RuleSet.FixedStays, "component 'f1' can't be moved or removed: its position is fixed", () => Move("f1", End), () => Move("m", End)),
        new(RuleSet.FixedStays, "component 'cols' can't be moved or removed: it contains 'f1', whose position is fixed", () => Move("cols", End), () => Move("list", End)),
        new(RuleSet.FixedEnds, "nothing can be put before 'f1', which is fixed at the start of its container", () => Insert(new BesideSibling(null, "f1", null, null)), () => Insert(new BesideSibling("f1", null, null, null))),
        new(RuleSet.FixedEnds, "nothing can be put before 'f1', which is fixed at the start of its container", () => Insert(new InContainer("cols", "left", true)), () => Insert(new InContainer("cols", "right", true))),
        new(RuleSet.FixedEnds, "nothing can be put after 'f3', which is fixed at the end of its container", () => Insert(new BesideSibling("f3", null, null, null)), () => Insert(new BesideSibling(null, "f2", null, null))),
        new(RuleSet.FixedEnds, "nothing can be put after 'f3', which is fixed at the end of its container", () => Move("p1", new InContainer("cols", "left", false)), () => Move("p1", new BesideSibling("m", "f2", "cols", "left"))),
        new(RuleSet.FixedEnds, "nothing can be put between 'f2' and 'f3', which are both fixed", () => Insert(new BesideSibling("f2", "f3", null, null)), () => Insert(new BesideSibling("m", "f2", null, null))),
        new(RuleSet.FixedEnds, "nothing can be put after 'f', which is fixed at the end of its container", () => Insert(new BesideSibling("f", null, null, null), document: Alone("f", isFixed: true)), () => Insert(new BesideSibling("f", null, null, null), document: Alone("f", isFixed: false))),
        new(RuleSet.FixedEnds, "nothing can be put before 'f', which is fixed at the start of its container", () => Insert(new BesideSibling(null, "f", null, null), document: Alone("f", isFixed: true)), () => Insert(new BesideSibling(null, "f", null, null), document: Alone("f", isFixed: false))),
        new(RuleSet.SiblingsAdjacent, "components 'p1' and 'cols' do not stand next to each other in this order", () => Insert(new BesideSibling("p1", "cols", null, null)), () => Insert(new BesideSibling("p1", "list", null, null))),
        new(RuleSet.SiblingsAdjacent, "components 'list' and 'p1' do not stand next to each other in this order", () => Insert(new BesideSibling("list", "p1", null, null)), () => Insert(new BesideSibling("list", "cols", null, null))),
        new(RuleSet.SiblingsAdjacent, "components 'p1' and 'i1' do not stand next to each other in this order", () => Insert(new BesideSibling("p1", "i1", null, null)), () => Insert(new BesideSibling("i1", "i2", "list", null), New("n", "item"))),
        new(RuleSet.SiblingInContainer, "component 'p1' does not stand in 'cols.left'", () => Insert(new BesideSibling("p1", null, "cols", "left")), () => Insert(new BesideSibling("m", null, "cols", "left"))),
        new(RuleSet.SiblingInContainer, "component 'm' does not stand in 'cols.right'", () => Insert(new BesideSibling("m", null, "cols", "right")), () => Insert(new BesideSibling("m", null, "cols", "left"))),
        new(RuleSet.NotIntoItself, "component 'list' can't be moved beside or into itself", () => Move("list", new InContainer("list", null, true)), () => Move("list", new InContainer("cols", "right", true))),
        new(RuleSet.NotIntoItself, "component 'list' can't be moved to 'i1', which lies below it", () => Move("list", new BesideSibling("i1", null, null, null)), () => Move("list", new BesideSibling("m", null, null, null))),
        new(RuleSet.NotIntoItself, "component 'p1' can't be moved beside or into itself", () => Move("p1", new BesideSibling("p1", null, null, null)), () => Move("p1", new BesideSibling("list", null, null, null))),
        new(RuleSet.Depth, "component 'n' would lie, or have others lie, more than 200 deep", () => Insert(new InContainer("c200", "left", true), document: Deep(200)), () => Insert(new InContainer("c199", "left", false), document: Deep(199))),
        new(RuleSet.Depth, "component 'x' would lie, or have others lie, more than 200 deep", () => Move("x", new InContainer("c199", "left", true), Deep(199)), () => Move("x", new InContainer("c198", "left", true), Deep(198))),
    ];

    public static IEnumerable<RuleCase> Lifecycle =>
    [
        new(RuleSet.DeleteUnpublished, "document 42 is public and can't be deleted", () => Rules.Delete(Public).Violation, () => Rules.Delete(TestDesign.Document).Violation),
        new(RuleSet.UnpublishPublic, "document 42 is not published", () => Rules.Unpublish(TestDesign.Document).Violation, () => Rules.Unpublish(Public).Violation),
        new(RuleSet.UndoUntouched, "the title is \"Title\", not \"b\"", () => Undo(new TitleSet("a", "b")), () => Undo(new TitleSet("a", "Title"))),
        new(RuleSet.UndoUntouched, "metadata 'title' is \"a\", not \"b\"", () => Undo(new MetadataSet(MetadataPath.Of("title"), null, Text("b"))), () => Undo(new MetadataSet(MetadataPath.Of("title"), null, Text("a")))),
        new(RuleSet.UndoUntouched, "'p1.text' is \"one\", not \"two\"", () => Undo(new DirectiveSet("p1", "text", null, Text("two"))), () => Undo(new DirectiveSet("p1", "text", null, Text("one")))),
        new(RuleSet.UndoUntouched, "component 'p9' of document 42 was removed since", () => Undo(new ComponentInserted(Root(null, "list"), New("p9", "paragraph"))), () => Undo(new ComponentInserted(Root("all", null), New("last", "paragraph")))),
        new(RuleSet.UndoUntouched, "component 'p1' of document 42 was changed since", () => Undo(new ComponentInserted(Root(null, "list"), New("p1", "paragraph"))), () => Undo(new ComponentInserted(Root("elsewhere", null), New("last", "paragraph")))),
        new(RuleSet.UndoUntouched, "document 42 has a component 'p1' again", () => Undo(new ComponentRemoved(Root(null, "list"), New("p1", "paragraph"))), () => Undo(new ComponentRemoved(Root("p1", "gone"), New("p2", "paragraph")))),
        new(RuleSet.UndoUntouched, "the place of component 'p2' in document 42 is gone", () => Undo(new ComponentRemoved(Root("gone", "gone too"), New("p2", "paragraph"))), () => Undo(new ComponentRemoved(Root("gone", "list"), New("p2", "paragraph")))),
        new(RuleSet.UndoUntouched, "the place of component 'p2' in document 42 is gone", () => Undo(new ComponentRemoved(new("gone", "left", null, null), New("p2", "paragraph"))), () => Undo(new ComponentRemoved(new("cols", "right", null, null), New("p2", "paragraph")))),
        new(RuleSet.UndoUntouched, "component 'p9' of document 42 was removed since", () => Undo(new ComponentMoved("p9", Root(null, "p1"), Root("p1", "list"))), () => Undo(new ComponentMoved("last", Root(null, "p1"), Root("all", null)))),
        new(RuleSet.UndoUntouched, "component 'last' of document 42 was moved since", () => Undo(new ComponentMoved("last", Root(null, "p1"), new("cols", "right", null, null))), () => Undo(new ComponentMoved("last", Root("p1", "list"), Root("all", "gone")))),
        new(RuleSet.UndoUntouched, "the old place of component 'last' in document 42 is gone", () => Undo(new ComponentMoved("last", new("gone", "left", null, null), Root("all", null))), () => Undo(new ComponentMoved("last", new("cols", "right", null, null), Root("all", null)))),
        new(RuleSet.UndoUntouched, "the publication of document 42 is 7, not 6", () => Undo(new Published(6, null, false), Public), () => Undo(new Published(7, null, false), Public)),
        new(RuleSet.UndoUntouched, "the publication of document 42 is 7, not none", () => Undo(new Unpublished(6, true, 1), Public), () => Undo(new Unpublished(6, true, 1))),
        new(RuleSet.UndoUntouched, "document 42 is not deleted", () => Undo(new Deleted(TestDesign.Document)), () => Undo(new Deleted(TestDesign.Document), new Deleted(TestDesign.Document).Apply(TestDesign.Document))),
        new(RuleSet.DeleteUnpublished, "document 42 is public and can't be deleted", () => Undo(new Created(Public), Public), () => Undo(new Created(TestDesign.Document))),
        new(RuleSet.MetadataKind, "metadata property 'title' must be text, not an integer", () => Undo(new MetadataSet(MetadataPath.Of("title"), Integer(1), Text("a"))), () => Undo(new MetadataSet(MetadataPath.Of("title"), Text("1"), Text("a")))),
        new(RuleSet.FixedStays, "component 'f1' can't be moved or removed: its position is fixed", () => Undo(new ComponentInserted(Root("p1", null), Fixed("f1"))), () => Undo(new ComponentInserted(Root("p1", null), New("m", "paragraph")))),
    ];

    public static IEnumerable<RuleCase> All => [.. Names, .. Values, .. Places, .. Lifecycle, .. PublishControlCases.All, .. ContentRuleCases.All, .. MetadataPublishCases.All, .. DesignRuleCases.All];

    private static readonly ComponentPlace End = new AtRoot(First: false);

    private static Document WithImage => TestDesign.Document with { Metadata = Content("image", Content("url", Text("x"))) };

    private static Location Root(string? previous, string? next) => new(null, null, previous, next);

    private static IntegerValue Integer(long number) => new(number);

    private static ObjectValue Content(string name, Value value) => ObjectValue.Empty.With(name, value);

    private static Violation? Create(string type) => Rules.Create(Design, 1, null, type, null, ObjectValue.Empty).Violation;

    private static Violation? Insert(ComponentPlace place, Subtree? subtree = null, Document? document = null) =>
        Rules.Insert(Design, document ?? TestDesign.Document, place, subtree ?? New("n", "paragraph")).Violation;

    private static Violation? Move(string id, ComponentPlace place, Document? document = null) => Rules.Move(Design, document ?? TestDesign.Document, id, place).Violation;

    private static Violation? Set(string id, string directive, Documents.Designs.DirectiveKind? kind, Value value) =>
        Rules.SetDirective(Design, TestDesign.Document, id, directive, kind, value, null).Violation;

    private static Violation? Meta(string path, Value value, Document? document = null) =>
        Rules.SetMetadata(Design, document ?? TestDesign.Document, MetadataPath.Of(path.Split('.')), value, null).Violation;

    private static Violation? Was(string property, Value was) => Rules.SetMetadata(Design, TestDesign.Document, MetadataPath.Of(property), null, was).Violation;

    private static Violation? Undo(Change change, Document? document = null) => Rules.Undo(Design, document ?? TestDesign.Document, change).Violation;

    private static Document Alone(string id, bool isFixed) => TestDesign.Document with { Components = ComponentTree.Of([New(id, "paragraph") with { Fixed = isFixed }]) };

    /// <summary>Columns c1 in which c2 stands and so on, and beside them a list x with an item.</summary>
    private static Document Deep(int depth)
    {
        var inner = New($"c{depth}", "columns");
        for (var at = depth - 1; at > 0; at--) inner = Filled(New($"c{at}", "columns"), "left", inner);
        return TestDesign.Document with { Components = ComponentTree.Of([inner, Filled(New("x", "list"), "items", New("y", "item"))]) };
    }

    /// <summary>A value such as the engine derives: it lives only while a script runs.</summary>
    private sealed class Unstorable : Value
    {
        public override string KindName => "document";

        public override bool Equals(Value? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => 1;
    }
}
