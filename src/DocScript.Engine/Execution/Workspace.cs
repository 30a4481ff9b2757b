using System.Collections.Immutable;
using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Storage;

namespace DocScript.Engine.Execution;

/// <summary>What one run sees and makes: the snapshot with its own edits on top, everything it read, and the changes so far.</summary>
internal sealed class Workspace(IStoreReader reader, Design design, IdAllocator ids, Limits limits)
{
    private readonly Dictionary<long, WorkingDocument?> _documents = [];
    private readonly Dictionary<string, long> _ownKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _absentKeys = new(StringComparer.Ordinal);
    private readonly HashSet<Filter> _filters = [];

    public Design Design { get; } = design;

    public IdAllocator Ids { get; } = ids;

    /// <summary>How the candidates of queries were found, for plans.</summary>
    public HashSet<string> Queries { get; } = new(StringComparer.Ordinal);

    /// <summary>The document as this run sees it, or null if it was never made or is deleted; recorded as read.</summary>
    public Document? Find(long id) => Read(id)?.Current is { Header: { Deleted: false, IsPublic: true } } document ? document : null;

    /// <summary>The tombstone or document as this run sees it; recorded as read.</summary>
    public Document? FindEvenDeleted(long id) => Read(id)?.Current;

    /// <summary>The id a key names, or null; recorded as read.</summary>
    public long? FindKey(string key)
    {
        if (_ownKeys.TryGetValue(key, out var own)) return own;
        if (reader.FindKey(key) is { } id) return id;
        _absentKeys.Add(key);
        return null;
    }

    /// <summary>The document, which must be there because a statement is working on it.</summary>
    public Document Get(long id) => Find(id) ?? throw new ScriptFault(EngineCodes.NoSuchDocument, $"there is no document {id}");

    /// <summary>What was committed of a document before this run.</summary>
    public Document? Original(long id) => Read(id)?.Original;

    /// <summary>Makes a change part of the run.</summary>
    public void Apply(long id, Change change)
    {
        if (Read(id) is not { } working)
        {
            working = new WorkingDocument(null);
            _documents[id] = working;
        }

        if (working.Changes.Count == 0 && ++_changed > limits.Documents)
            throw new ScriptFault(EngineCodes.TooManyDocuments, $"the transaction would change more than {limits.Documents} documents");
        working.Current = working.Current is null && change is Created created ? created.Initial : change.Apply(working.Current!);
        working.Changes.Add(change);
        if (change is Created made) _ownKeys[made.Initial.Header.Key] = id;
    }

    private int _changed;

    /// <summary>The documents that a filter lets through as this run sees them, by id; filter and candidates are recorded as read.</summary>
    public List<Document> Query(Filter filter)
    {
        _filters.Add(filter);
        var found = new List<Document>();
        foreach (var document in reader.Find(filter))
        {
            if (_documents.ContainsKey(document.Id)) continue;
            _documents[document.Id] = new WorkingDocument(document);
            found.Add(document);
            if (_documents.Count > limits.Documents)
                throw new ScriptFault(EngineCodes.TooManyDocuments, $"the transaction would read more than {limits.Documents} documents");
        }

        var seen = found.Count == 0 ? null : found.Select(document => document.Id).ToHashSet();
        found.AddRange(_documents.Values.Where(working => working?.Current is { } current && seen?.Contains(current.Id) != true && filter.Matches(current)).Select(working => working!.Current!));
        found.Sort((a, b) => a.Id.CompareTo(b.Id));
        return found;
    }

    /// <summary>All that was read, for the commit.</summary>
    public ReadSet Reads => new(
        _documents.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value?.Original?.Header.Sequence ?? 0),
        ReadSet.Empty.AbsentKeys.Union(_absentKeys),
        [.. _filters]);

    /// <summary>The changed documents by id, stamped with the instant.</summary>
    public ImmutableArray<ChangedDocument> Changed(DateTimeOffset instant) =>
    [
        .. _documents.Values
            .Where(working => working is { Changes.Count: > 0 })
            .OrderBy(working => working!.Current!.Id)
            .Select(working => new ChangedDocument(
                working!.Original,
                new DocumentChanges(working.Original?.Header.Sequence ?? 0, [.. working.Changes], working.Stamped(instant)))),
    ];

    /// <summary>Whether this run changed a document so far.</summary>
    public bool HasChanges => _changed > 0;

    private WorkingDocument? Read(long id)
    {
        if (_documents.TryGetValue(id, out var working)) return working;
        working = reader.Load(id) is { } document ? new WorkingDocument(document) : null;
        _documents[id] = working;
        return working;
    }

    private sealed class WorkingDocument(Document? original)
    {
        public Document? Original { get; } = original;

        public Document? Current { get; set; } = original;

        public List<Change> Changes { get; } = [];

        public Document Stamped(DateTimeOffset instant) =>
            Current! with { Header = Document.Stamp(Original?.Header, Current!.Header, Changes, instant) };
    }
}
