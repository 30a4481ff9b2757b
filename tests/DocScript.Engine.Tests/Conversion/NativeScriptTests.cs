using DocScript.Engine.Commands;
using DocScript.Engine.Json.Reading;
using DocScript.Language.Formatting;
using DocScript.Language.Tree;
using DocScript.Testing.Language;
using FsCheck.Xunit;

namespace DocScript.Engine.Tests.Conversion;

public sealed class NativeScriptTests
{
    /// <summary>Scripts and what they are: the form that clients rely on, so that it never changes within a version.</summary>
    public static TheoryData<string, string> Forms => new()
    {
        { "use 42 version 7 { }", """{"use":42,"version":7,"do":[]}""" },
        { "use version 7", """{"use version":7}""" },
        { "require published else \"why\"", """{"require":{"name":"published"},"else":"why"}""" },
        { "param p: date = null", """{"param":"p","type":"date","default":null}""" },
        { "let x = \"\"\"a\"\"\"", """{"let":"x","value":{"raw":"a"}}""" },
        { "if a { } else if b { } else if c { } else { publish }", """{"if":{"name":"a"},"then":[],"else if":[{"if":{"name":"b"},"then":[]},{"if":{"name":"c"},"then":[]}],"else":[{"command":"publish"}]}""" },
        { "for each document as d where true order by id descending limit 1 expect 2 { }", """{"for each":"document","as":"d","where":true,"order by":{"name":"id"},"descending":true,"limit":1,"expect":2,"do":[]}""" },
        { "for each component paragraph in doc-1.main as p limit 1 { }", """{"for each":"component","type":"paragraph","in":{"component":{"name":"doc-1"},"member":"main"},"as":"p","limit":1,"do":[]}""" },
        { "for each x in [1, 2.0] { }", """{"for each":"item","as":"x","in":[1,2.0],"do":[]}""" },
        { "print {a: \"${x} b\"}", """{"print":{"object":{"a":{"text":[{"name":"x"}," b"]}}}}""" },
        { "print a.b[0].\"c d\"", """{"print":{"path":[{"name":"a"},"b",{"index":0},"c d"]}}""" },
        { "print a + b - c", """{"print":{"chain":[{"name":"a"},"+",{"name":"b"},"-",{"name":"c"}]}}""" },
        { "print a ?? b ?? c", """{"print":{"??":[{"name":"a"},{"name":"b"},{"name":"c"}]}}""" },
        { "print not (a and -b) or exists f(1)", """{"print":{"or":[{"not":{"parentheses":{"and":[{"name":"a"},{"minus":{"name":"b"}}]}}},{"exists":{"call":"f","arguments":[1]}}]}}""" },
        { "set meta a.b = 1 was 2", """{"command":"set meta","property":["a","b"],"value":1,"old":2}""" },
        { "set \"title\".text as editable = \"x\"", """{"command":"set","component.directive":{"component":{"id":"title"},"member":"text"},"kind":"editable","value":"x"}""" },
        { "insert paragraph as x between a and b in c.d with {}", """{"command":"insert","component type":"paragraph","id":"x","place":{"after":{"name":"a"},"before":{"name":"b"},"in":{"component":{"name":"c"},"member":"d"}},"content":{"object":{}}}""" },
        { "move a first in b", """{"command":"move","component":{"component":{"name":"a"}},"place":{"first in":{"component":{"name":"b"}}}}""" },
        { "remove a, b", """{"command":"remove","component":[{"name":"a"},{"name":"b"}]}""" },
        { "create article key \"k\" title \"t\" with {} { delete }", """{"command":"create","content type":"article","key":"k","title":"t","metadata":{"object":{}},"body":[{"command":"delete"}]}""" },
    };

