using DocScript.Language.Formatting;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Formatting;

public sealed class FormatterTests
{
    private static string Format(string text) => Formatter.Format(ScriptParser.Parse(new SourceText("t", text), NewsroomCommands.Grammar), NewsroomCommands.Grammar);

    [Theory]
    [InlineData("", "")]
    [InlineData("# only a comment", "# only a comment\n")]
    [InlineData("#!/usr/bin/env docscript\n\nprint 1", "#!/usr/bin/env docscript\n\nprint 1\n")]
    [InlineData("print   1;print 2 ;  # two\n", "print 1\nprint 2 # two\n")]
    [InlineData("print 1\n\n\n\nprint 2", "print 1\n\nprint 2\n")]
    [InlineData("\n\n# a\n# b\n\n# c\nprint 1", "# a\n# b\n\n# c\nprint 1\n")]
    [InlineData("if a{print 1}else   if b {\n\n}else{print 2}", "if a {\n    print 1\n} else if b { } else {\n    print 2\n}\n")]
    [InlineData("if a # why\n{\nprint 1 # one\n# last\n}", "# why\nif a {\n    print 1 # one\n    # last\n}\n")]
    [InlineData("use 1 { # inside\n}", "use 1 {\n    # inside\n}\n")]
    [InlineData("print 1\n\nprint [ # one\n1, # two\n2]", "print 1\n\n# one\n# two\nprint [1, 2]\n")]
    [InlineData("set meta \"title\".\"x y\" = {\"a\":1,\"b c\":2,}", "set meta title.\"x y\" = {a: 1, \"b c\": 2}\n")]
    [InlineData("insert \"with\" as \"at\" at end", "insert \"with\" as \"at\" at end\n")]
    [InlineData("insert paragraph\n  between a and \"b\"\n  in p.c", "insert paragraph between a and \"b\" in p.c\n")]
    [InlineData("for each document as d\n where a\n order by b descending\n limit 5\n{ print d }", "for each document as d where a order by b descending limit 5 {\n    print d\n}\n")]
    [InlineData("for each component \"in\" in x { }", "for each component \"in\" in x { }\n")]
    [InlineData("print ((a))+ -b", "print ((a)) + -b\n")]
    [InlineData("print \"\"\"\n  a\n    b\n  \"\"\"", "print \"\"\"\n    a\n      b\n    \"\"\"\n")]
    [InlineData("print \"5$ and \\${x} \\u{1F600}\"", "print \"5$ and \\${x} 😀\"\n")]
    public void A_script_gets_its_one_form(string text, string formatted) => Assert.Equal(formatted, Format(text));

    [Fact]
    public void Long_lists_objects_calls_and_conditions_are_broken()
    {
        var word = new string('x', 30);
        Assert.Equal(
            $$"""
            print [
                {{word}},
                {{word}},
                {{word}},
                {{word}}
            ]
            insert paragraph after doc-1 with {
                a: "{{word}}",
                b: "{{word}}",
                c: "{{word}}"
            }
            require {{word}}
                and {{word}}
                and {{word}}
                and {{word}} else "no"

            """,
            Format($$"""
            print [{{word}}, {{word}}, {{word}}, {{word}}]
            insert paragraph after doc-1 with {a: "{{word}}", b: "{{word}}", c: "{{word}}"}
            require {{word}} and {{word}} and {{word}} and {{word}} else "no"
            """));
    }

    [Fact]
    public void A_script_with_errors_is_not_formatted() => Assert.Throws<ArgumentException>(() => Format("print"));
}
