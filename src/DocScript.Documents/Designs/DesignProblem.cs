using System.Collections.Immutable;

namespace DocScript.Documents.Designs;

/// <summary>Something wrong with a design itself.</summary>
/// <param name="Violation">The rule it breaks.</param>
/// <param name="Path">Where, by the names that lead there: of members, and of the entries of lists, such as <c>components, head, allowedParents, page</c>.</param>
/// <param name="IsWarning">Whether it can be used all the same.</param>
public sealed record DesignProblem(Violation Violation, ImmutableArray<string> Path, bool IsWarning = false);
