using System.Collections.Immutable;

namespace DocScript.Engine.Storage;

/// <summary>Everything a transaction read; when any of it moved on, the transaction conflicts.</summary>
/// <param name="Documents">Documents with the sequence they had. The design is one of them (<see cref="SystemDocuments.Design"/>).</param>
/// <param name="AbsentKeys">Keys that named no document.</param>
/// <param name="Filters">The filters of its queries, against phantoms; every document that one let through is among the read ones. One that stopped early has the place where (<see cref="Filter.UpTo"/>).</param>
public sealed record ReadSet(
    ReadDocuments Documents,
    ImmutableSortedSet<string> AbsentKeys,
    ImmutableArray<Filter> Filters)
{
    /// <summary>Nothing read.</summary>
    public static ReadSet Empty { get; } = new(
        ReadDocuments.None,
        ImmutableSortedSet<string>.Empty.WithComparer(StringComparer.Ordinal),
        []);
}
