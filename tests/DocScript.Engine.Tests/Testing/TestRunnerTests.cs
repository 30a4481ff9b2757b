using DocScript.Engine.Commands;
using DocScript.Engine.Testing;
using DocScript.Language.Diagnostics;
using DocScript.Language.Text;

namespace DocScript.Engine.Tests.Testing;

/// <summary>What a test file says, and what comes of it: a table of files with the first line of each diagnostic, or nothing where the test passes.</summary>
public sealed class TestRunnerTests
{
    private const string Given = "#: given\ncreate article key \"a\" title \"A\" { insert paragraph as p with {text: \"x\"} }\n";

    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["set.docscript"] = "param to: text = \"B\"\nset title = to\n",
        ["broken.docscript"] = "set = 1\n",
        ["two words.docscript"] = "print 1\n",
        ["design.json"] = """{"name": "d", "components": [], "contentTypes": [{"handle": "note"}]}""",
        ["bad.json"] = "{",
    };

    /// <summary>Tests that pass.</summary>
    public static TheoryData<string> Passing =>
    [
        "create article title \"x\"\nrequire title == \"x\"\n",
        Given + "#: then\nuse \"a\" { require p.text == \"x\" and id == 1 and user == \"tester\" }\n",
        Given + "#: run\nuse \"a\" { set p.text = \"y\" }\n#: then\nuse \"a\" { require p.text == \"y\" }\n",
        Given + "#: run set.docscript --doc a --param to=C --as bo\n#: then\nuse 1 { require title == \"C\" }\n",
        Given + "#: run set.docscript --doc 1 --param \"to=C d\"\n#: then\nuse 1 { require title == \"C d\" }\n",
        Given + "#: run \"two words.docscript\"\n#: then\nrequire true\n",
        Given + "#: run --as bo\nrequire user == \"bo\"\n",
        "#: given --now 2025-03-04T05:06:07Z\ncreate article\n#: then\nuse 1 { require created == date(\"2025-03-04T05:06:07Z\") and now() == date(\"2025-03-04T05:07:07Z\") }\n",
        "#: run\nrequire now() == date(\"2026-01-01T00:01:00Z\")\n",
        Given + "#: run\nuse \"a\" { require published }\n#: expect DS4001\n",
        Given + "#: run\nuse \"a\" { set title = nope }\n#: expect DS3001\n#: then\nuse \"a\" { require title == \"A\" else \"nothing was changed\" }\n",
        "#: run\ninsert paragraph at nowhere\n#: expect DS1001\n",
        "#: run\ncreate artcle\ncreate article { insert nothing }\n#: expect DS2101 DS2102\n",
        "#: run broken.docscript --doc 1\n#: expect DS1001\n",
        "#: design design.json\n#: given\ncreate note\n#: then\nuse 1 { require type == \"note\" }\n",
        "  #: given\ncreate article # no #: line\n#: then\nrequire true\n",
        Given + "#: then\nuse \"a\" { set title = \"only looked\" }\n#: then\nuse \"a\" { require title == \"A\" }\n",
        Given + "#: then\nfor each document where type == \"article\" expect 1 { print id }\n",
        "#: given\ncreate article title \"\"\"\n    #: then\n    \"\"\"\n#: then\nuse 1 { require title contains \"then\" }\n",
    ];

    /// <summary>Tests that fail, and why.</summary>
    public static TheoryData<string, string> Failing => new()
    {
        { "", "1:1 DS3090 this test can't fail: it has no 'require' and no '#: expect'" },
        { Given, "1:1 DS3090 this test can't fail: it has no 'require' and no '#: expect'" },
        { Given + "#: then\nuse \"a\"\nrequire title == \"B\"\n", "5:9 DS4001 requirement not met (document 1): title == \"B\" [title is \"A\"]" },
        { Given + "#: then\nuse \"a\" { require title == \"B\" else \"no\" }\n", "4:19 DS4001 no [this is false (document 1)|title is \"A\"]" },
        { Given + "#: then\nfor each document { require meta.title == \"B\" }\n", "4:29 DS4001 requirement not met (document 1): meta.title == \"B\"" },
        { Given + "#: then\nuse \"a\"\nrequire not (meta.title == null) or count(p.styles ?? []) > 0 or published\n", "5:9 DS4001 requirement not met (document 1): not (meta.title == null) or count(p.styles ?? []) > 0 or published [meta.title is null|count(p.styles ?? []) is 0]" },
        { Given + "#: run\nuse \"b\"\n#: then\nrequire true\n", "4:5 DS3007 there is no document with key" },
        { Given + "#: run set.docscript\n#: then\nrequire true\n", "3:1 DS3091 'set.docscript' did not run; set.docscript 2:1 DS2003 there is no current document" },
        { Given + "#: run\nuse \"a\"\n#: expect DS4001\n", "5:11 DS3091 expected DS4001, found no error" },
        { Given + "#: run\nuse \"b\"\n#: expect DS4001\n", "5:11 DS3091 expected DS4001, found DS3007; 4:5 DS3007 there is no document with key" },
        { "#: given\ncreate article {\n#: then\nrequire true\n", "2:16 DS1010 the block has no closing brace [opened here]; 3:1 DS3090 a '#:' line stands within a statement" },
        { "#: given\nset = 1\n#: then\nrequire true\n", "2:5 DS1001" },
        { "#: givn\nrequire true\n", "1:1 DS3090 'givn' is no section of a test [did you mean 'given'?]" },
        { "#:\nrequire true\n", "1:1 DS3090 a '#:' line without a word" },
        { "#: run missing.docscript\n#: then\nrequire true\n", "1:8 DS8001 there is no file 'missing.docscript'" },
        { "#: run set.docscript extra\n#: then\nrequire true\n", "1:22 DS3090 'extra' is one word too many" },
        { "#: then extra\nrequire true\n", "1:9 DS3090 'extra' is one word too many" },
        { "#: run --dco 1\nrequire true\n", "1:8 DS3090 there is no option '--dco' [did you mean '--doc'?]" },
        { "#: run --doc\nrequire true\n", "1:8 DS3090 --doc needs a value" },
        { "#: run --now noon\nrequire true\n", "1:14 DS3090 'noon' is no value of --now" },
        { "#: run --param x\nrequire true\n", "1:16 DS3090 'x' is no value of --param" },
        { "#: run set.docscript\nrequire true\n", "2:1 DS3090 the section runs 'set.docscript', so it has no statements" },
        { "#: given\n#: then\nrequire true\n", "1:1 DS3090 nothing stands in this section" },
        { "#: expect DS4001\nrequire true\n", "1:1 DS3090 '#: expect' stands below what must fail; 2:1 DS3090 a statement stands below '#: expect'" },
        { "#: then\nrequire false\n#: expect DS4001\n", "3:1 DS3090 '#: expect' stands below what must fail" },
        { "#: run\nrequire false\n#: expect\n", "3:1 DS3090 '#: expect' names the code of a diagnostic" },
        { "#: run\nrequire false\n#: expect 4001\n", "3:11 DS3090 '4001' is no code of a diagnostic" },
        { "#: run\nrequire false\n#: expect DS4001\nrequire true\n", "4:1 DS3090 a statement stands below '#: expect'" },
        { "#: design\nrequire true\n", "1:1 DS3090 '#: design' takes the name of a file" },
        { "require true\n#: design design.json\n", "2:1 DS3090 '#: design' stands once, before all else" },
        { "#: design bad.json\nrequire true\n", "1:11 DS3091 'bad.json' is not a design; bad.json 1:2 DS2190" },
        { "#: run\nlet xs = [" + "1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n" + "for each a in xs { for each b in xs { for each c in xs { for each d in xs { for each e in xs { for each f in xs { let y = 1 } } } } } }\n#: then\nrequire true\n", "3:96 DS5101 the script would execute more than 1000000 statements" },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task A_test_passes(string text) => Assert.Equal("", await RunAsync(text));

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task A_test_fails_and_says_where(string text, string expected) => Assert.StartsWith(expected, await RunAsync(text), StringComparison.Ordinal);

    [Fact]
    public async Task The_same_test_comes_out_the_same_a_hundred_times_at_once()
    {
        var text = Given + "#: run\nuse \"a\" { insert paragraph }\n#: then\nuse \"a\" { require \"${id} ${inserted} ${now()} ${component(\"doc-a1\").id}\" == \"\" }\n";
        var results = new string[100];
        await Parallel.ForEachAsync(Enumerable.Range(0, 100), async (i, _) => results[i] = await RunAsync(text));
        Assert.Single(results.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_of_many_wrong_lines_is_told_in_twenty()
    {
        var result = await Runner().RunAsync(new SourceText("x", string.Concat(Enumerable.Repeat("#: nonsense\n", 100_000))));
        Assert.Equal(20, result.Diagnostics.Length);
    }

    private static TestRunner Runner() => new(CommandTable.BuiltIn, (_, name, _) => Task.FromResult(Files.TryGetValue(name, out var text)
        ? new TestInput(new SourceText(name, text), null)
        : new TestInput(null, new Diagnostic(new DiagnosticCode("DS8001", "", ""), Severity.Error, $"there is no file '{name}'"))));

    private static async Task<string> RunAsync(string text) =>
        string.Join("; ", (await Runner().RunAsync(new SourceText("x", text))).Diagnostics.Select(Line));

    private static string Line(Diagnostic diagnostic)
    {
        var (source, span) = diagnostic.Location!;
        var (line, column) = source.Place(span.Start);
        return FormattableString.Invariant($"{(source.Name == "x" ? "" : source.Name + " ")}{line}:{column} {diagnostic.Code.Id} {diagnostic.Message}{(diagnostic.Label is { } label ? $" [{label.Replace('\n', '|')}]" : "")}");
    }
}
