using DocScript.Cli.Repl;

namespace DocScript.Cli.Tests;

public sealed class ReplInputTests
{
    [Theory]
    [InlineData("print 1", true)]
    [InlineData("use 42 {", false)]
    [InlineData("use 42 {\n print 1\n}", true)]
    [InlineData("use 42 { # }", false)]
    [InlineData("print \"a { b\"", true)]
    [InlineData("print \"a \\\" { b\"", true)]
    [InlineData("print \"a ${", false)]
    [InlineData("print \"a ${upper(\"}\")} {\"", true)]
    [InlineData("print \"$5 {\"", true)]
    [InlineData("print \"never closed", true, "a text ends with its line, and the error is told")]
    [InlineData("print \"\"\"", false)]
    [InlineData("print \"\"\"\n \" {\n", false)]
    [InlineData("print \"\"\"\n \" {\n \"\"\"", true)]
    [InlineData("set title =", false)]
    [InlineData("set title = # of the day", false)]
    [InlineData("print 1 +", false)]
    [InlineData("print a and", false)]
    [InlineData("print [1,\n", false)]
    [InlineData("print [1]\n", true)]
    [InlineData("}", true)]
    [InlineData("", true)]
    public void An_input_goes_on_while_something_is_open(string text, bool whole, string why = "") =>
        Assert.True(ReplInput.IsWhole(text + "\n") == whole, text + why);
}
