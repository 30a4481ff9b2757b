using DocScript.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DocScript.Hooks.Safety;

/// <summary>The problems found so far. A name that is refused makes every expression one that it comes to: what only follows is shown where nothing else is.</summary>
internal sealed class ProblemList
{
    private readonly List<SafetyProblem> _named = [];
    private readonly List<SafetyProblem> _following = [];

    /// <summary>Adds what stands at a place.</summary>
    public void Add(DiagnosticCode code, Microsoft.CodeAnalysis.Location location, string message, string help) => _named.Add(new(code, location, message, help));

    /// <summary>Adds what is wrong with the type of a value, wherever it came from.</summary>
    public void AddFollowing(DiagnosticCode code, Microsoft.CodeAnalysis.Location location, string message, string help) => _following.Add(new(code, location, message, help));

    public IReadOnlyList<SafetyProblem> InOrder()
    {
        var kept = new List<SafetyProblem>();
        foreach (var problem in (_named.Count > 0 ? _named : _following)
            .OrderBy(each => each.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(each => each.Location.SourceSpan.Start).ThenBy(each => each.Location.SourceSpan.Length))
        {
            if (kept.Count == 0 || !Follows(kept[^1].Location, problem.Location)) kept.Add(problem);
        }

        return kept;
    }

    // Within it, or the member behind its point.
    private static bool Follows(Microsoft.CodeAnalysis.Location first, Microsoft.CodeAnalysis.Location next) =>
        first.SourceTree == next.SourceTree && next.SourceSpan.Start <= first.SourceSpan.End + 1 && next.SourceSpan.Start >= first.SourceSpan.Start;
}
