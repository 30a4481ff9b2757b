using System.Globalization;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Diagnostics;

/// <summary>When a rule was found broken: the digit of its code.</summary>
public enum Phase
{
    /// <summary>By script and design alone: DS2.</summary>
    Check = 2,

    /// <summary>At execution: DS3.</summary>
    Execution = 3,

    /// <summary>Because the state moved on: DS4.</summary>
    Conflict = 4,
}

/// <summary>The codes of the rules of documents and designs: <c>DS</c>, the phase's digit, the rule's number.</summary>
public static class RuleCodes
{
    /// <summary>All of them: of each rule one for each of its phases.</summary>
    public static IEnumerable<DiagnosticCode> All => RuleSet.All.SelectMany(rule => RulePhases.Of(rule).Select(phase => Of(rule, phase)));

    /// <summary>The code of a rule in a phase.</summary>
    public static DiagnosticCode Of(Rule rule, Phase phase) =>
        new(string.Create(CultureInfo.InvariantCulture, $"DS{(int)phase}{rule.Number:000}"), "broken rule: " + rule.Title, rule.Explanation);

    /// <summary>A violation's few words for the marked place: whether another name was meant.</summary>
    public static string? Label(Violation violation) =>
        violation.Name is null ? null : Suggestion.Label(violation.Name, violation.Candidates);
}
