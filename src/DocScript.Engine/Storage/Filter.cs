using System.Collections.Immutable;

namespace DocScript.Engine.Storage;

/// <summary>A query as data: a conjunction of comparisons. What a <c>where</c> says beyond it is evaluated by the engine on each candidate.</summary>
public sealed record Filter(ImmutableArray<Comparison> Comparisons)
{
    /// <summary>Every public, undeleted document.</summary>
    public static Filter All { get; } = new([]);

    /// <summary>The place up to which a query read that had enough, or null: it read all. Only what a transaction read has one; stores are not asked with it.</summary>
    public Bound? UpTo { get; init; }

    /// <summary>The reference evaluation, with which every store must agree: whether a document is public (positive id), not deleted, and meets every comparison.</summary>
    public bool Matches(Document document)
    {
        if (!CanMatch(document.Header)) return false;
        foreach (var comparison in Comparisons)
            if (!comparison.Matches(document)) return false;
        return UpTo?.Includes(document) != false;
    }

    /// <summary>What a header alone can tell: false when no document with this header meets the filter.</summary>
    public bool CanMatch(Header header)
    {
        if (header is not { IsPublic: true, Deleted: false }) return false;
        foreach (var comparison in Comparisons)
            if (!comparison.CanMatch(header)) return false;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Filter? other) => other is not null && UpTo == other.UpTo && Comparisons.SequenceEqual(other.Comparisons);

    /// <inheritdoc/>
    public override int GetHashCode() => Comparisons.Aggregate(UpTo?.GetHashCode() ?? 0, HashCode.Combine);
}
