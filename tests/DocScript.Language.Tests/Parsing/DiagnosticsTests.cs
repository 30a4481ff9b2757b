using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Parsing;

public sealed class DiagnosticsTests
{
    private static string Errors(string text) => DiagnosticText.Of(ScriptParser.Parse(new SourceText("t", text), NewsroomCommands.Grammar).Diagnostics);

    [Theory]
    [InlineData("""
        set doc-1.text style =
        """, """
        error DS1001: expected a style, found '='
          ┌ t:1:22
        1 │ set doc-1.text style =
          │                      ^
        """)]
    [InlineData("""
        insert paragraph afetr doc-1
        """, """
        error DS1001: expected 'after', 'at', 'before', 'between', 'first', 'last', 'as', 'with' or the end of the statement, found 'afetr'
          ┌ t:1:18
        1 │ insert paragraph afetr doc-1
          │                  ^^^^^ did you mean 'after'?
        """)]
    [InlineData("""
        move = doc-1
        """, """
        error DS1001: expected a component, found '='
          ┌ t:1:6
        1 │ move = doc-1
          │      ^
        """)]
    [InlineData("""
        if title = "x" { }
        """, """
        error DS1001: expected '{', found '='
          ┌ t:1:10
        1 │ if title = "x" { }
          │          ^
          = help: '==' compares two values; '=' only sets one
        """)]
    [InlineData("""
        set title == "x"
        """, """
        error DS1001: expected '=', found '=='
          ┌ t:1:11
        1 │ set title == "x"
          │           ^^
          = help: '=' sets a value; '==' compares two
        """)]
    [InlineData("""
        set title.text = "x"
        """, """
        error DS1001: expected '=', found '.'
          ┌ t:1:10
        1 │ set title.text = "x"
          │          ^
          = help: 'title' is a word of the command here; for something of that name write "title" in quotes
        """)]
    [InlineData("""
        for each document limit 5 where a { }
        """, """
        error DS1001: expected 'expect' or '{', found 'where'
          ┌ t:1:27
        1 │ for each document limit 5 where a { }
          │                           ^^^^^
          = help: the parts of a loop stand in the order in, as, where, order by, limit, expect
        """)]
    [InlineData("""
        if a
        print 1
        """, """
        error DS1001: expected '{', found the end of the line
          ┌ t:1:5
        1 │ if a
          │     ^
          = help: a block of statements stands in { }
        """)]
    [InlineData("""
        print [1, 2
        publish
        """, """
        error DS1001: expected ',' or ']', found 'publish'
          ┌ t:2:1
        2 │ publish
          │ ^^^^^^^
          = help: the '[' at 1:7 is still open
        """)]
    [InlineData("""
        print f (1)
        """, """
        error DS1001: expected the end of the statement, found '('
          ┌ t:1:9
        1 │ print f (1)
          │         ^
          = help: '(' binds only without a space before it
        """)]
    [InlineData("""
        embargo until a + b because c
        """, """
        error DS1001: expected 'because' or the end of the statement, found '+'
          ┌ t:1:17
        1 │ embargo until a + b because c
          │                 ^
          = help: something may follow this value, so an expression with operators stands in ( )
        """)]
    [InlineData("""
        print a == not b
        """, """
        error DS1001: expected a value, found 'not'
          ┌ t:1:12
        1 │ print a == not b
          │            ^^^
          = help: put this expression in ( )
        """)]
    [InlineData("""
        print 1 publish
        """, """
        error DS1001: expected the end of the statement, found 'publish'
          ┌ t:1:9
        1 │ print 1 publish
          │         ^^^^^^^
          = help: put ';' or a line end between two statements
        """)]
    [InlineData("""
        print 1 +
        """, """
        error DS1001: expected a value, found the end of the script
          ┌ t:1:10
        1 │ print 1 +
          │          ^
        """)]
    [InlineData("""
        param a: txt
        """, """
        error DS1001: expected 'text', 'integer', 'decimal', 'boolean', 'date', 'list' or 'object', found 'txt'
          ┌ t:1:10
        1 │ param a: txt
          │          ^^^ did you mean 'text'?
        """)]
    [InlineData("""
        Publish
        """, """
        error DS1002: no statement starts with 'Publish'
          ┌ t:1:1
        1 │ Publish
          │ ^^^^^^^ did you mean 'publish'?
        """)]
    [InlineData("""
        headline = "x"
        """, """
        error DS1002: no statement starts with 'headline'
          ┌ t:1:1
        1 │ headline = "x"
          │ ^^^^^^^^
          = help: write 'let headline = …' for a variable, 'set headline = …' for a directive or the title, 'set meta headline = …' for metadata
        """)]
    [InlineData("""
        publish; where a
        """, """
        error DS1002: no statement starts with 'where'
          ┌ t:1:10
        1 │ publish; where a
          │          ^^^^^
          = help: 'where' continues a statement; no ';' stands before it
        """)]
    [InlineData("""
        print "abc
        """, """"
        error DS1003: the text has no closing quote on its line
          ┌ t:1:7
        1 │ print "abc
          │       ^^^^ no '"' here
          = help: close it with '"'; a text of several lines stands between """ and """
        """")]
    [InlineData("""
        print "a\qb"
        """, """
        error DS1004: unknown escape '\q' in a text
          ┌ t:1:9
        1 │ print "a\qb"
          │         ^^
          = help: a text knows \n \t \r \" \\ \$ and \u{1F600}; write \\ for a backslash
        """)]
    [InlineData("""
        print "\u{110000}"
        """, """
        error DS1004: unknown escape '\u' in a text
          ┌ t:1:8
        1 │ print "\u{110000}"
          │        ^^
          = help: write the character's code in hexadecimal digits: \u{1F600}
        """)]
    [InlineData("""
        print 9223372036854775808
        """, """
        error DS1006: the integer does not fit into 64 bits
          ┌ t:1:7
        1 │ print 9223372036854775808
          │       ^^^^^^^^^^^^^^^^^^^
          = help: integers run from -9223372036854775808 to 9223372036854775807; with .0 behind it is a decimal, which holds 28 digits
        """)]
    [InlineData("""
        print 12px
        """, """
        error DS1007: the number has letters directly behind it
          ┌ t:1:7
        1 │ print 12px
          │       ^^^^
          = help: a number is digits, or digits, a point and digits; a name starts with a letter, or stands in quotes
        """)]
    [InlineData("""
        print a < b < c
        """, """
        error DS1008: comparisons don't chain
          ┌ t:1:13
        1 │ print a < b < c
          │             ^ a second comparison
          = help: write 'a < b and b < c', or put one comparison in ( )
        """)]
    [InlineData("""
        remove "doc-${n}"
        """, """
        error DS1009: a name in quotes can't hold ${…}
          ┌ t:1:13
        1 │ remove "doc-${n}"
          │             ^^
          = help: write \${ for these characters; for a component whose id is computed write component("…")
        """)]
    [InlineData("""
        if a { print 1
        """, """
        error DS1010: the block has no closing brace
          ┌ t:1:6
        1 │ if a { print 1
          │      ^ opened here
          = help: close it with '}'
        """)]
    [InlineData("""
        print 1 }
        """, """
        error DS1011: '}' closes a block, but none is open
          ┌ t:1:9
        1 │ print 1 }
          │         ^
          = help: remove it, or open the block with '{'
        """)]
    [InlineData("""
        let exists = 1
        """, """
        error DS1012: 'exists' is a word of the language and can't be a variable
          ┌ t:1:5
        1 │ let exists = 1
          │     ^^^^^^
          = help: take another name
        """)]
    [InlineData("""
        for each "x" in y { }
        """, """
        error DS1012: a variable has no quotes around its name
          ┌ t:1:10
        1 │ for each "x" in y { }
          │          ^^^
          = help: its name is a letter or '_', then letters, digits, '_' and '-'
        """)]
    [InlineData("""
        print 'a'
        """, """
        error DS1013: expected a value, found '''
          ┌ t:1:7
        1 │ print 'a'
          │       ^
          = help: texts stand in straight double quotes: "…"
        """)]
    [InlineData("""
        print a && b
        """, """
        error DS1013: expected the end of the statement, found '&&'
          ┌ t:1:9
        1 │ print a && b
          │         ^^
          = help: write 'and'
        """)]
    [InlineData("""
        print a § b
        """, """
        error DS1013: expected the end of the statement, found '§'
          ┌ t:1:9
        1 │ print a § b
          │         ^
          = help: remove it; it can stand in texts and comments only
        """)]
    [InlineData("""
        print {a: 1, "a": 2}
        """, """
        error DS1014: the key 'a' stands twice in the object
          ┌ t:1:14
        1 │ print {a: 1, "a": 2}
          │              ^^^
          = help: keep one of them
        """)]
    public void An_error_is_told_in_the_users_words(string text, string shown) => Assert.Equal(shown, Errors(text));

    [Theory]
    [InlineData("print \"\"\"a\nb\"\"\"", "DS1005")]
    [InlineData("print \"\"\"\n  a\n b\n  \"\"\"", "DS1005")]
    [InlineData("print \"\"\"\na\"\"\"", "DS1005")]
    [InlineData("print \"\"\"a\"\"\"\"", "DS1005")]
    [InlineData("print \"\"\"\na", "DS1003")]
    [InlineData("print \"a ${b", "DS1001")]
    [InlineData("print a\0", "DS1013")]
    [InlineData("print 1.00000000000000000000000000001", "DS1006")]
    [InlineData("print 1e5", "DS1007")]
    [InlineData("print a. b", "DS1001")]
    [InlineData("print in", "DS1001")]
    [InlineData("print (a", "DS1001")]
    [InlineData("use", "DS1001")]
    [InlineData("remove 5", "DS1001")]
    [InlineData("remove a,", "DS1001")]
    [InlineData("for each component in 5 { }", "DS1001")]
    [InlineData("insert x between a or b", "DS1001")]
    [InlineData("insert x at middle", "DS1001")]
    [InlineData("create", "DS1001")]
    [InlineData("checkin {a: 1} with {b: 1} with {c: 1}", "DS1001")]
    public void Each_error_has_its_code(string text, string code) => Assert.StartsWith("error " + code + ":", Errors(text), StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_no_character_in_a_text_or_outside()
    {
        Assert.StartsWith("error DS1013: half of a surrogate pair is not a character\n", Errors("print \"a\ud800b\""), StringComparison.Ordinal);
        Assert.StartsWith("error DS1013:", Errors("print \"\"\"a\udc00\"\"\""), StringComparison.Ordinal);
        Assert.StartsWith("error DS1013: expected a statement, found '\ufffd'\n", Errors("\ud800"), StringComparison.Ordinal);
        Assert.EndsWith("= help: remove it, or write the whole character", Errors("\ud800"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_syntax_has_a_title_an_explanation_and_a_number_of_its_own()
    {
        Assert.All(SyntaxCodes.All, code => Assert.Matches("^DS[15]0[0-9][0-9]$", code.Id));
        Assert.All(SyntaxCodes.All, code => Assert.True(code.Title.Length > 5 && code.Explanation.EndsWith('.')));
        Assert.Equal(SyntaxCodes.All.Count, SyntaxCodes.All.Select(code => code.Id).Distinct(StringComparer.Ordinal).Count());
    }
}
