using System.Text.RegularExpressions;
using DocScript.Cli.Diagnostics;
using DocScript.Documents;
using DocScript.Testing.Cases;
using DocScript.Testing.Data;

namespace DocScript.Cli.Tests;

/// <summary>Messages are written as <c>grammar/MESSAGES.md</c> says, wherever a test can see them.</summary>
public sealed partial class MessageStyleTests
{
    [Fact]
    public void What_cases_expect_is_in_style()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("tests/cases"), "*.case", SearchOption.AllDirectories))
        {
            foreach (var diagnostic in (CaseFile.Parse(File.ReadAllText(file)).Text("diagnostics") ?? "").Split("\n\n"))
            {
                var lines = diagnostic.Split('\n');
                if (Head().Match(lines[0]) is not { Success: true } head) continue;
                seen++;
                // What 'require … else' says is the script's own, and what C# says of itself is the compiler's or the user's.
                if (head.Groups["code"].Value is not ("DS4001" or "DS6001" or "DS6003")) Add(file, head.Groups["text"].Value);
                foreach (var line in lines.Skip(1))
                    if (Remark().Match(line) is { Success: true } remark)
                        Add(file, remark.Groups["text"].Value);
                // A tick that could not carry out a schedule takes the schedule away; a design that is only checked changes nothing anyway.
                if (head.Groups["severity"].Value is "error" && head.Groups["code"].Value is not "DS3041" && !head.Groups["code"].Value.StartsWith("DS219", StringComparison.Ordinal) && !lines.Any(line => line.EndsWith("nothing was changed", StringComparison.Ordinal)))
                    wrong.Add($"{file}: does not say that nothing was changed: {lines[0]}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen > 200);

        void Add(string file, string text) => wrong.AddRange(MessageStyle.Wrong(text).Select(why => $"{file}: {why}: {text}"));
    }

    [Fact]
    public void What_command_lines_say_is_in_style() => Assert.Equal("", string.Join('\n', CommandExamples.Read().SelectMany(pair => pair.Example.Message.Split('\n'))
        .Select(line => Head().Match(line) is { Success: true } head ? head : Remark().Match(line))
        .Where(match => match.Success)
        .SelectMany(match => MessageStyle.Wrong(match.Groups["text"].Value).Select(why => $"{why}: {match.Value}"))));

    [Fact]
    public void Titles_and_explanations_are_in_style()
    {
        Assert.Equal("", string.Join('\n', CodeTable.Create().All.SelectMany(entry => MessageStyle.WrongTitle(entry.Code.Title).Concat(MessageStyle.WrongExplanation(entry.Code.Explanation)).Select(why => $"{entry.Code.Id}: {why}"))));
        Assert.Equal("", string.Join('\n', RuleSet.All.SelectMany(rule => MessageStyle.WrongTitle(rule.Title).Concat(MessageStyle.WrongExplanation(rule.Explanation)).Select(why => $"rule {rule.Title}: {why}"))));
    }

    [Fact]
    public void Literals_in_the_source_are_in_style()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/DocScript.Testing/", StringComparison.Ordinal)))
        {
            var source = File.ReadAllText(file);
            foreach (var match in Message().Matches(source).Concat(Help().Matches(source)))
            {
                // A name that is filled in stands for itself; a literal within a literal is not followed.
                var text = Hole().Replace(match.Groups["text"].Value, "x").Replace("\\\"", "\"", StringComparison.Ordinal);
                if (text.Contains('{', StringComparison.Ordinal) && !text.Contains('}', StringComparison.Ordinal)) continue;
                seen++;
                wrong.AddRange(MessageStyle.Wrong(text.Trim()).Select(why => $"{Path.GetFileName(file)}: {why}: {text}"));
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        Assert.True(seen > 150, $"only {seen} literals were found");
    }

    [Theory]
    [InlineData("Document 1 is gone", "begins with a capital")]
    [InlineData("document 1 is gone.", "ends with a full stop")]
    [InlineData("the document cannot be deleted", "says 'cannot'")]
    [InlineData("invalid key", "says 'invalid'")]
    [InlineData("did you forget it?", "asks")]
    [InlineData("a node is missing", "says 'node'")]
    [InlineData("expected a component", "says what was expected, not what was found")]
    [InlineData("wait...", "ends with a full stop", "says '...'")]
    [InlineData("document 1 has no component 'an invalid node'")]
    [InlineData("did you mean 'doc-1'?")]
    [InlineData("write <component>.<directive>, such as doc-1.text")]
    [InlineData("DOCSCRIPT_NOW is 'noon', which is no ISO 8601 instant")]
    public void The_check_finds_what_is_wrong_and_only_that(string text, params string[] expected) => Assert.Equal(expected, MessageStyle.Wrong(text));

    [GeneratedRegex("^(?<severity>error|warning) (?<code>DS[0-9]{4}): (?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    // Help, notes, labels without a place, and labels behind a mark.
    [GeneratedRegex(@"^ +(= (help: )?|│ +\^+ )(?<text>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remark();

    [GeneratedRegex("""(CliCodes|EngineCodes|SyntaxCodes|RuleSet|StoreProblem)\.\w+,\s*(Severity\.\w+,\s*)?\$?"(?<text>([^"\\\n]|\\.)*)"(?! *\?)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Message();

    [GeneratedRegex("""\b[hH]elp: \$?"(?<text>([^"\\\n]|\\.)*)"|CommandRefused\([^"\n]*\$?"([^"\\\n]|\\.)*", \$?"(?<text>([^"\\\n]|\\.)*)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Help();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
