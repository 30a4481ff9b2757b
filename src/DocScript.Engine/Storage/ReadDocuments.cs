using System.Collections;

namespace DocScript.Engine.Storage;

/// <summary>
/// The documents that a transaction read, in order of id, each with the sequence that it had; 0 for one that was absent. Immutable. A list and no tree: a transaction may have
/// read 100,000 of them, and they are gone through and looked up, but hardly ever added to.
/// </summary>
public sealed class ReadDocuments : IReadOnlyCollection<KeyValuePair<long, long>>
{
    private readonly long[] _ids;
    private readonly long[] _sequences;

    private ReadDocuments(long[] ids, long[] sequences) => (_ids, _sequences) = (ids, sequences);

    /// <summary>None.</summary>
    public static ReadDocuments None { get; } = new([], []);

    /// <summary>These, ids with sequences, each once and in any order.</summary>
    public static ReadDocuments Of(IReadOnlyCollection<KeyValuePair<long, long>> sequences)
    {
        var (ids, values) = (new long[sequences.Count], new long[sequences.Count]);
        var count = 0;
        foreach (var (id, sequence) in sequences) (ids[count], values[count++]) = (id, sequence);
        Array.Sort(ids, values);
        return new(ids, values);
    }

    /// <summary>How many there are.</summary>
    public int Count => _ids.Length;

    /// <summary>Their ids, in order.</summary>
    public IReadOnlyList<long> Ids => _ids;

    /// <summary>The sequence that a document had, or null where it was not read.</summary>
    public long? Find(long id) => Array.BinarySearch(_ids, id) is >= 0 and var place ? _sequences[place] : null;

    /// <summary>These with other documents, or other sequences of the same ones.</summary>
    public ReadDocuments With(params IEnumerable<KeyValuePair<long, long>> others)
    {
        var all = new Dictionary<long, long>(this);
        foreach (var (id, sequence) in others) all[id] = sequence;
        return Of(all);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<long, long>> GetEnumerator()
    {
        for (var place = 0; place < _ids.Length; place++) yield return KeyValuePair.Create(_ids[place], _sequences[place]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
