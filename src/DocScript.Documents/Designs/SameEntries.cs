namespace DocScript.Documents.Designs;

/// <summary>Equality of collections in the records of a design, order included: what a design shows first, a newsroom sees first.</summary>
internal static class SameEntries
{
    public static bool In<T>(IReadOnlyDictionary<string, T> left, IReadOnlyDictionary<string, T> right) =>
        ReferenceEquals(left, right) || (left.Keys.SequenceEqual(right.Keys, StringComparer.Ordinal) && left.Values.SequenceEqual(right.Values));

    public static bool In(IReadOnlyList<string>? left, IReadOnlyList<string>? right) =>
        left is null || right is null ? left is null && right is null : left.SequenceEqual(right, StringComparer.Ordinal);
}
