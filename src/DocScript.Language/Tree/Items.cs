using System.Collections;
using System.Runtime.CompilerServices;

namespace DocScript.Language.Tree;

/// <summary>An immutable list that is equal to another with equal items; a value, so that a node of the tree has its items at hand without an object between.</summary>
[CollectionBuilder(typeof(Items), nameof(Items.Create))]
public readonly struct Items<T> : IReadOnlyList<T>, IEquatable<Items<T>>
{
    // Null in the list that is the type's default.
    private readonly T[]? _items;

    internal Items(T[] items) => _items = items;

    /// <summary>The empty list.</summary>
    public static Items<T> Empty => default;

    /// <inheritdoc/>
    public int Count => Span.Length;

    /// <inheritdoc/>
    public T this[int index] => Span[index];

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> Span => _items;

    /// <inheritdoc/>
    public bool Equals(Items<T> other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Items<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Goes through the items without an object for it.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();
}

/// <summary>Makes <see cref="Items{T}"/> from a collection expression.</summary>
public static class Items
{
    /// <summary>The items of a span as a list.</summary>
    public static Items<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());
}
