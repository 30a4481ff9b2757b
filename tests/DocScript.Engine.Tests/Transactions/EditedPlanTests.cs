using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Commands;
using DocScript.Engine.Storage;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests.Transactions;

/// <summary>A plan file that somebody edited brings nothing in that a script could not have.</summary>
public sealed class EditedPlanTests
{
    private readonly MemoryStore _store = new();
    private readonly ScriptEngine _engine;

    public EditedPlanTests() => _engine = new ScriptEngine(_store, CommandTable.BuiltIn, TimeProvider.System, new RandomIds());

    private static Subtree List(string styles, string text) => Documents.Rules.NewComponent(Design.BuiltIn, "x", "list", ObjectValue.Empty) with
    {
        Styles = ObjectValue.Empty.With("list-type", new TextValue(styles)),
        Containers = [new("items", [Documents.Rules.NewComponent(Design.BuiltIn, "y", "list-item", ObjectValue.Empty) with { Content = ObjectValue.Empty.With("text", new TextValue(text)) }])],
    };

    public static TheoryData<string, Change, string?> Changes => new()
    {
        { "a text", new DirectiveSet("p", "text", new TextValue("one"), new TextValue("<b>two</b>")), null },
        { "a script", new DirectiveSet("p", "text", new TextValue("one"), new TextValue("<script>two</script>")), "editable 'text' of 'paragraph' does not take <script>" },
        { "a style", new StyleSet("l", null, "list-type", null, new TextValue("numbers")), null },
        { "an unknown style", new StyleSet("p", null, "list-type", null, new TextValue("numbers")), "component type 'paragraph' has no style 'list-type'" },
        { "a style of another value", new StyleSet("l", null, "list-type", null, new TextValue("x")), "style 'list-type' must be \"numbers\", not \"x\"" },
        { "a condition", new ConditionSet("p", "dateTime", null, ObjectValue.Empty.With("lt", new TextValue("2026-01-01"))), null },
        { "an unknown condition", new ConditionSet("p", "weather", null, new TextValue("sunny")), "there is no condition 'weather'" },
        { "a condition of another form", new ConditionSet("p", "dateTime", null, new TextValue("soon")), "condition 'dateTime' must be an object {gte: …, lt: …}, not \"soon\"" },
        { "a component", new ComponentInserted(new(null, null, null, "p"), List("numbers", "a")), null },
        { "a component with a script", new ComponentInserted(new(null, null, null, "p"), List("numbers", "<b onclick=x>a</b>")), "editable 'text' of 'list-item' does not take 'onclick' of <b>" },
        { "a component with another style", new ComponentInserted(new(null, null, null, "p"), List("x", "a")), "style 'list-type' must be \"numbers\", not \"x\"" },
        { "a component with an unknown condition", new ComponentInserted(new(null, null, null, "p"), List("numbers", "a") with { Conditions = ObjectValue.Empty.With("weather", new TextValue("sunny")) }), "there is no condition 'weather'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task An_edited_plan_is_judged_by_the_rules(string what, Change change, string? wrong)
    {
        Assert.NotEmpty(what);
        Assert.IsType<Done>(await _engine.RunAsync(Request("create article { insert paragraph as p with {text: \"one\"}; insert list as l }", null)));
        var (_, plan) = await _engine.SavePlanAsync(Request("set title = \"x\"", 1));
        var documents = plan!.Transaction.Documents[0];
        using var reader = _store.Read();
        var edited = new DocumentChanges(documents.Expected, [change], DocScript.Documents.Document.Commit(reader.Load(1), [change], plan.Transaction.Instant));
        var result = await _engine.ApplyAsync(plan with { Transaction = plan.Transaction with { Documents = [edited] } });
        if (wrong is null) Assert.IsType<Done>(result);
        else Assert.Equal($"the plan can't be applied to document 1: {wrong}", Assert.IsType<Failed>(result).Diagnostics[0].Message);
    }

    private static RunRequest Request(string script, long? document) =>
        new() { Source = new SourceText("test", script), Actor = "anna", Document = document is { } id ? new IntegerValue(id) : null };
}
