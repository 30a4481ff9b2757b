using System.Collections.Immutable;
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
    private IndexedMetadata? _indexed;

    public MetadataIndex(Connection connection, GroupState state)
    {
        _state = state;
        _properties = new(connection, "SELECT property, date FROM indexed");
        _addProperty = new(connection, "INSERT INTO indexed (property, date) VALUES (?1, ?2)");
        _dropProperty = new(connection, "DELETE FROM indexed WHERE property = ?1");
        _dropValues = new(connection, "DELETE FROM metadata WHERE property = ?1");
        _documents = new(connection, "SELECT id FROM documents WHERE id > 0");
        _add = new(connection, "INSERT INTO metadata (property, value, document) VALUES (?1, ?2, ?3)");
        _drop = new(connection, "DELETE FROM metadata WHERE document = ?1");
    }

    /// <summary>The properties as the file has them, read once a group.</summary>
    private IndexedMetadata Indexed => _indexed ??= new(_properties.All(row => KeyValuePair.Create(row.Text(0), row.Integer(1) == 1)));

    /// <summary>Forgets what the file had: the lock is let go.</summary>
    public void Clear() => _indexed = null;

    /// <summary>After a document was written.</summary>
    public void Wrote(DocumentChanges changes)
    {
        if (changes.Id == SystemDocuments.Design) Follow(IndexedMetadata.Of(changes.After));
        if (changes.Id <= 0 || !Touches(changes.Changes)) return;
        if (changes.Expected != 0) _drop.Run(changes.Id);
        Add(changes.After, Indexed.Properties);
    }

    /// <summary>Makes the whole index anew, of a file whose tables have none.</summary>
    public static void Make(Connection connection)
    {
        using var state = new GroupState(connection, new DocumentCache(0));
        using var index = new MetadataIndex(connection, state);
        if (state.Load(SystemDocuments.Design) is { } design) index.Follow(IndexedMetadata.Of(design));
    }

    public void Dispose()
    {
        Statement[] all = [_properties, _addProperty, _dropProperty, _dropValues, _documents, _add, _drop];
        foreach (var statement in all) statement.Dispose();
    }

    private bool Touches(ImmutableArray<Change> changes)
    {
        foreach (var change in changes)
            if (Touches(change)) return true;
        return false;
    }

    private bool Touches(Change change) => change switch
    {
        MetadataSet set => Indexed.Properties.ContainsKey(set.Path.Property),
        Created or Restored => Indexed.Properties.Count > 0,
        _ => false,
    };

    /// <summary>Makes the index that of another design: what is new to it is read from all documents.</summary>
    private void Follow(IndexedMetadata design)
    {
        var (old, now) = (Indexed.Properties, design.Properties);
        foreach (var (property, _) in old.Except(now))
        {
            _dropProperty.Run(property);
            _dropValues.Run(property);
        }

        _indexed = design;
        var fresh = now.Except(old).ToList();
        if (fresh.Count == 0) return;
        foreach (var (property, isDate) in fresh) _addProperty.Run(property, isDate ? 1 : 0);
        foreach (var id in _documents.All(row => row.Integer(0))) Add(_state.Load(id)!, fresh);
    }

    private void Add(Document document, IEnumerable<KeyValuePair<string, bool>> properties)
    {
        foreach (var (property, form) in FormsOf(document, properties)) _add.Run(property, form, document.Id);
    }

    /// <summary>What the index holds of a document, by property.</summary>
    public static IEnumerable<(string Property, byte[] Form)> FormsOf(Document document, IEnumerable<KeyValuePair<string, bool>> properties)
    {
        foreach (var (property, isDate) in properties)
            if (OrderedForm.Of(new MetadataField(property, isDate).Read(document)) is { } form) yield return (property, form);
    }
}