    /// <summary>Statements that are none, with the place below <c>statements</c> and what is said.</summary>
    public static TheoryData<string, JsonProblemKind, string, string> Wrong => new()
    {
        { "7", JsonProblemKind.WrongKind, "0", "'statements.0' is a number, not an object" },
        { "{}", JsonProblemKind.WrongKind, "0", "'statements.0' is an object, not a statement" },
        { "{\"prnt\":1}", JsonProblemKind.UnknownKey, "0.prnt", "'statements.0.prnt' means nothing here" },
        { "{\"print\":1,\"else\":1}", JsonProblemKind.UnknownKey, "0.else", "'statements.0.else' means nothing here" },
        { "{\"print\":{\"nam\":\"x\"}}", JsonProblemKind.UnknownKey, "0.print.nam", "'statements.0.print.nam' means nothing here" },
        { "{\"print\":{}}", JsonProblemKind.WrongKind, "0.print", "'statements.0.print' is an object, not an expression" },
        { "{\"print\":{\"name\":1}}", JsonProblemKind.WrongKind, "0.print.name", "'statements.0.print.name' is a number, not a text" },
        { "{\"print\":{\"name\":\"x\",\"id\":\"y\"}}", JsonProblemKind.UnknownKey, "0.print.id", "'statements.0.print.id' means nothing here" },
        { "{\"print\":{\"+\":[1]}}", JsonProblemKind.WrongKind, "0.print.+", "'statements.0.print.+' is a list, not a list of two or more operands" },
        { "{\"print\":{\"chain\":[1,\"+\"]}}", JsonProblemKind.WrongKind, "0.print.chain", "'statements.0.print.chain' is a list, not a list of operands with operators between" },
        { "{\"print\":{\"chain\":[1,\"plus\",2]}}", JsonProblemKind.NotOneOf, "0.print.chain.1", "'statements.0.print.chain.1' is \"plus\", which is not known" },
        { "{\"print\":{\"path\":[]}}", JsonProblemKind.WrongKind, "0.print.path", "'statements.0.print.path' is a list, not a list of a value and steps from it" },
        { "{\"print\":{\"path\":[1,2]}}", JsonProblemKind.WrongKind, "0.print.path.1", "'statements.0.print.path.1' is a number, not an object" },
        { "{\"print\":{\"call\":\"f\"}}", JsonProblemKind.MissingKey, "0.print.arguments", "'statements.0.print.arguments' is missing" },
        { "{\"print\":{\"object\":[]}}", JsonProblemKind.WrongKind, "0.print.object", "'statements.0.print.object' is a list, not an object" },
        { "{\"let\":\"x\"}", JsonProblemKind.MissingKey, "0.value", "'statements.0.value' is missing" },
        { "{\"param\":\"x\",\"type\":\"number\"}", JsonProblemKind.NotOneOf, "0.type", "'statements.0.type' is \"number\", which is not known" },
        { "{\"if\":true}", JsonProblemKind.MissingKey, "0.then", "'statements.0.then' is missing" },
        { "{\"if\":true,\"then\":7}", JsonProblemKind.WrongKind, "0.then", "'statements.0.then' is a number, not a list of statements" },
        { "{\"if\":true,\"then\":[],\"else if\":[{\"if\":1}]}", JsonProblemKind.MissingKey, "0.else if.0.then", "'statements.0.else if.0.then' is missing" },
        { "{\"for each\":\"doc\",\"do\":[]}", JsonProblemKind.NotOneOf, "0.for each", "'statements.0.for each' is \"doc\", which is not known" },
        { "{\"for each\":\"item\",\"in\":[],\"do\":[]}", JsonProblemKind.MissingKey, "0.as", "'statements.0.as' is missing" },
        { "{\"for each\":\"document\",\"descending\":1,\"do\":[]}", JsonProblemKind.WrongKind, "0.descending", "'statements.0.descending' is a number, not true or false" },
        { "{\"command\":\"set mta\"}", JsonProblemKind.UnknownName, "0.command", "'statements.0.command' is \"set mta\", which is not known" },
        { "{\"command\":1}", JsonProblemKind.WrongKind, "0.command", "'statements.0.command' is a number, not the words of a command" },
        { "{\"command\":\"set meta\",\"property\":[\"a\"]}", JsonProblemKind.MissingKey, "0.value", "'statements.0.value' is missing" },
        { "{\"command\":\"set meta\",\"property\":[],\"value\":1}", JsonProblemKind.WrongKind, "0.property", "'statements.0.property' is a list, not a list of names with one or more in it" },
        { "{\"command\":\"publish\",\"value\":1}", JsonProblemKind.UnknownKey, "0.value", "'statements.0.value' means nothing here" },
        { "{\"command\":\"move\",\"component\":{\"component\":{\"name\":\"a\"}},\"place\":{\"at\":\"top\"}}", JsonProblemKind.WrongKind, "0.place.at", "'statements.0.place.at' is a text, not \"start\" or \"end\"" },
        { "{\"command\":\"move\",\"component\":{\"component\":{\"name\":\"a\"}},\"place\":{}}", JsonProblemKind.MissingKey, "0.place.after", "'statements.0.place.after' is missing" },
        { "{\"print\":{\"name\":\"a b\"}}", JsonProblemKind.NoStatement, "0", "'statements.0' is no statement of the language: expected the end of the statement, found 'b'" },
        { "{\"print\":{\"*\":[{\"+\":[1,2]},3]}}", JsonProblemKind.NoStatement, "0", "'statements.0' is no statement of the language: its text would be read as another statement" },
        { "{\"let\":\"or\",\"value\":1}", JsonProblemKind.NoStatement, "0", "'statements.0' is no statement of the language: 'or' is a word of the language and can't be a variable" },
        { "{\"for each\":\"document\",\"descending\":true,\"do\":[]}", JsonProblemKind.NoStatement, "0", "" },
    };

