using System.Collections;
using System.Runtime.CompilerServices;

namespace DocScript.Language.Tree;

/// <summary>An immutable list that is equal to another with equal items.</summary>
[CollectionBuilder(typeof(Items), nameof(Items.Create))]
public sealed class Items<T>(T[] items) : IReadOnlyList<T>, IEquatable<Items<T>>
{
    /// <summary>The empty list.</summary>
    public static Items<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> Span => items;

    /// <inheritdoc/>
    public bool Equals(Items<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Items<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>Makes <see cref="Items{T}"/> from a collection expression.</summary>
public static class Items
{
    /// <summary>The items of a span as a list.</summary>
    public static Items<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? Items<T>.Empty : new(items.ToArray());
}
