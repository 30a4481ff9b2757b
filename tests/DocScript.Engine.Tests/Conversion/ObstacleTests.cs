namespace DocScript.Engine.Tests.Conversion;

/// <summary>What a script says and Livingdocs' JSON can't: each thing is named, with the text at its place.</summary>
public sealed class ObstacleTests
{
    [Theory]
    [InlineData("param p = 1", "param p = 1: there is no 'param' in Livingdocs' command API")]
    [InlineData("let x = 1", "let x = 1: there is no 'let' in Livingdocs' command API")]
    [InlineData("print 1", "print 1: there is no 'print' in Livingdocs' command API")]
    [InlineData("if published { publish }", "if published { publish }: there is no 'if' in Livingdocs' command API")]
    [InlineData("for each x in [1] { publish }", "for each x in [1] { publish }: there is no 'for each' in Livingdocs' command API")]
    [InlineData("for each document { publish }", "for each document { publish }: there is no 'for each' in Livingdocs' command API")]
    [InlineData("for each component { publish }", "for each component { publish }: there is no 'for each' in Livingdocs' command API")]
    [InlineData("create article", "create article: there is no 'create' in Livingdocs' command API")]
    [InlineData("delete", "delete: there is no 'delete' in Livingdocs' command API")]
    [InlineData("move doc-1 at start", "move doc-1 at start: there is no 'move' in Livingdocs' command API")]
    [InlineData("use 42", "use 42: 'use' names a document, which the body of Livingdocs' command API can't: it is the one in the request's URL")]
    [InlineData("use 42 version 7", "use 42 version 7: 'use' names a document, which the body of Livingdocs' command API can't: it is the one in the request's URL")]
    [InlineData("use version 7 { publish }", "use version 7 { publish }: there are no blocks in Livingdocs' command API")]
    [InlineData("use version count([])", "count([]): 'version' in Livingdocs' body is a number that is known before the script runs")]
    [InlineData("use version 1; use version 2", "use version 2: only one version can be asked for in Livingdocs' body")]
    [InlineData("require published else \"why\"", "\"why\": a precondition of Livingdocs has no words of its own for a failure")]
    [InlineData("require not published", "not published: no precondition of Livingdocs says this")]
    [InlineData("publish; require published", "require published: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("publish; use version 7", "use version 7: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("publish; keep updated", "keep updated: this stands after a command, but in Livingdocs' body it comes before all of them")]
    [InlineData("checkout", "checkout: there is no 'checkout' in Livingdocs' command API")]
    [InlineData("checkin", "checkin: there is no 'checkin' in Livingdocs' command API")]
    [InlineData("undo checkout", "undo checkout: there is no 'undo checkout' in Livingdocs' command API")]
    [InlineData("schedule publish at now()", "now(): 'now()' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("schedule publish at \"tomorrow\"", "\"tomorrow\": this is a date in ISO 8601 in Livingdocs' JSON, not a text")]
    [InlineData("set title = upper(\"x\")", "upper(\"x\"): 'upper(\"x\")' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set title = \"${id}\"", "\"${id}\": '\"${id}\"' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set title = null", "null: this is a text in Livingdocs' JSON, not null")]
    [InlineData("set meta a.b = 1", "a.b: 'a.b' is a member of a property, and Livingdocs sets whole properties")]
    [InlineData("set meta a = {b: [1, title]}", "title: 'title' is known only when the script runs, and Livingdocs' JSON holds nothing but values")]
    [InlineData("set doc-1.text = \"x\"", "set doc-1.text = \"x\": which kind of directive this sets is not said, and Livingdocs has an operation for each")]
    [InlineData("set doc-1.image as image = {}", "set doc-1.image as image = {}: no operation of Livingdocs sets a directive of the kind 'image'")]
    [InlineData("set doc-1.teaser as include = {overrides: []}", "{overrides: []}: this is an object with 'params', or null in Livingdocs' JSON, not an object")]
    [InlineData("set doc-1.text as editable = 5", "5: this is a text or null in Livingdocs' JSON, not a number")]
    [InlineData("set doc-1 condition brands = []", "brands: there is no condition 'brands' in Livingdocs' command API\n[]: this is an object or null in Livingdocs' JSON, not a list")]
    [InlineData("set doc-1.x condition dateTime = null", "doc-1.x: 'doc-1.x' is no id, but something that is known only when the script runs")]
    [InlineData("set doc-1.parent style a = null", "doc-1.parent: 'doc-1.parent' is no id, but something that is known only when the script runs")]
    [InlineData("insert paragraph at start", "at start: a component is inserted by Livingdocs at the end or beside another one, not at a start")]
    [InlineData("insert paragraph first in doc-1.main", "first in doc-1.main: a component is inserted by Livingdocs at the end or beside another one, not at a start")]
    [InlineData("insert paragraph last in doc-1", "doc-1: the container has to be named for Livingdocs, also where the component has only one")]
    [InlineData("insert paragraph after doc-1 in doc-2", "doc-2: the container has to be named for Livingdocs, also where the component has only one")]
    [InlineData("insert paragraph; remove inserted", "inserted: 'inserted' is no id here, but something that is known only when the script runs")]
    [InlineData("remove component(\"x\")", "component(\"x\"): 'component(\"x\")' is no id, but something that is known only when the script runs")]
    [InlineData("remove title", "title: 'title' is no id here, but something that is known only when the script runs")]
    public void Each_thing_that_livingdocs_lacks_is_named_with_its_place(string script, string expected) => Assert.Equal(expected, Converted.InTheWay(script));

    [Fact]
    public void All_of_them_are_named_in_the_order_of_the_script() => Assert.Equal(
        """
        let x = "a": there is no 'let' in Livingdocs' command API
        x: 'x' is known only when the script runs, and Livingdocs' JSON holds nothing but values
        x: 'x' is no id here, but something that is known only when the script runs
        move doc-1 at end: there is no 'move' in Livingdocs' command API
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
