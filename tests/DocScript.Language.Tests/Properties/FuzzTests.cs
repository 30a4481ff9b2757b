using System.Globalization;
using DocScript.Engine.Commands;
using DocScript.Language.Diagnostics;
using DocScript.Language.Formatting;
using DocScript.Language.Grammar;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Testing.Language;

namespace DocScript.Language.Tests.Properties;

/// <summary>As many texts as DOCSCRIPT_FUZZ says (100,000 without it), random and mutated; DOCSCRIPT_FUZZ_SEED gives others.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Corpus =
    [
        "require published; set meta title = \"x\"; insert paragraph after doc-1; publish",
        "for each document as d where meta.author == \"A\" and not (a or b) order by created descending limit 5 expect 3 {\n    set title = \"x ${d.title ?? \"none\"}\" was null\n}\n",
        "param name: text = \"a\"\nif count(components) > 10 { print 1 } else if title starts \"A\" { print -5 } else { print null }\n",
        "insert paragraph as p-1 between doc-1 and doc-2 in doc-4.children with {\n    text: \"a\", # c\n    \"x y\": [1, 2.5, true],\n}\n",
        "for each component paragraph in doc-4.main[0].children as p where exists p.text limit 3 {\n    remove p, \"doc 9\"\n}\nfor each x in [1, 2] { print x }\n",
        "print \"\"\"\n    raw ${no}\n      text\n    \"\"\"\nuse \"key\" version 3 {\n    move doc-1 first in doc-2; delete\n}\n",
        "create article key \"k\" title \"t\" with {a: {b: [c(1), d[2].e]}} {\n    set \"title\".text as editable = a + b * (c - d) % 2\n    unset meta \"og:title\" was 1\n}\n",
    ];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [Fact]
    public void Parsing_never_throws_always_ends_and_prints_what_it_read_on_any_text()
    {
        var count = Setting("DOCSCRIPT_FUZZ", 100_000);
        var seed = Setting("DOCSCRIPT_FUZZ_SEED", 1);
        Parallel.For(0, count, i =>
        {
            var random = new Random(unchecked(seed * 1_000_003 + i));
            var grammar = i % 2 == 0 ? NewsroomCommands.Grammar : CommandTable.BuiltIn.Grammar;
            var text = TextFor(random, grammar);
            try
            {
                Check(text, grammar, formatToo: i % 4 == 0);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"input {i} of seed {seed}: {Printer.Print(new Tree.TextLiteral(text))}", e);
            }
        });
    }

    private static string TextFor(Random random, CommandGrammar grammar)
    {
        var mutator = new TextMutator(random, grammar.Root.Words);
        return random.Next(4) switch
        {
            0 => mutator.Soup(40),
            1 => mutator.Mutate(Printer.Print(new ScriptGenerator(grammar, random).Script(2))),
            2 => mutator.Mutate(Corpus[random.Next(Corpus.Length)]),
            _ => mutator.Mutate(Corpus[random.Next(Corpus.Length)] + Corpus[random.Next(Corpus.Length)]),
        };
    }

    private static void Check(string text, CommandGrammar grammar, bool formatToo)
    {
        var parsed = ScriptParser.Parse(new SourceText("fuzz", text), grammar);
        foreach (var diagnostic in parsed.Diagnostics)
        {
            Assert.InRange(diagnostic.Location!.Span.Start, 0, text.Length);
            Assert.InRange(diagnostic.Location.Span.End, diagnostic.Location.Span.Start, text.Length);
            Assert.NotEmpty(DiagnosticText.Of(diagnostic));
        }

        if (!parsed.IsValid) return;
        var again = ScriptParser.Parse(new SourceText("printed", Printer.Print(parsed.Script)), grammar);
        Assert.True(again.IsValid && again.Script.Equals(parsed.Script), "printing changed the tree");
        if (!formatToo) return;
        var once = Formatter.Format(parsed, grammar);
        Assert.Equal(once, Formatter.Format(ScriptParser.Parse(new SourceText("formatted", once), grammar), grammar));
    }
}
