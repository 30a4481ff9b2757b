using System.Globalization;
using DocScript.Engine.Commands;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Reference;
using DocScript.Language.Text;
using DocScript.Testing.Language;
using DocScript.Testing.Language.Ebnf;

namespace DocScript.Language.Tests.Reference;

/// <summary>The EBNF and the parser are the same language: what is derived parses, and what parses is derived. DOCSCRIPT_FUZZ asks for more texts than a few thousand.</summary>
public sealed class EbnfTests
{
    // What the head of the EBNF says in words: raw texts' layout, numbers out of range, a key twice.
    private static readonly string[] SaidInWords = [SyntaxCodes.RawTextLayout.Id, SyntaxCodes.NumberTooLarge.Id, SyntaxCodes.DuplicateKey.Id];

    private static readonly CommandGrammar[] Grammars = [CommandTable.BuiltIn.Grammar, NewsroomCommands.Grammar];

    private static readonly IReadOnlyDictionary<string, EbnfRule>[] Rules = [.. Grammars.Select(grammar => EbnfReader.Read(Ebnf.Of(grammar)))];

    private static readonly IReadOnlyList<string>[] Fragments = [.. Rules.Select(rules => rules.Values.SelectMany(rule => EbnfReader.Literals(rule.Body)).Distinct(StringComparer.Ordinal).ToList())];

