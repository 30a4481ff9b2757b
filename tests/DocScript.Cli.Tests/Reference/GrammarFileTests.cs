using System.Text.RegularExpressions;
using DocScript.Cli.Diagnostics;
using DocScript.Cli.Reference;
using DocScript.Documents.Designs;
using DocScript.Engine;
using DocScript.Engine.Commands;
using DocScript.Engine.Functions;
using DocScript.Engine.Reference;
using DocScript.Language.Diagnostics;
using DocScript.Language.Grammar;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using DocScript.Testing.Data;
using Path = System.IO.Path;

namespace DocScript.Cli.Tests.Reference;

/// <summary>The files of <c>grammar/</c> are what the tables say; the tables of the reference leave nothing out, and their examples are true.</summary>
public sealed partial class GrammarFileTests
{
    // Made once: the examples of the reference run while it is written.
    private static readonly Lazy<Task<IReadOnlyList<(string Name, string Text)>>> Files = new(() => GrammarFiles.MakeAsync(CommandTable.BuiltIn));

    [Fact]
    public async Task The_files_of_the_repository_are_current()
    {
        var stale = (await Files.Value).Where(file => !File.Exists(PathTo(file.Name)) || File.ReadAllText(PathTo(file.Name)).ReplaceLineEndings("\n") != file.Text).Select(file => file.Name).ToList();
        Assert.True(stale.Count == 0, $"{string.Join(", ", stale)} of grammar/ are stale; in the repository's root run: scripts/docscript grammar");
        Assert.Equal((await Files.Value).Select(file => file.Name).Order(StringComparer.Ordinal), Directory.EnumerateFiles(PathTo("")).Select(Path.GetFileName).Where(name => (name ?? "").Contains("docscript.", StringComparison.Ordinal) || name == "REFERENCE.md").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_verb_writes_them_anywhere_and_replaces_what_was_there()
    {
        using var place = new Workplace();
        Directory.CreateDirectory(Path.Combine(place.Folder, "a"));
        place.Write("a/REFERENCE.md", "old");
        var run = await place.RunAsync("grammar", "--out", "a");
        run.Is(0, "", "wrote a/docscript.ebnf\nwrote a/docscript.tmLanguage.json\nwrote a/REFERENCE.md\n");
        foreach (var (name, text) in await Files.Value) Assert.Equal(text, place.Read("a/" + name));
        Assert.Equal(["a"], place.Names);
    }

    [Fact]
    public async Task A_folder_that_can_not_be_made_is_an_error()
    {
        using var place = new Workplace();
        place.Write("file", "");
        var run = await place.RunAsync("grammar", "--out", "file/grammar");
        Assert.Equal(1, run.Status);
        Assert.StartsWith("error DS7022: 'file/grammar' can't be written", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_example_of_a_command_is_right_and_shows_that_command()
    {
        foreach (var command in CommandTable.BuiltIn.Commands)
        {
            var (parsed, diagnostics) = ScriptEngine.Check(new SourceText("example", command.Example), CommandTable.BuiltIn, Design.BuiltIn);
            Assert.True(diagnostics.Count == 0, DiagnosticText.Of(diagnostics));
            Assert.Contains(parsed.Script.Statements, statement => statement is CommandStatement shown && shown.Syntax == command.Syntax);
        }
    }

    [Fact]
    public void Every_function_has_an_example_that_calls_it() =>
        Assert.All(FunctionTable.BuiltIn.All, function =>
        {
            Assert.StartsWith(function.Name + "(", function.Signature, StringComparison.Ordinal);
            Assert.Contains(function.Name + "(", function.Example, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_operator_statement_place_property_and_member_is_described()
    {
        var operators = ExpressionHelp.Operators.Select(help => help.Form).ToList();
        Assert.Equal(
            OperatorSyntax.Infix.Select(op => $"a {op.Symbol()} b").Append("not a").Append("- a").Append("exists a").Order(StringComparer.Ordinal),
            operators.Order(StringComparer.Ordinal));
        Assert.Equal(ReservedWords.Statements.Order(StringComparer.Ordinal), StatementHelp.All.Select(help => help.Form.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var word in "after before between first last at".Split(' ')) Assert.Contains(PlaceHelp.All, help => help.Form.StartsWith(word, StringComparison.Ordinal));
        Assert.All(NameHelp.Properties.Concat(NameHelp.Members), help => Assert.True(help.Summary.Length > 0, $"NameHelp says nothing of '{help.Form}'"));
        Assert.All(StatementHelp.All, help => Assert.Contains(help.Form.Split(' ')[0], help.Example, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reference_names_every_diagnostic_and_its_links_lead_somewhere()
    {
        var text = (await Files.Value).Single(file => file.Name == "REFERENCE.md").Text;
        Assert.All(CodeTable.Create().All, entry => Assert.Contains($"</a>{entry.Code.Id}: {entry.Code.Title}\n", text, StringComparison.Ordinal));
        Assert.All(Anchor().Matches(text), match => Assert.Contains($"<a id=\"{match.Groups["id"].Value}\">", text, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(#(?<id>[a-z0-9]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();

    private static string PathTo(string name) => Repository.PathTo(Path.Combine("grammar", name));
}
