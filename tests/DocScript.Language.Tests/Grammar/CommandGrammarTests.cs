using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using static DocScript.Language.Grammar.CommandSyntax;

namespace DocScript.Language.Tests.Grammar;

public sealed class CommandGrammarTests
{
    private static readonly CommandSyntax Plain = Of("stamp", Hole.Name("name"));

    public static TheoryData<CommandSyntax, CommandSyntax, string> Alike => new()
    {
        { Plain, Of("stamp", Hole.Name("other")), "the commands 'stamp <name>' and 'stamp <other>' can't be told apart" },
        { Plain, Of("stamp", Hole.Value("value")), "the commands 'stamp <name>' and 'stamp <value>' can't be told apart: at one point they have different holes for the same text" },
        { Of("stamp"), Of("stamp", Optional("at", Hole.Value("time"))), "the commands 'stamp' and 'stamp [at <time>]' can't be told apart" },
        { Of("stamp", Hole.Target("x"), "=", Hole.Value("v")), Of("stamp", Optional("now", Hole.Name("n")), Hole.Target("y"), "=", Hole.Value("w")), "can't be told apart" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void Two_commands_that_cant_be_told_apart_are_an_error_that_names_both(CommandSyntax one, CommandSyntax other, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => CommandGrammar.Of([one, other])).Message, StringComparison.Ordinal);

    public static TheoryData<CommandSyntax> Misshapen =>
    [
        Of(), Of(Hole.Name("name")), Of("=", Hole.Name("name")), Of("stamp", "it's"), Of("undo", Optional("by", "force")), Of("stamp", Optional(Optional(Hole.Name("name")))),
        Of("stamp", Optional(Hole.Name("a")), Optional(Hole.Name("b"))), Of("stamp", Optional(Hole.Value("a")), Optional(Hole.Block("b"))),
        Of("stamp", Optional("after", Hole.Name("n")), Hole.Place("p")),
    ];

    [Theory]
    [MemberData(nameof(Misshapen))]
    public void A_command_that_could_not_be_read_is_an_error(CommandSyntax syntax) => Assert.Throws<ArgumentException>(() => CommandGrammar.Of([syntax]));

    [Fact]
    public void A_command_with_one_hole_twice_is_an_error() => Assert.Contains(
        "the command 'stamp <name> as <name>' has the hole 'name' twice",
        Assert.Throws<ArgumentException>(() => CommandGrammar.Of([Of("stamp", Plain.Holes[0], "as", Plain.Holes[0])])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_filling_of_another_commands_hole_is_an_error() => Assert.Contains(
        "the command 'stamp <name>' has no hole 'x'",
        Assert.Throws<ArgumentException>(() => Plain.Arguments((Hole.Name("x"), new Tree.Name("a")))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("stamp", null)]
    [InlineData("print", "'print' starts a statement of the language")]
    [InlineData("publish", "'publish' starts a built-in command")]
    [InlineData("until", "'until' continues a statement of the language")]
    [InlineData("contains", "'contains' continues a statement of the language")]
    [InlineData("exists", "'exists' is a word of expressions")]
    [InlineData("a b", "'a b' is not a name: a letter or '_', then letters, digits, '_' and '-'")]
    public void A_loader_can_ask_whether_a_word_may_start_a_command(string word, string? reason) =>
        Assert.Equal(reason, ReservedWords.WhyNotFirst(word, NewsroomCommands.Grammar));

    [Fact]
    public void A_syntax_shows_itself_for_help() => Assert.Equal(
        "create <type> [key <key>] [with <data>] [{ … }]",
        Of("create", Hole.Name("type"), Optional("key", Hole.Value("key")), Optional("with", Hole.Value("data")), Optional(Hole.Block("body"))).ToString());

    [Fact]
    public void Optional_parts_may_be_nested()
    {
        var grammar = CommandGrammar.Of([Of("stamp", Optional("at", Hole.Value("time"), Optional("in", Hole.Name("zone"))))]);
        string Read(string text) => string.Join(' ', ScriptParser.Parse(new("t", text), grammar).Script.Statements.Cast<Tree.CommandStatement>().SelectMany(s => s.Arguments.Fillings).Select(f => f.Hole.Label));
        Assert.Equal("", Read("stamp"));
        Assert.Equal("time", Read("stamp at 5"));
        Assert.Equal("time zone", Read("stamp at 5 in utc"));
    }

    [Theory]
    [InlineData("insert paragraph ", "'after' 'as' 'at' 'before' 'between' 'first' 'last' 'with'")]
    [InlineData("set ", "'meta' 'title' a component")]
    [InlineData("set doc-1.x ", "'=' 'as' 'condition' 'style'")]
    [InlineData("set doc-1.x as ", "'editable' 'html' 'image' 'include' 'link' 'toggle'")]
    [InlineData("param a: ", "'boolean' 'date' 'decimal' 'integer' 'list' 'object' 'text'")]
    [InlineData("schedule ", "'publish' 'unpublish'")]
    [InlineData("use ", "'version' a value")]
    public void What_can_stand_at_the_end_of_a_text_is_known_for_completion(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', ScriptParser.ExpectedAfter(text, NewsroomCommands.Grammar).Select(one => one.ToString()).Order(StringComparer.Ordinal)));

    [Fact]
    public void Where_a_statement_can_start_its_first_words_are_expected() =>
        Assert.Contains(new Expectation("insert", true), ScriptParser.ExpectedAfter("print 1\n", NewsroomCommands.Grammar));
}
