using DocScript.Documents.Values;

namespace DocScript.Engine.Storage;

/// <summary>An order of documents by a field: as the language orders its values (<see cref="FieldOrder"/>), equal ones by id whatever the direction.</summary>
/// <param name="Descending">Greatest first, and so null before all values.</param>
public sealed record Ordering(FilterField Field, bool Descending) : IComparer<(Value Key, long Id)>
{
    /// <summary>Where a document stands in this order.</summary>
    public (Value Key, long Id) PlaceOf(Document document) => (Field.Read(document), document.Id);

    /// <summary>Whether one place is before another (less than 0) or after it.</summary>
    public int Compare((Value Key, long Id) x, (Value Key, long Id) y)
    {
        var byKey = Descending ? FieldOrder.Instance.Compare(y.Key, x.Key) : FieldOrder.Instance.Compare(x.Key, y.Key);
        return byKey != 0 ? byKey : x.Id.CompareTo(y.Id);
    }

    /// <summary>The reference evaluation, with which every store must agree: the documents in this order.</summary>
    public IEnumerable<Document> Sort(IEnumerable<Document> documents) => documents.OrderBy(PlaceOf, this);
}
