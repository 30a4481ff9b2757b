using DocScript.Documents;
using DocScript.Engine.Diagnostics;

namespace DocScript.Engine.Tests.Cases;

/// <summary>The phases of each rule that owe a case. One that owes none has a reason.</summary>
internal static class OwedCases
{
    private const string NeedsAnotherDesign = "the check tells it, unless the design was changed by force or a command in C# asks for it";

    // What a script says of these stands in it, so that its check finds it.
    private static readonly Dictionary<(Rule Rule, Phase Phase), string> NoCase = new()
    {
        [(RuleSet.ContentTypeExists, Phase.Execution)] = NeedsAnotherDesign,
        [(RuleSet.ComponentTypeExists, Phase.Execution)] = NeedsAnotherDesign,
        [(RuleSet.ConditionName, Phase.Execution)] = NeedsAnotherDesign,
        [(RuleSet.ComponentIdForm, Phase.Execution)] = NeedsAnotherDesign,
        [(RuleSet.DesignFitsDocuments, Phase.Execution)] = "no script imports a design; DesignImportTests have DS3197",
    };

    /// <summary>The phases of a rule, each owing a case.</summary>
    public static IEnumerable<(Rule Rule, Phase Phase)> Of(Rule rule) => RulePhases.Of(rule).Select(phase => (rule, phase)).Where(cell => !NoCase.ContainsKey(cell));
}
