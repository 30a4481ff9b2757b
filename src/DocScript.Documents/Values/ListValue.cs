using System.Collections.Immutable;

namespace DocScript.Documents.Values;

/// <summary>A list.</summary>
public sealed class ListValue : Value
{
    /// <summary>A list of these values.</summary>
    /// <exception cref="ValueTooDeepException">They are <see cref="Value.MaxDepth"/> deep already.</exception>
    public ListValue(ImmutableArray<Value> items)
    {
        Items = items.IsDefault ? [] : items;
        var depth = 0;
        foreach (var item in Items) depth = Math.Max(depth, item.Depth);
        Depth = ValueTooDeepException.Guard(depth + 1);
    }

    /// <summary>The values in order.</summary>
    public ImmutableArray<Value> Items { get; }

    /// <inheritdoc/>
    public override string KindName => "list";

    /// <inheritdoc/>
    public override int Depth { get; }

    /// <inheritdoc/>
    public override bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other)) return true;
        return other is ListValue list && list.Items.Length == Items.Length && list.Depth == Depth && Items.AsSpan().SequenceEqual(list.Items.AsSpan());
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>For positional patterns.</summary>
    public void Deconstruct(out ImmutableArray<Value> items) => items = Items;
}
