namespace DocScript.Engine.Tests.Conversion;

/// <summary>What a script says and Livingdocs' JSON can't: each thing is named, with the text at its place.</summary>
public sealed class ObstacleTests
{
    [Theory]
    [InlineData("param p = 1", "param p = 1: Livingdocs' command API has no 'param'")]
    [InlineData("let x = 1", "let x = 1: Livingdocs' command API has no 'let'")]
    [InlineData("print 1", "print 1: Livingdocs' command API has no 'print'")]
    [InlineData("if published { publish }", "if published { publish }: Livingdocs' command API has no 'if'")]
    [InlineData("for each x in [1] { publish }", "for each x in [1] { publish }: Livingdocs' command API has no 'for each'")]
    [InlineData("for each document { publish }", "for each document { publish }: Livingdocs' command API has no 'for each'")]
    [InlineData("for each component { publish }", "for each component { publish }: Livingdocs' command API has no 'for each'")]
    [InlineData("create article", "create article: Livingdocs' command API has no 'create'")]
    [InlineData("delete", "delete: Livingdocs' command API has no 'delete'")]
    [InlineData("move doc-1 at start", "move doc-1 at start: Livingdocs' command API has no 'move'")]
    [InlineData("use 42", "use 42: 'use' names a document, which the body of Livingdocs' command API can't: it is the one in the request's URL")]
    [InlineData("use 42 version 7", "use 42 version 7: 'use' names a document, which the body of Livingdocs' command API can't: it is the one in the request's URL")]
    [InlineData("use version 7 { publish }", "use version 7 { publish }: Livingdocs' command API has no blocks")]
    [InlineData("use version count([])", "count([]): Livingdocs' 'version' is a number that is known before the script runs")]
    [InlineData("use version 1; use version 2", "use version 2: Livingdocs asks for one version only")]
    [InlineData("require published else \"why\"", "\"why\": Livingdocs' preconditions have no words of their own for a failure")]
    [InlineData("require not published", "not published: Livingdocs has no precondition for this")]
    [InlineData("publish; require published", "require published: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("publish; use version 7", "use version 7: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("publish; keep updated", "keep updated: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("checkout", "checkout: Livingdocs' command API has no 'checkout'")]
    [InlineData("checkin", "checkin: Livingdocs' command API has no 'checkin'")]
    [InlineData("undo checkout", "undo checkout: Livingdocs' command API has no 'undo checkout'")]
    [InlineData("schedule publish at now()", "now(): 'now()' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("schedule publish at \"tomorrow\"", "\"tomorrow\": Livingdocs takes a date in ISO 8601 here, not a text")]
    [InlineData("set title = upper(\"x\")", "upper(\"x\"): 'upper(\"x\")' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set title = \"${id}\"", "\"${id}\": '\"${id}\"' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set title = null", "null: Livingdocs takes a text here, not null")]
    [InlineData("set meta a.b = 1", "a.b: 'a.b' is a member of a property, and Livingdocs sets whole properties")]
    [InlineData("set meta a = {b: [1, title]}", "title: 'title' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set doc-1.text = \"x\"", "set doc-1.text = \"x\": which kind of directive this sets is not said, and Livingdocs has an operation for each")]
    [InlineData("set doc-1.image as image = {}", "set doc-1.image as image = {}: Livingdocs' command API sets no image directive")]
    [InlineData("set doc-1.teaser as include = {overrides: []}", "{overrides: []}: Livingdocs takes an object with 'params', or null here, not an object")]
    [InlineData("set doc-1.text as editable = 5", "5: Livingdocs takes a text or null here, not a number")]
    [InlineData("set doc-1 condition brands = []", "brands: Livingdocs' command API knows no condition 'brands' here\n[]: Livingdocs takes an object or null here, not a list")]
    [InlineData("set doc-1.x condition dateTime = null", "doc-1.x: 'doc-1.x' is no id, but something that is known only when the script runs")]
    [InlineData("set doc-1.parent style a = null", "doc-1.parent: 'doc-1.parent' is no id, but something that is known only when the script runs")]
    [InlineData("insert paragraph at start", "at start: Livingdocs inserts at the end or beside another component, not at a start")]
    [InlineData("insert paragraph first in doc-1.main", "first in doc-1.main: Livingdocs inserts at the end or beside another component, not at a start")]
    [InlineData("insert paragraph last in doc-1", "doc-1: Livingdocs wants the container named, also where the component has only one")]
    [InlineData("insert paragraph after doc-1 in doc-2", "doc-2: Livingdocs wants the container named, also where the component has only one")]
    [InlineData("insert paragraph; remove inserted", "inserted: 'inserted' is no id here, but something that is known only when the script runs")]
    [InlineData("remove component(\"x\")", "component(\"x\"): 'component(\"x\")' is no id, but something that is known only when the script runs")]
    [InlineData("remove title", "title: 'title' is no id here, but something that is known only when the script runs")]
    public void Each_thing_that_livingdocs_lacks_is_named_with_its_place(string script, string expected) => Assert.Equal(expected, Converted.InTheWay(script));

    [Fact]
    public void All_of_them_are_named_in_the_order_of_the_script() => Assert.Equal(
        """
        let x = "a": Livingdocs' command API has no 'let'
        x: 'x' is known only when the script runs, and Livingdocs' JSON holds nothing but values
        x: 'x' is no id here, but something that is known only when the script runs
        move doc-1 at end: Livingdocs' command API has no 'move'
        """.ReplaceLineEndings("\n"),
        Converted.InTheWay("let x = \"a\"; set title = x; remove x; move doc-1 at end"));

    [Theory]
    [InlineData("set meta a = null", """{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":null}]}""")]
    [InlineData("keep updated; use version 3", """{"version":3,"preserveUpdatedAt":true,"commands":[]}""")]
    [InlineData("set doc-1.content.text as editable = null", """{"commands":[{"operation":"setEditableDirective","componentId":"doc-1","directiveName":"text","value":null}]}""")]
    [InlineData("set meta a = (5)", """{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":5}]}""")]
    [InlineData("remove doc-1, \"title\", intro", """{"commands":[{"operation":"removeComponent","componentId":"doc-1"},{"operation":"removeComponent","componentId":"title"},{"operation":"removeComponent","componentId":"intro"}]}""")]
    [InlineData("require published; use version 3; publish", """{"version":3,"preconditions":[{"type":"isPublished","value":true}],"commands":[{"operation":"publish"}]}""")]
    [InlineData("set title = \"\"\"\n    a \"b\"\n      ${c}\n    \"\"\"", """{"commands":[{"operation":"setTitle","value":"a \"b\"\n  ${c}"}]}""")]
    public void What_means_the_same_becomes_the_same(string script, string json) => Assert.Equal(json, Converted.ToLivingdocs(Converted.Parsed(script)));

    [Theory]
    [InlineData("""{"preserveUpdatedAt":false,"preconditions":[],"commands":[]}""", """{"commands":[]}""")]
    [InlineData("""{"commands":[{"value":"x","operation":"setTitle"}],"version":3}""", """{"version":3,"commands":[{"operation":"setTitle","value":"x"}]}""")]
    [InlineData("""{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":1e3}]}""", """{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":1000.0}]}""")]
    [InlineData("""{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":123456789012345678901}]}""", """{"commands":[{"operation":"setMetadataProperty","propertyName":"a","value":123456789012345678901}]}""")]
    public void What_says_nothing_is_left_out_and_members_come_in_order(string json, string expected) =>
        Assert.Equal(expected, Converted.ToLivingdocs(Converted.FromLivingdocs(json).Script!.Script));
}
