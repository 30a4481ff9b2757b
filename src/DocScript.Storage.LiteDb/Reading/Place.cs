using DocScript.Engine.Storage.Durable;

namespace DocScript.Storage.LiteDb.Reading;

/// <summary>Where a document stands in the order of a query.</summary>
/// <param name="Form">Its value as bytes in their order; null for null.</param>
internal readonly record struct Place(byte[]? Form, long Id)
{
    /// <summary>Whether documents with this form may have different values.</summary>
    public bool IsCut => Form?.Length >= OrderedForm.Longest;
}

/// <summary>The order of places: by form, null after everything, or the other way round; those of one form by id in any case.</summary>
internal sealed class PlaceOrder(bool descending) : IComparer<Place>
{
    public int Compare(Place x, Place y)
    {
        var byForm = (x.Form, y.Form) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (one, other) => one.AsSpan().SequenceCompareTo(other),
        };
        if (byForm == 0) return x.Id.CompareTo(y.Id);
        return descending ? -byForm : byForm;
    }
}
