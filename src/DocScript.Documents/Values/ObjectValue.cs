using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DocScript.Documents.Values;

/// <summary>An object: keys in the order in which they were first set, each once. Immutable.</summary>
public sealed class ObjectValue : Value
{
    // Below this a walk over the entries is faster than a hash.
    private const int FewKeys = 8;

    private readonly ImmutableArray<KeyValuePair<string, Value>> _entries;

    // Built when first needed and shared by objects with the same keys in the same places.
    private Dictionary<string, int>? _places;

    private ObjectValue(ImmutableArray<KeyValuePair<string, Value>> entries, Dictionary<string, int>? places)
    {
        _entries = entries;
        _places = places;
        var depth = 0;
        foreach (var entry in entries) depth = Math.Max(depth, entry.Value.Depth);
        Depth = ValueTooDeepException.Guard(depth + 1);
    }

    /// <summary>The empty object.</summary>
    public static ObjectValue Empty { get; } = new([], null);

    /// <inheritdoc/>
    public override string KindName => "object";

    /// <inheritdoc/>
    public override int Depth { get; }

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Entries => _entries;

    /// <summary>How many keys there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The value of a key, or null (the C# one) where it is missing.</summary>
    public Value? Find(string key)
    {
        var place = PlaceOf(key);
        return place < 0 ? null : _entries[place].Value;
    }

    /// <summary>The object with a key set, in its old place where it had one.</summary>
    public ObjectValue With(string key, Value value)
    {
        var place = PlaceOf(key);
        var entry = KeyValuePair.Create(key, value);
        return place < 0 ? new(_entries.Add(entry), null) : new(_entries.SetItem(place, entry), _places);
    }

    /// <summary>The object without a key.</summary>
    public ObjectValue Without(string key)
    {
        var place = PlaceOf(key);
        if (place < 0) return this;
        return _entries.Length == 1 ? Empty : new(_entries.RemoveAt(place), null);
    }

    /// <summary>The object with a key set, or without it where the value is null (the C# one).</summary>
    public ObjectValue Set(string key, Value? value) => value is null ? Without(key) : With(key, value);

    /// <summary>An object of these entries; a later one with the same key wins.</summary>
    public static ObjectValue Of(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        var list = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (places.TryAdd(entry.Key, list.Count)) list.Add(entry);
            else list[places[entry.Key]] = entry;
        }

        return list.Count == 0 ? Empty : new(list.DrainToImmutable(), places);
    }

    /// <summary>An object of entries whose keys differ; null when two are the same.</summary>
    internal static ObjectValue? OfDistinct(KeyValuePair<string, Value>[] entries)
    {
        if (entries.Length == 0) return Empty;
        var made = new ObjectValue(ImmutableCollectionsMarshal.AsImmutableArray(entries), null);
        if (entries.Length > FewKeys)
            return made.Places() is null ? null : made;

        for (var i = 1; i < entries.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(entries[i].Key, entries[j].Key, StringComparison.Ordinal)) return null;
            }
        }

        return made;
    }

    /// <inheritdoc/>
    public override bool Equals(Value? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is not ObjectValue members || members.Count != Count || members.Depth != Depth) return false;
        foreach (var entry in _entries)
        {
            if (members.Find(entry.Key) != entry.Value) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var entry in _entries) hash += HashCode.Combine(entry.Key.GetHashCode(StringComparison.Ordinal), entry.Value);
        return hash;
    }

    private int PlaceOf(string key)
    {
        if (_entries.Length > FewKeys) return Places()!.GetValueOrDefault(key, -1);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    /// <summary>Where each key stands; null when one occurs twice, which only <see cref="OfDistinct"/> has to know.</summary>
    private Dictionary<string, int>? Places()
    {
        if (_places is { } known) return known;
        var places = new Dictionary<string, int>(_entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < _entries.Length; i++)
        {
            if (!places.TryAdd(_entries[i].Key, i)) return null;
        }

        return _places = places;
    }
}
