using DocScript.Documents.Values;
using DocScript.Engine.Evaluation;

namespace DocScript.Engine.Storage;

/// <summary>A place in an order up to which a query that had enough was read: what comes there later would have been among its answers.</summary>
/// <param name="Key">The value of the last document read.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">A value that tells what kind all are of: one of another kind can't be ordered, which fails the query wherever it stands. Null where there was none.</param>
public sealed record Bound(Ordering Order, Value Key, long Id, Value Kind)
{
    /// <summary>Whether the query's answer depends on a document that the filter lets through.</summary>
    public bool Includes(Document document)
    {
        var place = Order.PlaceOf(document);
        return Order.Compare(place, (Key, Id)) <= 0 || (place.Key is not NullValue && Comparing.Order(place.Key, Kind) is null);
    }
}
