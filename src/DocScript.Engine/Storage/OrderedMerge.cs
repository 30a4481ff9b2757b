namespace DocScript.Engine.Storage;

/// <summary>Puts a run's own documents among those of the store.</summary>
internal static class OrderedMerge
{
    /// <summary>Both in one order, of which <paramref name="stored"/> is in already; no more of those is read than is wanted, and one.</summary>
    public static IEnumerable<Document> Of(Ordering order, IEnumerable<Document> own, IEnumerable<Document> stored)
    {
        var mine = new Queue<Document>(order.Sort(own));
        foreach (var document in stored)
        {
            var place = order.PlaceOf(document);
            while (mine.TryPeek(out var next) && order.Compare(order.PlaceOf(next), place) < 0) yield return mine.Dequeue();
            yield return document;
        }

        foreach (var document in mine) yield return document;
    }
}
