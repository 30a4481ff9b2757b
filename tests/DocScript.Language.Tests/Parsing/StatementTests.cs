namespace DocScript.Language.Tests.Parsing;

public sealed class StatementTests
{
    [Theory]
    [InlineData("use 42", "use 42 _ _")]
    [InlineData("use \"release-notes\" { publish }", "use 'release-notes' _ {publish}")]
    [InlineData("use \"post-${n}\"", "use (text 'post-' n) _ _")]
    [InlineData("use d version 7", "use d 7 _")]
    [InlineData("use version 7", "use _ 7 _")]
    [InlineData("use version 7 { }", "use _ 7 {}")]
    [InlineData("use \"key\" version 3 { delete }", "use 'key' 3 {delete}")]
    [InlineData("use 42\nversion 7\n{\n}", "use 42 7 {}")]
    [InlineData("require published", "require published _")]
    [InlineData("require published and unchanged else \"why\" + x", "require (and published unchanged) (+ 'why' x)")]
    [InlineData("require a\nelse \"b\"", "require a 'b'")]
    [InlineData("param a", "param a _ _")]
    [InlineData("param a: text", "param a Text _")]
    [InlineData("param a : list = [1] + b", "param a List (+ [1] b)")]
    [InlineData("param a = 1", "param a _ 1")]
    [InlineData("param a:\ninteger =\n5", "param a Integer 5")]
    [InlineData("let a = b or c", "let a (or b c)")]
    [InlineData("let title =\n\n1", "let title 1")]
    [InlineData("print a; print b", "print a; print b")]
    [InlineData(";; print a ;\n;", "print a")]
    [InlineData("", "")]
    [InlineData("#!/usr/bin/env docscript\nprint 1 # one\n# end", "print 1")]
    [InlineData("\ufeffprint 1", "print 1")]
    public void The_simple_statements_are_read(string text, string tree) => Assert.Equal(tree, TreeText.OfScript(text));

    [Theory]
    [InlineData("if a { print 1 }", "if a {print 1} _")]
    [InlineData("if a == {b: 1} { }", "if (== a {b:1}) {} _")]
    [InlineData("if a { } else { print 1 }", "if a {} {print 1}")]
    [InlineData("if a { }\nelse if b { }\nelse { print 1 }", "if a {} if b {} {print 1}")]
    [InlineData("if a\n{\n}\n\n# c\nelse\n{\n}", "if a {} {}")]
    [InlineData("if a { if b { } else { } }", "if a {if b {} {}} _")]
    public void Conditions_are_read(string text, string tree) => Assert.Equal(tree, TreeText.OfScript(text));

    [Theory]
    [InlineData("for each document { }", "documents _ _ _ up _ _ {}")]
    [InlineData(
        "for each document as d where a and b order by c + 1 descending limit n * 2 expect 3 { print d }",
        "documents d (and a b) (+ c 1) down (* n 2) 3 {print d}")]
    [InlineData("for each document where limit == 1 limit limit { }", "documents _ (== limit 1) _ up limit _ {}")]
    [InlineData("for each document\n  where a\n  order by b\n  limit 1\n  expect 1\n{\n}", "documents _ a b up 1 1 {}")]
    [InlineData("for each component { }", "components _ _ _ _ _ {}")]
    [InlineData("for each component paragraph in doc-4.children as p where p.text == \"\" limit 3 { }", "components paragraph <doc-4 children> p (== (. p text) '') 3 {}")]
    [InlineData("for each component in doc-4 { }", "components _ <doc-4 _> _ _ _ {}")]
    [InlineData("for each component \"in\" in \"where\" { }", "components in <#where _> _ _ _ {}")]
    [InlineData("for each component in doc-1.main[0].text { }", "components _ <(at (. doc-1 main) 0) text> _ _ _ {}")]
    [InlineData("for each item in [1, 2] + rest { print item }", "items item (+ [1 2] rest) {print item}")]
    [InlineData("for each documents in x { }", "items documents x {}")]
    public void Loops_are_read(string text, string tree) => Assert.Equal(tree, TreeText.OfScript(text));