    [Fact]
    public void Every_rule_is_reached_from_a_script_or_is_named_by_the_head()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "Script", "Space", "Continuing" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
            foreach (var next in EbnfReader.References(Rules[0][name].Body))
                if (reached.Add(next))
                    open.Enqueue(next);
        Assert.Equal(Rules[0].Keys.Order(StringComparer.Ordinal), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_derived_parses()
    {
        Parallel.For(0, Count(1500), seed =>
        {
            var which = seed % 2;
            var sentence = new EbnfDeriver(Rules[which], new Random(seed)).Sentence("Script", 18 + seed % 8);
            var diagnostics = Parse(sentence, which).Diagnostics.Where(diagnostic => !SaidInWords.Contains(diagnostic.Code.Id)).ToList();
            Assert.True(diagnostics.Count == 0, $"seed {seed}: {Printer.Print(new Tree.TextLiteral(sentence))}\n{sentence}\n{DiagnosticText.Of(diagnostics)}");
            Assert.True(new EbnfRecogniser(Rules[which], sentence).Derives("Script"), $"seed {seed}: the recogniser does not know what was derived: {sentence}");
        });
    }

    [Fact]
    public void What_parses_is_derived_and_what_does_not_is_not()
    {
        var (accepted, refused) = (0, 0);
        Parallel.For(0, Count(4000), seed =>
        {
            var (text, parses, derived) = Compare(Rules[seed % 2], seed);
            if (parses is null) return;
            Interlocked.Increment(ref parses.Value ? ref accepted : ref refused);
            Assert.True(derived == parses, $"seed {seed}: {(derived ? "derived, but does not parse" : "parses, but is not derived")}: {Printer.Print(new Tree.TextLiteral(text))}\n{text}");
        });
        Assert.True(accepted > 700 && refused > 700, $"{accepted} texts were accepted and {refused} refused: too few to compare");
    }

    [Theory]
    [InlineData("set title.text = 1", false)]
    [InlineData("set \"title\".text = 1", true)]
    [InlineData("set title as link = 1", false)]
    [InlineData("set meta = 1", false)]
    [InlineData("set metax.text = 1", true)]
    [InlineData("use version {}", true)]
    [InlineData("use version", false)]
    [InlineData("for each component in {}", false)]
    [InlineData("for each component \"in\" {}", true)]
    [InlineData("for each document in x {}", false)]
    [InlineData("for each component as where {}", true)]
    [InlineData("print [1, 2,]", true)]
    [InlineData("print [,]", false)]
    [InlineData("print f(1,\n2,)", true)]
    [InlineData("print a\n+ b", true)]
    [InlineData("print a\n# c\n\n?? b", true)]
    [InlineData("set title\n= 1", false)]
    [InlineData("set title =\n1 was\n1", false)]
    [InlineData("set title =\n1\nwas 1", true)]
    [InlineData("remove a,\n b", true)]
    [InlineData("print a < b < c", false)]
    [InlineData("print a == not b", false)]
    [InlineData("print not a == b and not not c", true)]
    [InlineData("print - -1", true)]
    [InlineData("print a .b", false)]
    [InlineData("print (a\n.b)", false)]
    [InlineData("print 5-3", true)]
    [InlineData("print 5px", false)]
    [InlineData("print \"$${a}\"", true)]
    [InlineData("insert p as \"$${a}\"", false)]
    [InlineData("insert p as \"$ \\${a}\"", true)]
    [InlineData("insert p as \"$ \\$ {a}\"", true)]
    [InlineData("print \"\\u{D800}\"", false)]
    [InlineData("print \"\\u{10FFFF}\\u{0}\"", true)]
    [InlineData("print \"\"\"\"a\"\"\"b\"\"\"\"", true)]
    [InlineData("print \"\"\"a\"\"", false)]
    [InlineData("\uFEFF print 1", true)]
    [InlineData("print \uFEFF 1", false)]
    [InlineData("if a {} {}", false)]
    [InlineData("if {} {};;{", false)]
    [InlineData("let \"a\" = 1", false)]
    [InlineData("let as = 1", true)]
    [InlineData("let in = 1", false)]
    public void At_the_edges_parser_and_grammar_agree(string text, bool isRight)
    {
        Assert.Equal(isRight, Parse(text, 0).IsValid);
        Assert.Equal(isRight, new EbnfRecogniser(Rules[0], text).Derives("Script"));
    }

    [Theory]
    [InlineData("( 'start' | 'end' )", "'start'")]
    [InlineData("Comparison ::= Coalesce ( (", "Comparison ::= Coalesce ( ( '=' |")]
    [InlineData(", longest */", " */")]
    [InlineData("/* ws: lines */", "")]
    [InlineData("'else' | ", "")]
    public void The_comparison_finds_a_grammar_that_is_wrong(string right, string wrong)
    {
        var text = Ebnf.Of(Grammars[0]);
        var damaged = text.Replace(right, wrong, StringComparison.Ordinal);
        if (damaged == text) throw new ArgumentException($"no '{right}' in the grammar", nameof(right));
        var rules = EbnfReader.Read(damaged);
        var found = Enumerable.Range(0, 10_000).FirstOrDefault(i => Compare(rules, 2 * i) is { Parses: { } parses } one && parses != one.Derived, -1);
        Assert.True(found >= 0, "no text tells it from the right one");
    }

    /// <summary>Whether a random text parses (null where it is not to be compared) and whether it is derived.</summary>
    private static (string Text, bool? Parses, bool Derived) Compare(IReadOnlyDictionary<string, EbnfRule> rules, int seed)
    {
        var which = seed % 2;
        var text = TextFor(new Random(seed), which, seed);
        if (text.Length > 500 || !IsUnicode(text)) return (text, null, false);
        var diagnostics = Parse(text, which).Diagnostics;
        // What is beyond a limit is not read to its end.
        if (diagnostics.Any(diagnostic => diagnostic.Code.Id.StartsWith("DS5", StringComparison.Ordinal))) return (text, null, false);
        return (text, diagnostics.All(diagnostic => SaidInWords.Contains(diagnostic.Code.Id)), new EbnfRecogniser(rules, text).Derives("Script"));
    }

    private static int Count(int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable("DOCSCRIPT_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : otherwise;

    private static string TextFor(Random random, int which, int seed)
    {
        var grammar = Grammars[which];
        var mutator = new TextMutator(random, Fragments[which]);
        var text = seed % 3 == 0 ? Printer.Print(new ScriptGenerator(grammar, random).Script(2)) : new EbnfDeriver(Rules[which], random, isLoose: seed % 3 == 1).Sentence("Statement", 19);
        return random.Next(8) switch { 0 => mutator.Soup(12), 1 or 2 or 3 => text, 4 or 5 or 6 => mutator.Nudge(text), _ => mutator.Mutate(text) };
    }

    // Half a surrogate pair is in no file.
    private static bool IsUnicode(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);

    private static ParseResult Parse(string text, int which) => ScriptParser.Parse(new SourceText("ebnf", text), Grammars[which]);
}
