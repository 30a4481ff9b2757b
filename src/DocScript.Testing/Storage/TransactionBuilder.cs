using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage;

/// <summary>Makes transactions without a script: what it reads from the reader is recorded as read, what it edits becomes changes.</summary>
public sealed class TransactionBuilder(IStoreReader reader, Guid id, DateTimeOffset instant, string actor)
{
    private readonly SortedDictionary<long, Edited> _edited = [];
    private ReadSet _reads = ReadSet.Empty;
    private IdempotencyKey? _key;
    private string _script = "# made by a test";
    private string _result = "{}";

    /// <summary>Reads a document, as this transaction's own edits leave it.</summary>
    public Document? Read(long document)
    {
        if (_edited.TryGetValue(document, out var edited)) return edited.Now;
        var found = reader.Load(document);
        _reads = _reads with { Documents = _reads.Documents.With(KeyValuePair.Create(document, found?.Header.Sequence ?? 0)) };
        return found;
    }

    /// <summary>Looks a key up; an absent one is recorded as absent.</summary>
    public long? ReadKey(string key)
    {
        var found = reader.FindKey(key);
        if (found is null) _reads = _reads with { AbsentKeys = _reads.AbsentKeys.Add(key) };
        return found;
    }

    /// <summary>Runs a query: the filter is recorded, and every document it lets through is read.</summary>
    public ImmutableArray<Document> Query(Filter filter)
    {
        _reads = _reads with { Filters = _reads.Filters.Add(filter) };
        ImmutableArray<Document> found = [.. reader.Find(filter)];
        foreach (var document in found) Read(document.Id);
        return found;
    }

    /// <summary>Makes a document; its key is its id in digits unless given.</summary>
    public TransactionBuilder Create(long document, string? key = null, string type = "article", string title = "", params ReadOnlySpan<(string Name, Value Value)> metadata)
    {
        var properties = ObjectValue.Empty;
        foreach (var (name, value) in metadata) properties = properties.With(name, value);
        var header = new Header { Id = document, Key = key ?? FormattableString.Invariant($"{document}"), ContentType = type };
        return Change(document, _ => new Created(new Document(header, title, properties, ComponentTree.Empty)));
    }

    /// <summary>Sets the title.</summary>
    public TransactionBuilder SetTitle(long document, string title) => Change(document, now => new TitleSet(now!.Title, title));

    /// <summary>Sets a metadata property, or unsets it with null.</summary>
    public TransactionBuilder SetMetadata(long document, string property, Value? value) =>
        Change(document, now => new MetadataSet(MetadataPath.Of(property), now!.Metadata.Find(property), value));

    /// <summary>Inserts a component at the start of the document.</summary>
    public TransactionBuilder Insert(long document, string component, string text) => Change(document, now => new ComponentInserted(
        new Location(null, null, null, now!.Components.Root.First),
        new Subtree(component, "paragraph", false, ObjectValue.Empty.With("text", new TextValue(text)), ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, [])));

    /// <summary>Deletes.</summary>
    public TransactionBuilder Delete(long document) => Change(document, now => new Deleted(now!));

    /// <summary>Brings a tombstone back with the content it had.</summary>
    public TransactionBuilder Restore(long document) => Change(document, now => new Restored(now! with { Header = now.Header with { Deleted = false } }));

    /// <summary>Publishes under a new publication id.</summary>
    public TransactionBuilder Publish(long document, long publication) =>
        Change(document, now => new Published(publication, now!.Header.Publication, now.Header.Unchanged));

    /// <summary>Takes a published document off.</summary>
    public TransactionBuilder Unpublish(long document) =>
        Change(document, now => new PublicationRestored(now!.Header.Publication, now.Header.Unchanged, null, false));

    /// <summary>Adds a change made from the document as it is now (null: none).</summary>
    public TransactionBuilder Change(long document, Func<Document?, Change> make)
    {
        var edited = _edited.TryGetValue(document, out var known) ? known : new Edited(Read(document), []);
        _edited[document] = edited.With(make(edited.Now), instant);
        return this;
    }

    /// <summary>Gives it an idempotency key with a hash.</summary>
    public TransactionBuilder Under(string key, string hash, string result = "{}")
    {
        (_key, _result) = (new IdempotencyKey(key, hash), result);
        return this;
    }

    /// <summary>Gives it a script's text.</summary>
    public TransactionBuilder Saying(string script)
    {
        _script = script;
        return this;
    }

    /// <summary>The transaction.</summary>
    public Transaction Build() => new()
    {
        Id = id,
        Actor = actor,
        Instant = instant,
        Script = _script,
        Key = _key,
        Result = _result,
        ReadAt = reader.Position,
        Reads = _reads,
        Documents = [.. _edited.Values.Select(each => new DocumentChanges(each.Before?.Header.Sequence ?? 0, each.Changes, each.Now!))],
    };

    private sealed record Edited(Document? Before, ImmutableArray<Change> Changes)
    {
        public Document? Now { get; private init; } = Before;

        public Edited With(Change change, DateTimeOffset instant)
        {
            var changes = Changes.Add(change);
            return this with { Changes = changes, Now = Document.Commit(Before, changes, instant) };
        }
    }
}
