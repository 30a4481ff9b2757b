using DocScript.Engine.Commands;
using DocScript.Engine.Completion;

namespace DocScript.Engine.Tests.Completion;

/// <summary>What is suggested at the end of the beginning of a script.</summary>
public sealed class ScriptCompletionTests
{
    [Theory]
    [InlineData("", "use publish insert if")]
    [InlineData("pub", "publish")]
    [InlineData("use 1\nins", "insert")]
    [InlineData("insert ", "(a component type)")]
    [InlineData("insert paragraph ", "as after before between first last at with")]
    [InlineData("insert paragraph aft", "after")]
    [InlineData("insert paragraph between a ", "and")]
    [InlineData("insert paragraph after ", "(a component)")]
    [InlineData("let odd = 1; remove o", "odd")]
    [InlineData("set ", "title meta (a component)")]
    [InlineData("set doc-1.text as ", "editable image link")]
    [InlineData("set title = ", "(a value) title version upper now")]
    [InlineData("set title = upp", "upper")]
    [InlineData("let words = 1; print wo", "words")]
    [InlineData("for each document as d where d.title == \"x\" { print d", "d document date")]
    [InlineData("for each ", "document component (a name)")]
    [InlineData("param x: ", "text integer date")]
    [InlineData("print \"${upp", "upper")]
    public void It_suggests_what_can_stand_there(string text, string some)
    {
        var words = ScriptCompletion.After(text, CommandTable.BuiltIn).Select(suggestion => suggestion.IsLiteral ? suggestion.Text : $"({suggestion.Text})").ToList();
        var expected = System.Text.RegularExpressions.Regex.Matches(some, @"\([^)]*\)|\S+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value);
        Assert.All(expected, word => Assert.Contains(word, words));
    }

    [Theory]
    [InlineData("pub", "unpublish")]
    [InlineData("insert paragraph ", "title")]
    [InlineData("set title ", "was")]
    public void It_suggests_nothing_that_can_not(string text, string word) =>
        Assert.DoesNotContain(ScriptCompletion.After(text, CommandTable.BuiltIn), suggestion => suggestion.Text == word);

    [Theory]
    [InlineData("nonsense ")]
    [InlineData("print 1 2 ")]
    [InlineData("print \"a text ")]
    public void It_suggests_nothing_where_the_text_is_wrong_or_unfinished(string text) =>
        Assert.DoesNotContain(ScriptCompletion.After(text, CommandTable.BuiltIn), suggestion => suggestion.IsLiteral);

    [Fact]
    public void The_word_of_a_statement_says_its_forms() =>
        Assert.Equal("set title = <title> [was <old>]", ScriptCompletion.After("se", CommandTable.BuiltIn).Single().About.Split("; ")[0]);
}
