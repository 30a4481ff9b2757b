using System.Collections.Immutable;

namespace DocScript.Engine.Storage;

/// <summary>A query as data: a conjunction of comparisons. What a <c>where</c> says beyond it is evaluated by the engine on each candidate.</summary>
public sealed record Filter(ImmutableArray<Comparison> Comparisons)
{
    /// <summary>Every public, undeleted document.</summary>
    public static Filter All { get; } = new([]);

    /// <summary>The reference evaluation, with which every store must agree: whether a document is public (positive id), not deleted, and meets every comparison.</summary>
    public bool Matches(Document document) => CanMatch(document.Header) && Comparisons.All(comparison => comparison.Matches(document));

    /// <summary>What a header alone can tell: false when no document with this header meets the filter.</summary>
    public bool CanMatch(Header header) => header is { IsPublic: true, Deleted: false } && Comparisons.All(comparison => comparison.CanMatch(header));

    /// <inheritdoc/>
    public bool Equals(Filter? other) => other is not null && Comparisons.SequenceEqual(other.Comparisons);

    /// <inheritdoc/>
    public override int GetHashCode() => Comparisons.Aggregate(0, HashCode.Combine);
}
