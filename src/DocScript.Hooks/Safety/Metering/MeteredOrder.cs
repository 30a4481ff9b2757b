using System.Collections;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>An ordered sequence that counts its elements; ordering by further keys keeps that.</summary>
internal sealed class MeteredOrder<T>(IOrderedEnumerable<T> inner, int keys) : IOrderedEnumerable<T>
{
    // The library compares by one key within the other.
    private const int MostKeys = 100;

    public IOrderedEnumerable<T> CreateOrderedEnumerable<TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending)
    {
        if (keys == MostKeys) Meter.CheckLength(long.MaxValue);
        return new MeteredOrder<T>(inner.CreateOrderedEnumerable(keySelector, comparer, descending), keys + 1);
    }

    public IEnumerator<T> GetEnumerator() => MeteredSequences.Each(inner).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
