using System.Collections.Immutable;
using System.Collections.ObjectModel;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Designs;

/// <summary>A design judged against one state of a store, before anything is committed.</summary>
/// <param name="Before">The store's design.</param>
/// <param name="After">The design as the store would have it.</param>
/// <param name="Kept">The content types that the design came without and that stay those of the store, a line each for people.</param>
/// <param name="Impact">The documents that would break.</param>
/// <param name="Reads">All that was looked at.</param>
public sealed record DesignDraft(Design Before, Design After, ImmutableArray<string> Kept, DesignImpact Impact, ReadSet Reads)
{
    /// <summary>Whether the store has this design already.</summary>
    public bool IsSame => DesignSource.Whole(Before).Equals(DesignSource.Whole(After));

    /// <summary>Judges a design.</summary>
    public static DesignDraft Of(IStoreReader reader, Design design, CancellationToken cancellation = default)
    {
        var stored = reader.Load(SystemDocuments.Design);
        var before = DesignDocument.Of(reader);
        var (after, kept) = Complete(design, before);
        var documents = new Dictionary<long, long> { [SystemDocuments.Design] = stored?.Header.Sequence ?? 0 };
        var impact = DesignImpact.Of(DesignImpact.WithWorkingCopies(reader.Find(Filter.All).Select(document => Noted(document.Id, document)!), id => Noted(id, reader.Load(id))), before, after, cancellation);
        return new(before, after, kept, impact, new ReadSet(ReadDocuments.Of(documents), ReadSet.Empty.AbsentKeys, [Filter.All]));

        // The filter tells of documents that came or went, the sequences of those that changed.
        Document? Noted(long id, Document? document)
        {
            documents[id] = document?.Header.Sequence ?? 0;
            return document;
        }
    }

    /// <summary>
    /// The design with the content types of the one before where it has none: a file without them says nothing of them, so they stay; but the components that they
    /// take must be there.
    /// </summary>
    public static (Design Design, ImmutableArray<string> Kept) Complete(Design design, Design before)
    {
        if (design.ContentTypes.Count > 0) return (design, []);
        var types = new OrderedDictionary<string, ContentType>(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var (handle, type) in before.ContentTypes)
        {
            var gone = (type.Components ?? []).Where(name => !design.Components.ContainsKey(name)).ToList();
            types.Add(handle, gone.Count == 0 ? type : Without(type, gone));
            lines.Add($"content type '{handle}' stays as it is{(gone.Count == 0 ? "" : $", without {string.Join(", ", gone)}, which the design does not have")}");
        }

        return (design with { ContentTypes = new ReadOnlyDictionary<string, ContentType>(types) }, lines.ToImmutable());
    }

    private static ContentType Without(ContentType type, List<string> gone) => type with
    {
        Components = [.. type.Components!.Except(gone, StringComparer.Ordinal)],
        Conditions = ObjectValue.Of(type.Conditions.Entries.Where(entry => !gone.Contains(entry.Key, StringComparer.Ordinal))),
    };
}
