using DocScript.Documents;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>
/// What a reader finds. Rows and entries say what is so now; whatever changed since the reader's position is looked at beside, and put where it was then.
/// </summary>
internal sealed class Search
{
    private readonly Filter _filter;
    private readonly Ordering? _order;
    private readonly LiteDbReader _reader;
    private readonly Shelf _shelf;
    private readonly StoredDocuments _documents;
    private readonly PlaceOrder _places;
    private readonly SortedSet<Place> _beside;
    private readonly HashSet<long> _looked = [];
    private IndexedMetadata? _indexed;
    private Walk? _walk;
    private IEnumerator<List<DocumentRow>>? _pages;

    /// <param name="documents">What it reads rows by, while it is in the database.</param>
    public Search(Filter filter, Ordering? order, LiteDbReader reader, Shelf shelf, StoredDocuments documents)
    {
        (_filter, _order, _reader, _shelf, _documents) = (filter, order, reader, shelf, documents);
        _places = new PlaceOrder(order?.Descending == true);
        _beside = new SortedSet<Place>(_places);
    }

    private bool IsById => _order is not { Field: not ColumnField { Column: Column.Id } };

    /// <summary>The documents, in order; those that a form does not tell apart are read together.</summary>
    public IEnumerable<Document> Found()
    {
        var tied = new List<Document>();
        var tie = default(Place);
        foreach (var place in Places())
        {
            if (tied.Count > 0 && !place.Form.AsSpan().SequenceEqual(tie.Form))
            {
                foreach (var document in _order!.Sort(tied)) yield return document;
                tied.Clear();
            }

            if (_reader.Load(place.Id) is not { } loaded || !_filter.Matches(loaded)) continue;
            tie = place;
            if (!place.IsCut) yield return loaded;
            else tied.Add(loaded);
        }

        if (tied.Count == 0) yield break;
        foreach (var document in _order!.Sort(tied)) yield return document;
    }

    /// <summary>The places of all that may be found, page by page where the walk is in order, else all at once.</summary>
    private IEnumerable<Place> Places()
    {
        Place? last = null;
        while (true)
        {
            var page = new SortedSet<Place>(_places);
            Place? end;
            do end = _reader.Ask(() => Read(page));
            while (end is not null && !_walk!.IsOrdered);
            page.UnionWith(_beside.Where(place => end is null || _places.Compare(place, end.Value) <= 0));
            foreach (var place in page)
                if (last is null || _places.Compare(place, last.Value) > 0) yield return place;
            if (end is null) yield break;
            if (last is null || _places.Compare(end.Value, last.Value) > 0) last = end;
        }
    }

    /// <summary>Adds the next page; answers up to where that is all there is, or null at the end.</summary>
    private Place? Read(SortedSet<Place> page)
    {
        var indexed = _shelf.Indexed();
        if (_indexed?.Properties.SequenceEqual(indexed.Properties) != true)
        {
            // An index that comes or goes meanwhile is not what the pages so far are of.
            page.Clear();
            _indexed = indexed;
            _walk = new Walk(_filter, _order, indexed, _shelf.Tables, _documents);
            _pages = _walk.Pages().GetEnumerator();
        }

        var rows = _pages!.MoveNext() ? _pages.Current : [];
        var moved = _reader.Moved.Now();
        foreach (var id in moved)
            if (_looked.Add(id) && PlaceOfMoved(id) is { } place) _beside.Add(place);
        foreach (var row in rows)
            if (!moved.Contains(row.Id) && CanMatch(row)) page.Add(PlaceOf(row));
        if (rows.Count == 0) return null;
        return _walk!.IsOrdered ? PlaceOf(rows[^1]) : default(Place);
    }

    private Place? PlaceOfMoved(long id)
    {
        if (id <= 0) return null;
        if (IsById) return OfId(id);
        return _reader.Load(id) is { } document && _filter.Matches(document) ? new(OrderedForm.Of(_order!.Field.Read(document)), id) : null;
    }

    /// <summary>What the row tells of a document, without its content.</summary>
    private bool CanMatch(DocumentRow row) =>
        _filter.CanMatch(_documents.Stored.Header(row.Header)) && _filter.Comparisons.All(comparison =>
            comparison.Field is not ColumnField { Column: Column.Title } || row.Title.Length >= TitleColumn.Longest || comparison.Allows(new TextValue(row.Title)));

    private Place PlaceOf(DocumentRow row) => IsById ? OfId(row.Id) : new(FormOf(row, _order!.Field), row.Id);

    private byte[]? FormOf(DocumentRow row, FilterField field)
    {
        switch (field)
        {
            case MetadataField metadata when _indexed!.Has(metadata):
                var start = IndexEntry.Start(metadata);
                return Array.Find(row.Entries, entry => entry.AsBinary.AsSpan().StartsWith(start)) is { } found ? IndexEntry.FormOf(found.AsBinary, start) : null;
            case ColumnField { Column: Column.Title }: return OrderedForm.Of(new TextValue(row.Title));
            case ColumnField column: return OrderedForm.Of(column.Read(_documents.Stored.Header(row.Header))!);
            default: return OrderedForm.Of(field.Read(_documents.Newest(row)));
        }
    }

    private static Place OfId(long id) => new(IndexEntry.Number(id), id);
}