    [Theory]
    [InlineData("create article", "content type:article")]
    [InlineData("create article key \"k\" title \"t\" with {a: 1} { publish }", "content type:article key:'k' title:'t' metadata:{a:1} body:{publish}")]
    [InlineData("create \"key\" with (a + b)", "content type:key metadata:<(+ a b)>")]
    [InlineData("set title = a + b was c + d", "title:(+ a b) old title:(+ c d)")]
    [InlineData("set title = -5 was - 5", "title:-5 old title:(- 5)")]
    [InlineData("set meta a.\"b c\".d = e", "property:a/b c/d value:e")]
    [InlineData("set meta \"og:title\" = \"x\"", "property:og:title value:'x'")]
    [InlineData("set meta title = null\nwas 1", "property:title value:null old value:1")]
    [InlineData("unset meta a.b was 1 + 2", "property:a/b old value:(+ 1 2)")]
    [InlineData("set doc-1.headline = e", "directive:<doc-1 headline> content:e")]
    [InlineData("set doc-1.headline as link = e was f", "directive:<doc-1 headline> kind:link content:e old content:f")]
    [InlineData("set \"title\".text = e", "directive:<#title text> content:e")]
    [InlineData("set \"meta\".\"title\" = e", "directive:<#meta title> content:e")]
    [InlineData("set p.content.id = e", "directive:<(. p content) id> content:e")]
    [InlineData("set doc-1.main[0].text = e", "directive:<(at (. doc-1 main) 0) text> content:e")]
    [InlineData("set component(\"odd id\").text = e", "directive:<(component 'odd id') text> content:e")]
    [InlineData("set (doc-1.main[0]).text = e", "directive:<<(at (. doc-1 main) 0)> text> content:e")]
    [InlineData("set doc-1 style background = e", "component:<doc-1 _> style:background value:e")]
    [InlineData("set doc-1.box style \"a b\" = e was f", "component:<doc-1 box> style:a b value:e old value:f")]
    [InlineData("set doc-1 condition dateTime = {gte: \"x\"}", "component:<doc-1 _> condition:dateTime value:{gte:'x'}")]
    [InlineData("remove doc-1,\ndoc-2, \"x y\", a.b", "components:doc-1,doc-2,#x y,(. a b)")]
    [InlineData("embargo", "")]
    [InlineData("embargo until (a + b) because c + d", "time:<(+ a b)> reason:(+ c d)")]
    [InlineData("embargo because c", "reason:c")]
    [InlineData("checkin", "")]
    [InlineData("checkin \"note\" with {a: 1}", "note:'note' fields:{a:1}")]
    [InlineData("checkin with 1 + 2", "fields:(+ 1 2)")]
    [InlineData("schedule publish at now() + 1", "time:(+ (now) 1)")]
    [InlineData("undo checkout by force", "")]
    [InlineData("undo checkout", "")]
    public void Commands_fill_their_holes(string text, string fillings) => Assert.EndsWith((fillings.Length > 0 ? " " : "") + fillings, TreeText.OfScript(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("insert paragraph", "component type:paragraph")]
    [InlineData("insert paragraph as id-1 with {text: \"x\"}", "component type:paragraph id:id-1 content:{text:'x'}")]
    [InlineData("insert paragraph as \"with\" at start", "component type:paragraph id:with place:start")]
    [InlineData("insert \"after\" after doc-1", "component type:after place:after doc-1 before _ in _")]
    [InlineData("insert paragraph after doc-1 in p.c", "component type:paragraph place:after doc-1 before _ in <p c>")]
    [InlineData("insert paragraph before \"x\"", "component type:paragraph place:after _ before #x in _")]
    [InlineData("insert paragraph between x and y in p.c with v", "component type:paragraph place:after x before y in <p c> content:v")]
    [InlineData("insert paragraph first in p", "component type:paragraph place:first <p _>")]
    [InlineData("insert paragraph last in p.c", "component type:paragraph place:last <p c>")]
    [InlineData("insert paragraph at end with v", "component type:paragraph place:end content:v")]
    [InlineData("insert paragraph\n  as id-1\n  after inserted\n  with {\n text: 1\n}", "component type:paragraph id:id-1 place:after inserted before _ in _ content:{text:1}")]
    public void A_component_is_inserted_at_every_kind_of_place(string text, string fillings) => Assert.Equal("insert " + fillings, TreeText.OfScript(text));

    [Fact]
    public void A_component_is_moved_to_a_place() => Assert.Equal("move component:<(. doc-4 children) x> place:after doc-1 before _ in _", TreeText.OfScript("move doc-4.children.x after doc-1"));

    [Fact]
    public void The_first_script_of_the_contract_works_on_one_line() => Assert.Equal(
        "require published _; set meta = property:title value:'x'; insert component type:paragraph place:after doc-1 before _ in _; publish",
        TreeText.OfScript("require published; set meta title = \"x\"; insert paragraph after doc-1; publish"));
}
