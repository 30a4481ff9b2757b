using DocScript.Language.Diagnostics;

namespace DocScript.Hooks.Safety;

/// <summary>The problems found so far, one a place: what is wrong at a place is often found on several ways.</summary>
internal sealed class ProblemList
{
    private readonly Dictionary<(string File, int Start), SafetyProblem> _problems = [];

    public void Add(DiagnosticCode code, Microsoft.CodeAnalysis.Location location, string message, string help) =>
        _problems.TryAdd((location.SourceTree?.FilePath ?? "", location.SourceSpan.Start), new(code, location, message, help));

    public IReadOnlyList<SafetyProblem> InOrder() => [.. _problems.OrderBy(each => each.Key.File, StringComparer.Ordinal).ThenBy(each => each.Key.Start).Select(each => each.Value)];
}
