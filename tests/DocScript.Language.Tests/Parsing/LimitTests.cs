using DocScript.Language.Parsing;
using DocScript.Language.Text;

namespace DocScript.Language.Tests.Parsing;

public sealed class LimitTests
{
    private const int Megabyte = 1_000_000;

    private static ParseResult Parse(string text) => ScriptParser.Parse(new SourceText("t", text), NewsroomCommands.Grammar);

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Codes(string text) => string.Join(' ', Parse(text).Diagnostics.Select(diagnostic => diagnostic.Code.Id).Distinct(StringComparer.Ordinal));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("- ", "")]
    [InlineData("{a: ", "}")]
    [InlineData("f(", ")")]
    [InlineData("a[", "]")]
    public void Values_nest_64_deep_and_no_deeper(string open, string close)
    {
        Assert.Equal("", Codes($"print {Times(open, 64)}1{Times(close, 64)}"));
        Assert.Equal("DS5002", Codes($"print {Times(open, 65)}1{Times(close, 65)}\npublish"));
        Assert.Single(Parse($"print {Times(open, 65)}1{Times(close, 65)}\npublish").Script.Statements);
    }

    [Fact]
    public void Interpolations_nest_64_deep_and_no_deeper()
    {
        Assert.Equal("", Codes($"print {Times("\"${", 64)}1{Times("}\"", 64)}"));
        Assert.Equal("DS5002", Codes($"print {Times("\"${", 65)}1{Times("}\"", 65)}"));
    }

    [Fact]
    public void Blocks_nest_64_deep_and_no_deeper()
    {
        Assert.Equal("", Codes(Times("if a {\n", 64) + Times("}\n", 64)));
        Assert.Equal("DS5002", Codes(Times("if a {\n", 65) + Times("}\n", 65)));
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("a", ".b")]
    [InlineData("a", "[0]")]
    [InlineData("a", " ?? b")]
    [InlineData("a", " and b")]
    public void Chains_have_1000_links_and_no_more(string first, string link)
    {
        Assert.Equal("", Codes($"print {first}{Times(link, 999)}"));
        Assert.Equal("DS5003", Codes($"print {first}{Times(link, 1000)}"));
    }

    [Fact]
    public void Chains_inside_one_another_are_counted_together()
    {
        var chain = Times(" + 1", 600);
        Assert.Equal("", Codes($"print (1{Times(" + 1", 300)}){chain}"));
        Assert.Equal("DS5003", Codes($"print (1{chain}){chain}"));
        Assert.Equal("", Codes($"print [1{chain}, 1{chain}]"));
    }

    [Fact]
    public void An_if_has_1000_branches_and_no_more()
    {
        Assert.Equal("", Codes("if a { }" + Times(" else if a { }", 999)));
        Assert.Equal("DS5003", Codes("if a { }" + Times(" else if a { }", 1000)));
    }

    [Fact]
    public void A_script_has_16_MiB_as_UTF_8_and_no_more()
    {
        Assert.Equal("", Codes("#" + new string('x', 16 * 1024 * 1024 - 1)));
        Assert.Equal("DS5001", Codes("#" + new string('x', 16 * 1024 * 1024)));
        Assert.Equal("DS5001", Codes("#" + new string('é', 8 * 1024 * 1024)));
    }

    [Fact]
    public void After_1000_errors_the_rest_is_not_read()
    {
        var result = Parse(Times("=;", 5000));
        Assert.Equal(1001, result.Diagnostics.Count);
        Assert.Equal("DS5004", result.Diagnostics[^1].Code.Id);
    }

    [Fact]
    public void The_highest_tree_is_compared_and_hashed_on_a_small_stack()
    {
        var text = $"print [{Times("(", 60)}1{Times(" + 1", 930)}{Times(")", 60)}]\nif a {{ }}{Times(" else if a { }", 990)}";
        var one = Parse(text).Script;
        var other = Parse(text).Script;
        var equal = false;
        var thread = new Thread(() => equal = one.Equals(other) && one.GetHashCode() == other.GetHashCode(), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(equal);
    }

    public static TheoryData<string> Endless =>
    [
        "(", "[", "{", "{a:", "print (", "print [1,", "print not ", "print - ", "not ", "- ", "\"${", "print \"${", "\"", "\"\"\"", "print \"\"\"\" ", "a.b", "print a.", "print 1+", "1+",
        "if a {", "if a { } else ", "if a { } else if a { } ", "else", "}", ")", "]", ";", "=;", "\0", "\n", "\r", "#", "#\n", "a\n", "\\", "$", "use 1 {\n", "for each ", "set a = ", "print a ?? ",
        "remove a,", "insert x between ", "print {\"a\": ", "print a[", "f(", "print exists ", "\u00e9", "\ud83d\ude00", "print 1 + (\n", "iff {", "foo { bar; ", "x { y } z\n",
        "print 1\n", "publish; ", "if a { print b }\n", "use 1 { publish }\n", "set title = \"x\" # y\n",
    ];

    [Theory]
    [MemberData(nameof(Endless))]
    public void Any_repetition_costs_in_proportion_to_its_length(string unit) => CostsInProportion("", unit);

    [Theory]
    [InlineData("print [", "1, ")]
    [InlineData("print {", "a: 1, ")]
    [InlineData("print f(", "a, ")]
    [InlineData("print \"", "${a}")]
    [InlineData("remove ", "a, ")]
    public void So_does_any_repetition_within_a_statement(string start, string unit) => CostsInProportion(start, unit);

    [Fact]
    public void Half_a_surrogate_pair_a_million_times_is_read_in_the_end() => Assert.Equal("DS1013", Codes(new string('\ud800', Megabyte)).Split(' ')[0]);

    // Ten times the text costs about ten times as much; a square would be a hundred times.
    private static void CostsInProportion(string start, string unit)
    {
        var small = Cost(start + Times(unit, Megabyte / 10 / unit.Length));
        var large = Cost(start + Times(unit, Megabyte / unit.Length));
        Assert.InRange(large.Steps, 0, 25 * small.Steps + 1000);
        Assert.InRange(large.Bytes, 0, 25 * small.Bytes + 2 * Megabyte);
    }

    // Steps and bytes are the same on any machine.
    private static (long Steps, long Bytes) Cost(string text)
    {
        // The second run is without what the first use of a piece of code costs.
        return Enumerable.Range(0, 2).Select(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var state = new ParseState(new("test", text), NewsroomCommands.Grammar);
            Blocks.Script(new Cursor(state));
            return (state.Spaces.Steps, GC.GetAllocatedBytesForCurrentThread() - before);
        }).Min();
    }
}
