using System.Text.RegularExpressions;
using DocScript.Documents;
using DocScript.Engine.Commands;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Functions;
using DocScript.Language.Diagnostics;
using DocScript.Language.Parsing;
using DocScript.Language.Text;
using DocScript.Language.Tree;
using DocScript.Testing.Cases;

namespace DocScript.Engine.Tests.Cases;

/// <summary>The coverage list: what commands, statements, expressions, rules and diagnostics owe, each cell with a case. A test names every cell that has none.</summary>
public sealed partial class CaseCoverageTests
{
    private static readonly IReadOnlyList<CaseFile> Cases = [.. CaseLibrary.Paths.Select(CaseLibrary.Read)];

    [Fact]
    public void Every_command_part_and_place_has_a_case_that_goes_well() => AssertCovered(ScriptFeatures.Owed(CommandTable.BuiltIn), GoodFeatures());

    [Fact]
    public void Every_statement_has_a_case_that_goes_well() => AssertCovered(
        [
            "use document", "use document version", "use version", "use document block", "use document version block",
            "require", "require else",
            .. Enum.GetNames<ParameterType>().Select(type => $"param {type.ToLowerInvariant()}"), "param of any type", "param with default", "param without default",
            "let", "if", "if else", "if else if",
            "for each document", "for each document as", "for each document where", "for each document order by", "for each document order by descending",
            "for each document limit", "for each document expect",
            "for each component", "for each component type", "for each component in p", "for each component in p.c", "for each component as", "for each component where",
            "for each component limit",
            "for each item", "print",
        ],
        GoodFeatures());

    [Fact]
    public void Every_expression_operator_function_and_property_has_a_case_that_goes_well() => AssertCovered(
        [
            "text", "raw text", "interpolated text", "integer", "decimal", "true", "false", "null", "list", "object", "quoted component", "index", "exists", "parentheses",
            .. Enum.GetValues<BinaryOperator>().Select(operation => ExpressionFeatures.Operator(operation)),
            .. Enum.GetValues<UnaryOperator>().Select(operation => ExpressionFeatures.Operator(operation)),
            .. FunctionTable.BuiltIn.All.Select(function => $"function {function.Name}"),
            .. "id key type title meta version published unpublished unchanged checkedOut checkedOutBy embargoed created updated user inserted".Split(' ').Select(name => $"name {name}"),
            .. "id type parent container fixed styles conditions content containers".Split(' ').Select(name => $"member {name}"),
        ],
        GoodFeatures());

    [Fact]
    public void Every_diagnostic_has_a_case() =>
        AssertCovered(SyntaxCodes.All.Concat(EngineCodes.All).Concat(StoreCodes.All).Select(code => code.Id), Codes());

    [Fact]
    public void Every_rule_has_a_case_in_every_phase_that_can_tell_it() => AssertCovered(RuleSet.All.SelectMany(OwedCases.Of).Select(Cell), CoveredRules());

    [Fact]
    public void No_rule_is_told_in_a_phase_that_is_said_not_to_tell_it()
    {
        var covered = CoveredRules();
        var told = RuleSet.All.SelectMany(rule => Enum.GetValues<Phase>().Except(RulePhases.Of(rule)).Select(phase => (rule, phase))).Where(cell => covered.Contains(Cell(cell))).ToList();
        Assert.True(told.Count == 0, $"the list of phases is out of date:\n{string.Join('\n', told.Select(Cell))}");
    }

    private static string Cell((Rule Rule, Phase Phase) cell) => $"{RuleCodes.Of(cell.Rule, cell.Phase).Id}, {cell.Rule.Title}";

    private static IReadOnlySet<string> CoveredRules()
    {
        // Rule 4 shares its number with codes of the engine in the phases that don't tell it.
        var codes = Codes().Except(EngineCodes.All.Select(code => code.Id), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return RuleSet.All.SelectMany(rule => Enum.GetValues<Phase>().Select(phase => (rule, phase))).Where(cell => codes.Contains(RuleCodes.Of(cell.rule, cell.phase).Id)).Select(Cell).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("^(error|warning) (?<code>DS[0-9]{4}): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    private static HashSet<string> Codes() =>
        Cases.SelectMany(file => Code().Matches(file.Text("diagnostics") ?? "").Select(match => match.Groups["code"].Value)).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlySet<string> GoodFeatures()
    {
        var features = new ScriptFeatures(CommandTable.BuiltIn);
        foreach (var file in Cases.Where(file => file.Text("diagnostics")?.Contains("error DS", StringComparison.Ordinal) != true))
        {
            features.Add(Statements(file.Script));
            foreach (var given in file.Given) features.Add(Statements(given.Body));
        }

        return features.Found;
    }

    private static Items<Statement> Statements(string script) => ScriptParser.Parse(new SourceText("case", script), CommandTable.BuiltIn.Grammar).Script.Statements;

    private static void AssertCovered(IEnumerable<string> owed, IReadOnlySet<string> covered)
    {
        var missing = owed.Where(cell => !covered.Contains(cell)).ToList();
        Assert.True(missing.Count == 0, $"no case covers:\n{string.Join('\n', missing)}");
    }
}
