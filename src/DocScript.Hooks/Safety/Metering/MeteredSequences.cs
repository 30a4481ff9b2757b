using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DocScript.Hooks.Safety.Metering;

/// <summary>
/// Collections and lazy sequences on their way into and out of library calls: what instrumented code puts behind them. Each kind of value has a method of its own name: to
/// choose among overloads would take the compiler as long as all else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MeteredSequences
{
    /// <summary>Counts a collection that a library call reads or made; a lazy sequence counts itself.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static T MeteredItems<T>(this T sequence)
        where T : IEnumerable?
    {
        if (sequence is ICollection { Count: var count }) Count(count);
        return sequence;
    }

    /// <inheritdoc cref="MeteredItems{T}(T)"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static T[]? MeteredArray<T>(this T[]? sequence)
    {
        if (sequence is not null) Count(sequence.Length);
        return sequence;
    }

    /// <inheritdoc cref="MeteredItems{T}(T)"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static List<T>? MeteredList<T>(this List<T>? sequence)
    {
        if (sequence is not null) Count(sequence.Count);
        return sequence;
    }

    /// <inheritdoc cref="MeteredItems{T}(T)"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static HashSet<T>? MeteredSet<T>(this HashSet<T>? sequence)
    {
        if (sequence is not null) Count(sequence.Count);
        return sequence;
    }

    /// <inheritdoc cref="MeteredItems{T}(T)"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IGrouping<TKey, T>? MeteredGroup<TKey, T>(this IGrouping<TKey, T>? sequence)
    {
        if (sequence is ICollection<T> collection) Count(collection.Count);
        return sequence;
    }

    /// <inheritdoc cref="MeteredItems{T}(T)"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IEnumerable<T>? MeteredLazy<T>(this IEnumerable<T>? sequence)
    {
        if (sequence is not null && sequence.TryGetNonEnumeratedCount(out var count)) Count(count);
        return sequence;
    }

    /// <summary>Counts what a spread puts into a collection expression, beside what is there already.</summary>
    public static T MeteredSpread<T>(this T sequence)
        where T : IEnumerable
    {
        if (sequence is ICollection { Count: var count })
        {
            Count(count);
            Meter.Reserve(8L * count);
        }

        return sequence;
    }

    /// <summary>A lazy sequence that counts each element as it is asked for, and the sequences below it with it.</summary>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IEnumerable<T>? MeteredEach<T>(this IEnumerable<T>? sequence) => sequence is null ? null : Each(sequence);

    /// <inheritdoc cref="MeteredEach{T}(IEnumerable{T})"/>
    [return: NotNullIfNotNull(nameof(sequence))]
    public static IOrderedEnumerable<T>? MeteredEach<T>(this IOrderedEnumerable<T>? sequence) => sequence is null ? null : new MeteredOrder<T>(sequence, 1);

    internal static IEnumerable<T> Each<T>(IEnumerable<T> sequence)
    {
        // Enter before each call into the sequence below: it may be a thousand of them deep.
        Meter.Enter();
        using var elements = sequence.GetEnumerator();
        while (true)
        {
            Meter.Enter();
            if (!elements.MoveNext()) yield break;
            yield return elements.Current;
        }
    }

    private static void Count(int count)
    {
        if (count < 64) return;
        Meter.CheckLength(count);
        if (count >= 1 << 14) Meter.ChargeBytes(8L * count);
        Meter.Charge(count >> 6);
    }
}
