using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Parsing;

public sealed class RecoveryTests
{
    private static ParseResult Parse(string text) => ScriptParser.Parse(new SourceText("t", text), NewsroomCommands.Grammar);

    [Theory]
    [InlineData("publsh\nprint 1 + ;\nprint \"a\nset title 5\npublish", "1 2 3 4", 1)]
    [InlineData("print 1 +\nprint \"a\npublish", "2", 1)]
    [InlineData("if a {\n  foo\n  print 1\n  bar\n}\nbaz\npublish", "2 4 6", 2)]
    [InlineData("iff a {\n  foo\n  print 1\n}\npublish", "1 2", 1)]
    [InlineData("print [1,\n  = 2]\npublish", "2", 1)]
    [InlineData("print {a: = 1}\npublish", "1", 1)]
    [InlineData("if a {\n  print {a: = 1}\n}\npublish", "2", 2)]
    [InlineData("print [1, 2\npublish\nprint 1", "2", 2)]
    [InlineData("print (1; publish", "1", 1)]
    [InlineData("foo with {a: 1,\n b: 2}\npublish", "1", 1)]
    [InlineData("foo\n  with x\npublish", "1", 1)]
    [InlineData("= 5; print 1; ) ; ] ; print 2", "1 1 1", 2)]
    [InlineData("use 1 {\n  if {\n print 1 }\n}\npublish", "3", 2)]
    [InlineData("foo \"; }\" # ; }\npublish", "1", 1)]
    [InlineData("foo \"\"\"\n; }\n\"\"\" x\npublish", "1", 1)]
    [InlineData("if a { if b { if c {", "1 1 1", 1)]
    [InlineData("} } publish", "1 1", 1)]
    public void Every_wrong_statement_is_reported_and_every_right_one_is_read(string text, string lines, int statements)
    {
        var result = Parse(text);
        Assert.Equal(lines, string.Join(' ', result.Diagnostics.Select(diagnostic => diagnostic.Location!.Source.Place(diagnostic.Location.Span.Start).Line)));
        Assert.Equal(statements, result.Script.Statements.Count);
    }

    [Fact]
    public void Several_errors_in_one_statement_that_can_be_understood_are_all_reported()
    {
        var codes = Parse("""print {a: "\q", a: 1 < 2 < 3, b: 99999999999999999999}""").Diagnostics.Select(diagnostic => diagnostic.Code.Id);
        Assert.Equal("DS1004 DS1014 DS1008 DS1006", string.Join(' ', codes));
    }
}
