using System.Collections.Immutable;
using DocScript.Documents.Designs;

namespace DocScript.Engine.Storage;

/// <summary>The metadata properties of which stores keep an index, each with whether it is one of dates. What a plan says and what a store does both go by it.</summary>
internal sealed class IndexedMetadata(IEnumerable<KeyValuePair<string, bool>> properties)
{
    /// <summary>None.</summary>
    public static IndexedMetadata None { get; } = new([]);

    /// <summary>The properties, with whether they keep dates.</summary>
    public ImmutableSortedDictionary<string, bool> Properties { get; } = properties.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Those that a design marks, for whatever content type.</summary>
    public static IndexedMetadata Of(Design design) => new(design.ContentTypes.Values
        .SelectMany(type => type.Metadata.Values)
        .Where(property => property.Indexed)
        .Select(property => property.Name)
        .Distinct(StringComparer.Ordinal)
        .Select(name => KeyValuePair.Create(name, Evaluation.Metadata.IsDate(design, name))));

    /// <summary>Those that the store's design marks; none where its document holds no design that can be read.</summary>
    public static IndexedMetadata Of(Document design)
    {
        try
        {
            return Of(DesignDocument.Of(design));
        }
        catch (FormatException)
        {
            return None;
        }
    }

    /// <summary>Whether the index of a property has its values as the field reads them.</summary>
    public bool Has(MetadataField field) => Properties.TryGetValue(field.Property, out var isDate) && isDate == field.IsDate;
}
