namespace DocScript.Documents;

/// <summary>Keeps an unpublished document from being published (contracts/livingdocs.md 2.3).</summary>
/// <param name="Until">When it ends by itself; null: not before it is lifted.</param>
/// <param name="Reason">Why, in the user's words.</param>
public sealed record Embargo(DateTimeOffset? Until, string? Reason)
{
    /// <summary>Whether it holds at an instant.</summary>
    public bool Holds(DateTimeOffset at) => Until is null || Until > at;
}
