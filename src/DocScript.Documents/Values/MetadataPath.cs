using System.Collections.Immutable;

namespace DocScript.Documents.Values;

/// <summary>A metadata property, or with more names a member inside its object value. Equal to another with equal names.</summary>
public sealed record MetadataPath(ImmutableArray<string> Names)
{
    /// <summary>The property itself.</summary>
    public string Property => Names[0];

    /// <summary>The path of these names.</summary>
    public static MetadataPath Of(params ReadOnlySpan<string> names) => new([.. names]);

    /// <summary>The value at this path of an object, or null (the C# one) where it is unset.</summary>
    public Value? Find(ObjectValue metadata)
    {
        Value? found = metadata;
        foreach (var name in Names) found = (found as ObjectValue)?.Find(name);
        return found;
    }

    /// <summary>The object with the value at this path set, or unset when it is null; objects on the way are made and, once empty, removed.</summary>
    /// <exception cref="InvalidOperationException">A value on the way is neither an object nor null nor unset.</exception>
    public ObjectValue Set(ObjectValue metadata, Value? value) => Set(metadata, 0, value);

    /// <inheritdoc/>
    public bool Equals(MetadataPath? other) => other is not null && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Names.Aggregate(0, (hash, name) => HashCode.Combine(hash, name.GetHashCode(StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', Names);

    private ObjectValue Set(ObjectValue holder, int depth, Value? value)
    {
        var name = Names[depth];
        if (depth == Names.Length - 1) return holder.Set(name, value);

        var members = holder.Find(name) switch
        {
            ObjectValue found => found,
            null or NullValue => ObjectValue.Empty,
            var other => throw new InvalidOperationException($"'{name}' of '{this}' is not an object but {other}"),
        };
        if (value is null && members.Count == 0) return holder;
        var changed = Set(members, depth + 1, value);
        return holder.Set(name, changed.Count == 0 ? null : changed);
    }
}