    [Property(MaxTest = 1000)]
    public void Every_script_comes_back_from_native_json_as_it_was(int seed)
    {
        var script = new ScriptGenerator(CommandTable.BuiltIn.Grammar, new Random(seed)).Script();
        var json = Converted.ToNative(script);
        var back = Converted.FromNative(json);
        Assert.True(back.Script is not null, $"{Printer.Print(script)}\n{json}\n{Converted.Said(back)}");
        Assert.Equal(Printer.Print(script), Printer.Print(back.Script.Script));
        Assert.True(script == back.Script.Script, json);
        Assert.Equal(json, Converted.ToNative(back.Script.Script));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Each_statement_and_expression_has_its_form(string script, string json)
    {
        var whole = $"{{\"docscript\":1,\"statements\":[{json}]}}";
        Assert.Equal(whole, Converted.ToNative(Converted.Parsed(script)));
        Assert.Equal(Converted.Parsed(script), Converted.FromNative(whole).Script!.Script);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_script_is_a_problem_with_its_place(string statement, JsonProblemKind kind, string place, string message)
    {
        var reading = Converted.FromNative($"{{\"docscript\":1,\"statements\":[{statement}]}}");
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((kind, $"statements.{place}"), (problem.Kind, problem.Place.Dotted));
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Help!);
        Assert.Null(reading.Script);
    }

    [Theory]
    [InlineData("""{"docscript":2,"statements":[]}""", "'docscript' is a number, not 1, the version of this form")]
    [InlineData("""{"docscript":"1","statements":[]}""", "'docscript' is a text, not 1, the version of this form")]
    [InlineData("""{"statements":[]}""", "'docscript' is missing")]
    [InlineData("""{"docscript":1}""", "'statements' is missing")]
    [InlineData("""{"docscript":1,"statements":[],"comment":""}""", "'comment' means nothing here")]
    [InlineData("""{"docscript":1,"statements":{}}""", "'statements' is an object, not a list of statements")]
    public void The_whole_is_strict_too(string json, string expected) => Assert.Equal(expected, Converted.Said(Converted.FromNative(json)));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"not\":", "}")]
    [InlineData("{\"parentheses\":", "}")]
    [InlineData("{\"object\":{\"a\":", "}}")]
    [InlineData("{\"+\":[1,", "]}")]
    [InlineData("{\"path\":[\"a\",{\"index\":", "}]}")]
    [InlineData("{\"text\":[", "]}")]
    public void However_deep_it_is_it_is_a_problem_and_no_crash(string open, string close)
    {
        foreach (var depth in (int[])[70, 600, 1270, 100_000])
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            Assert.NotEmpty(Converted.FromNative($"{{\"docscript\":1,\"statements\":[{{\"print\":{text}}}]}}").Problems);
        }
    }

    [Fact]
    public void The_longest_chains_and_deepest_brackets_of_a_script_come_back()
    {
        string[] scripts =
        [
            "print a" + string.Concat(Enumerable.Repeat(" + b - c", 490)),
            "print a" + string.Concat(Enumerable.Repeat(".b[0]", 490)),
            "print a" + string.Concat(Enumerable.Repeat(" ?? b", 900)),
            "print " + new string('(', 63) + "a" + new string(')', 63),
            "print " + string.Concat(Enumerable.Repeat("a or b and c == d ?? e + f * (", 60)) + "1" + new string(')', 60),
            string.Concat(Enumerable.Repeat("if a { } else if b { ", 60)) + string.Concat(Enumerable.Repeat(" } else { }", 60)),
            "if a { }" + string.Concat(Enumerable.Repeat(" else if b { }", 900)),
        ];
        foreach (var script in scripts)
        {
            var tree = Converted.Parsed(script);
            Assert.Equal(tree, Converted.FromNative(Converted.ToNative(tree)).Script!.Script);
        }
    }
}
