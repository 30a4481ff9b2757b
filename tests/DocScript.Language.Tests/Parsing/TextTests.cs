namespace DocScript.Language.Tests.Parsing;

public sealed class TextTests
{
    [Theory]
    [InlineData("\"\"", "''")]
    [InlineData("\"a b\"", "'a b'")]
    [InlineData("\"# no comment\"", "'# no comment'")]
    [InlineData("\"\\n\\t\\r\\\"\\\\\\$\"", "'⏎⇥␍\"\\$'")]
    [InlineData("\"\\u{1F600}\\u{e9}\"", "'😀é'")]
    [InlineData("\"$ $x $\"", "'$ $x $'")]
    [InlineData("\"\\${x}\"", "'${x}'")]
    [InlineData("\"${a}\"", "(text a)")]
    [InlineData("\"a ${b} c\"", "(text 'a ' b ' c')")]
    [InlineData("\"${a}${b}\"", "(text a b)")]
    [InlineData("\"x\\n${ a + \"y${b}\" }\"", "(text 'x⏎' (+ a (text 'y' b)))")]
    [InlineData("\"${\"b\"}\"", "(text <'b'>)")]
    [InlineData("\"${\n a # c\n}\"", "(text a)")]
    [InlineData("\"${{a: 1}}\"", "(text {a:1})")]
    public void Quoted_texts_have_escapes_and_interpolation(string text, string tree) => Assert.Equal(tree, TreeText.OfExpression(text));

    [Theory]
    [InlineData("\"\"\"a\"b\"\"\"", "'a\"b'raw")]
    [InlineData("\"\"\"a\\n${b}\"\"\"", "'a\\n${b}'raw")]
    [InlineData("\"\"\"\n  a\n    b\n\n  c\n  \"\"\"", "'a⏎  b⏎⏎c'raw")]
    [InlineData("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", "'a⏎b'raw")]
    [InlineData("\"\"\"\n\n\"\"\"", "''raw")]
    [InlineData("\"\"\"\n\"\"\"", "''raw")]
    [InlineData("\"\"\"  \na\n\"\"\"", "'a'raw")]
    [InlineData("\"\"\"\"\na \"\"\" b\n\"\"\"\"", "'a \"\"\" b'raw")]
    [InlineData("\"\"\"\n\ta\n\t\"\"\"", "'a'raw")]
    [InlineData("\"\"\"\n  a\n   \n  \"\"\"", "'a⏎ 'raw")]
    public void Raw_texts_take_everything_and_lose_their_indentation(string text, string tree) => Assert.Equal(tree, TreeText.OfExpression(text));
}
