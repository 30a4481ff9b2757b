using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.Sqlite.File;

namespace DocScript.Storage.Sqlite.Writing;

/// <summary>Keeps the index of metadata in step with documents and design, in the same SQLite transaction.</summary>
internal sealed class MetadataIndex : IDisposable
{
    private readonly GroupState _state;
    private readonly Statement _properties;
    private readonly Statement _addProperty;
    private readonly Statement _dropProperty;
    private readonly Statement _dropValues;
    private readonly Statement _documents;
    private readonly Statement _add;
    private readonly Statement _drop;
    private HashSet<string>? _indexed;

    public MetadataIndex(Connection connection, GroupState state)
    {
        _state = state;
        _properties = new(connection, "SELECT property FROM indexed");
        _addProperty = new(connection, "INSERT INTO indexed (property) VALUES (?1)");
        _dropProperty = new(connection, "DELETE FROM indexed WHERE property = ?1");
        _dropValues = new(connection, "DELETE FROM metadata WHERE property = ?1");
        _documents = new(connection, "SELECT id FROM documents WHERE id > 0");
        _add = new(connection, "INSERT INTO metadata (property, value, document) VALUES (?1, ?2, ?3)");
        _drop = new(connection, "DELETE FROM metadata WHERE document = ?1");
    }

    /// <summary>The properties as the file has them, read once a group.</summary>
    private HashSet<string> Indexed => _indexed ??= _properties.All(row => row.Text(0)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Forgets what the file had: the lock is let go.</summary>
    public void Clear() => _indexed = null;

    /// <summary>After a document was written.</summary>
    public void Wrote(DocumentChanges changes)
    {
        if (changes.Id == SystemDocuments.Design) Follow(IndexedProperties.Of(changes.After));
        if (changes.Id <= 0 || !changes.Changes.Any(Touches)) return;
        if (changes.Expected != 0) _drop.Run(changes.Id);
        Add(changes.After, Indexed);
    }

    public void Dispose()
    {
        Statement[] all = [_properties, _addProperty, _dropProperty, _dropValues, _documents, _add, _drop];
        foreach (var statement in all) statement.Dispose();
    }

    private bool Touches(Change change) => change switch
    {
        MetadataSet set => Indexed.Contains(set.Path.Property),
        Created or Restored => Indexed.Count > 0,
        _ => false,
    };

    /// <summary>Makes the index that of another design: what is new to it is read from all documents.</summary>
    private void Follow(IReadOnlySet<string> design)
    {
        foreach (var property in Indexed.Except(design, StringComparer.Ordinal).ToArray())
        {
            _dropProperty.Run(property);
            _dropValues.Run(property);
            Indexed.Remove(property);
        }

        var fresh = design.Except(Indexed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (fresh.Count == 0) return;
        foreach (var property in fresh) _addProperty.Run(property);
        foreach (var id in _documents.All(row => row.Integer(0))) Add(_state.Load(id)!, fresh);
        Indexed.UnionWith(fresh);
    }

    private void Add(Document document, HashSet<string> properties)
    {
        foreach (var property in properties)
            if (IndexedValue.Of(document.Metadata.Find(property)) is { } value) _add.Run(property, value, document.Id);
    }
}
