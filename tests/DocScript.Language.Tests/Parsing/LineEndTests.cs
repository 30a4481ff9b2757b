using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Parsing;

public sealed class LineEndTests
{
    public static TheoryData<string> ContinuingWords => [.. ReservedWords.Continuing.Order(StringComparer.Ordinal)];

    private static int Statements(string text) => ScriptParser.Parse(new SourceText("test", text), NewsroomCommands.Grammar) is { IsValid: true } valid ? valid.Script.Statements.Count : 0;

    [Fact]
    public void The_list_of_words_that_continue_a_line_is_the_contracts() => Assert.Equal(
        "after as at because before between by else expect first in key last limit order title until version was where with",
        string.Join(' ', ReservedWords.Continuing.Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(ContinuingWords))]
    public void Each_of_them_belongs_to_the_line_before(string word)
    {
        // Alone on its line the word is a value of print, not a statement of its own.
        if (word != "in") Assert.Equal(1, Statements($"print\n\n # c\n{word}"));
        Assert.Equal(0, Statements($"publish\n{word}"));
        Assert.Equal(2, Statements($"publish\nprint {word}x"));
    }

    [Theory]
    [InlineData("or")]
    [InlineData("and")]
    [InlineData("==")]
    [InlineData("!=")]
    [InlineData("<")]
    [InlineData("<=")]
    [InlineData(">")]
    [InlineData(">=")]
    [InlineData("in")]
    [InlineData("contains")]
    [InlineData("starts")]
    [InlineData("ends")]
    [InlineData("matches")]
    [InlineData("??")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("%")]
    public void An_operator_continues_a_line_from_both_ends(string op)
    {
        Assert.Equal(1, Statements($"print a\n{op} b"));
        Assert.Equal(1, Statements($"print a {op}\n\nb"));
        Assert.Equal(1, Statements($"print a # c\n # d\n{op} # e\n\nb"));
    }

    [Theory]
    [InlineData("print 1\nprint 2")]
    [InlineData("print 1;print 2")]
    [InlineData("print 1 # one\r\nprint 2\r\n")]
    [InlineData("publish\nwithout = 1", 0)]
    [InlineData("print 1 print 2", 0)]
    [InlineData("if a { } print 2", 0)]
    [InlineData("if a { print 1 }; print 2")]
    [InlineData("use 1 { print 1 }\nprint 2")]
    [InlineData("remove a,\nb\nprint 1")]
    [InlineData("let a\n= 1\nprint 1", 0)]
    [InlineData("let a =\n1\nprint 1")]
    public void Line_ends_and_semicolons_separate_statements(string text, int count = 2) => Assert.Equal(count, Statements(text));
}
