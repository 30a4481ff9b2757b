using System.Collections.Immutable;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>A value that a store keeps beside its documents (contracts/model.md): a property of a system document, stored, versioned and undone as documents are.</summary>
/// <param name="Id">One of <see cref="SystemDocuments"/>.</param>
/// <param name="Name">Its key, and its content type.</param>
/// <param name="Property">Where in its metadata the value is.</param>
internal sealed record SystemDocument(long Id, string Name, MetadataPath Property)
{
    /// <summary>The value in its document; null where the store never had one, and of a tombstone (what set it was undone).</summary>
    public Value? Find(Document? document) => document is { Header.Deleted: false } ? Property.Find(document.Metadata) : null;

    /// <summary>The changes that set the value, or unset it where it is null.</summary>
    /// <param name="before">The document as it is, tombstones included, or null where the store never had one.</param>
    /// <param name="value">The new value.</param>
    /// <param name="instant">The transaction's instant.</param>
    /// <returns>The changes, or null when the store has exactly this value already.</returns>
    public DocumentChanges? Set(Document? before, Value? value, DateTimeOffset instant)
    {
        var was = Find(before);
        if (value == was) return null;
        ImmutableArray<Change> changes = before switch
        {
            null => [new Created(Initial(value!))],
            { Header.Deleted: true } => [new Restored(before), new MetadataSet(Property, Property.Find(before.Metadata), value)],
            _ => [new MetadataSet(Property, was, value)],
        };
        return new DocumentChanges(before?.Header.Sequence ?? 0, changes, Document.Commit(before, changes, instant));
    }

    private Document Initial(Value value) => new(new Header { Id = Id, Key = Name, ContentType = Name }, "", Property.Set(ObjectValue.Empty, value), ComponentTree.Empty);
}
