using System.Collections.Immutable;

namespace DocScript.Engine.Storage;

/// <summary>The kept results of an in-memory store, by actor and key, with the order in which they came, so that the oldest are forgotten first.</summary>
internal sealed record MemoryResults
{
    public static MemoryResults Empty { get; } = new();

    private ImmutableDictionary<(string Actor, string Key), KeptResult> Kept { get; init; } = ImmutableDictionary<(string, string), KeptResult>.Empty;

    private ImmutableQueue<(string Actor, string Key)> Order { get; init; } = [];

    /// <summary>All of them, oldest first.</summary>
    public IEnumerable<StoredResult> All => Order.Reverse().DistinctBy(each => each).Reverse().Where(Kept.ContainsKey).Select(each => new StoredResult(each.Actor, each.Key, Kept[each]));

    public bool IsEmpty => Kept.IsEmpty;

    public KeptResult? Find(string actor, string key, DateTimeOffset now) =>
        Kept.TryGetValue((actor, key), out var result) && !result.IsOver(now) ? result : null;

    /// <summary>With the results of some transactions emptied; their keys stay used.</summary>
    public MemoryResults Clear(IReadOnlySet<Guid> transactions) => this with
    {
        Kept = Kept.SetItems(Kept.Where(each => transactions.Contains(each.Value.Transaction)).Select(each => KeyValuePair.Create(each.Key, each.Value with { Result = Purge.ClearedResult }))),
    };

    /// <summary>With a result more, and without those that are over.</summary>
    public MemoryResults With(string actor, string key, KeptResult result, DateTimeOffset now)
    {
        var (kept, order) = (Kept, Order);
        while (!order.IsEmpty && (!kept.TryGetValue(order.Peek(), out var oldest) || oldest.IsOver(now)))
        {
            kept = kept.Remove(order.Peek());
            order = order.Dequeue();
        }

        return this with { Kept = kept.SetItem((actor, key), result), Order = order.Enqueue((actor, key)) };
    }
}
