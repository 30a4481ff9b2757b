using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DocScript.Documents.Changes;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine.Diagnostics;
using DocScript.Engine.Evaluation;
using DocScript.Engine.Storage;
using DocScript.Language.Diagnostics;

namespace DocScript.Engine.Execution;

/// <summary>
/// What one run sees and makes: the snapshot with its own edits on top, everything it read, and the changes so far. Whoever holds a document sees and edits
/// its working copy in place of it (contracts/model.md, Checkout).
/// </summary>
internal sealed class Workspace(IStoreReader reader, Design design, IdAllocator ids, Limits limits, string actor) : IDocumentLookup
{
    private readonly Dictionary<long, WorkingDocument?> _documents = [];
    private readonly Dictionary<string, long> _ownKeys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _absentKeys = new(StringComparer.Ordinal);
    private readonly HashSet<Filter> _filters = [];
    private readonly HashSet<long> _keepUpdated = [];

    public Design Design { get; } = design;

    public IdAllocator Ids { get; } = ids;

    /// <summary>A workspace for changes that were decided elsewhere: of any number of documents, whose ids are given too. Only what hooks would make, and is ignored, draws any.</summary>
    public static Workspace OfGivenChanges(IStoreReader reader, Design design, IIdSource ids, string actor) =>
        new(reader, design, IdAllocator.Provisional(ids, reader), Limits.Default with { Documents = int.MaxValue }, actor);

    /// <summary>Whether every document is seen as the public one, as queries see it.</summary>
    public bool SeesPublicOnly { get; set; }

    /// <summary>Whether it is a hook that changes documents now.</summary>
    public bool IsByHook { get; set; }

    /// <summary>The metadata that stores index by the design.</summary>
    public IndexedMetadata Indexed => field ??= IndexedMetadata.Of(Design);

    /// <summary>How the candidates of queries were found, for plans.</summary>
    public HashSet<string> Queries { get; } = new(StringComparer.Ordinal);

    /// <summary>The document as this run sees it, or null if it was never made or is deleted; recorded as read.</summary>
    public Document? Find(long id)
    {
        if (Public(id) is not { } document) return null;
        return !SeesPublicOnly && WorkingCopy(document) is { } copy ? SeenByHolder(document, copy) : document;
    }

    /// <summary>The document as everyone else sees it, with this run's changes to that; null if it was never made or is deleted; recorded as read.</summary>
    public Document? Public(long id) => Read(id)?.Current is { Header: { Deleted: false, IsPublic: true } } document ? document : null;

    /// <summary>The working copy of a document that this run's actor holds, or null where nothing was edited yet; recorded as read.</summary>
    public Document? WorkingCopy(Document document) => document.Header.Checkout is { } checkout && checkout.Actor == actor ? FindEvenDeleted(checkout.WorkingCopy) : null;

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

    /// <summary>Whether another key was meant, or null; not recorded, because it decides nothing.</summary>
    public string? NearKey(string key) => Suggestion.Label(key, _ownKeys.Keys) ?? Storage.NearKey.Label(reader, key);

    /// <summary>The document, which must be there because a statement is working on it.</summary>
    public Document Get(long id) => Find(id) ?? throw new ScriptFault(EngineCodes.NoSuchDocument, $"there is no document {id}");

    /// <summary>What was committed of a document before this run.</summary>
    public Document? Original(long id) => Read(id)?.Original;

    /// <summary>Makes a change part of the run: in the working copy where it edits a document that the actor holds, which the first edit makes.</summary>
    public void Apply(long id, Change change)
    {
        if (change.IsEdit && Public(id) is { Header.Checkout: { } checkout } document && checkout.Actor == actor)
        {
            if (FindEvenDeleted(checkout.WorkingCopy) is null) ApplyTo(checkout.WorkingCopy, Rules.MakeWorkingCopy(document, VersionOf(id)));
            id = checkout.WorkingCopy;
        }

        ApplyTo(id, change);
    }

    /// <summary>Makes a change of exactly this document part of the run.</summary>
    public void ApplyTo(long id, Change change)
    {
        if (Read(id) is not { } working)
        {
            working = new WorkingDocument(null);
            _documents[id] = working;
        }

        _mark?.Keep(id, working);
        if (working.Changes.Count == 0 && ++_changed > limits.Documents)
            throw new ScriptFault(EngineCodes.TooManyDocuments, $"the transaction would change more than {limits.Documents} documents", help: "narrow the loop with 'where' or 'limit', and run the script several times");
        working.Current = working.Current is null && change is Created created ? created.Initial : change.Apply(working.Current!);
        working.Add(change);
        if (IsByHook && change.IsContent) working.ContentByHooks++;
        if (change is Created made) _ownKeys[made.Initial.Header.Key] = id;
    }

    /// <summary>All edits of a working copy since it was made, those that were committed and those of this run.</summary>
    public IEnumerable<Change> EditsOf(Document copy) => reader.History(copy.Id).SelectMany(row => row.Changes).Concat(Read(copy.Id)!.Changes).Where(change => change.IsEdit);

    /// <summary>The version that a document has after this run's changes so far.</summary>
    public int VersionOf(long id) => Read(id)!.Stamped(default).Header.Version;

    /// <summary>The version that a working copy was committed with, and whether this run changed its content since.</summary>
    public (int? Version, bool IsEdited) CommittedVersionOf(Document? copy) =>
        copy is null ? (null, false) : (Original(copy.Id)?.Header.Version, Read(copy.Id)!.Changes.Any(change => change.IsContent));

    /// <summary>Drops a working copy: deleted, or as if it had never been where this run made it.</summary>
    public void Drop(Document copy)
    {
        if (Original(copy.Id) is not null)
        {
            ApplyTo(copy.Id, new Deleted(copy));
            return;
        }

        _mark?.Keep(copy.Id, Read(copy.Id));
        _documents[copy.Id] = null;
        _ownKeys.Remove(copy.Header.Key);
        _changed--;
    }

    /// <summary>This run's changes leave the time of the document's last content change as it is.</summary>
    public void KeepUpdated(long id)
    {
        if (_keepUpdated.Add(id)) _mark?.KeepUpdated.Add(id);
    }

    private int _changed;
    private int _candidates;
    private Marked? _mark;

    /// <summary>The documents that a filter lets through as this run sees them, by id; filter and candidates are recorded as read.</summary>
    public List<Document> Query(Filter filter)
    {
        _filters.Add(filter);
        var known = _documents.Values.ToList();
        var found = new List<Document>();
        foreach (var document in reader.Find(filter))
        {
            if (!_documents.TryAdd(document.Id, new WorkingDocument(document))) continue;
            found.Add(document);
            ThrowIfTooMany();
        }

        found.AddRange(known.Where(working => working?.Current is { } current && filter.Matches(current)).Select(working => working!.Current!));
        found.Sort((a, b) => a.Id.CompareTo(b.Id));
        return found;
    }

    /// <summary>
    /// The ids of the first documents in an order that a filter lets through and a condition takes. What was read is recorded, with the place where it had enough, so that what
    /// others do beyond that is no conflict. Null, and nothing recorded, where the language can't order all of the field's values.
    /// </summary>
    public List<long>? First(Filter filter, Ordering order, long most, Func<Document, bool> takes)
    {
        var known = _documents.Keys.ToHashSet();
        var own = _documents.Values.Select(working => working?.Current).OfType<Document>().ToList();
        if (KindOf(filter, order.Field) is not { } kind) return null;

        var found = new List<long>();
        foreach (var document in OrderedMerge.Of(order, own.Where(filter.Matches), Stored(filter, order)))
        {
            _documents.TryAdd(document.Id, new WorkingDocument(document));
            ThrowIfTooMany();
            if (takes(document)) found.Add(document.Id);
            if (found.Count < most) continue;
            _filters.Add(filter with { UpTo = new Bound(order, order.Field.Read(document), document.Id, kind) });
            return found;
        }

        _filters.Add(filter);
        return found;

        IEnumerable<Document> Stored(Filter asked, Ordering by) => reader.Find(asked, by).Where(document => !known.Contains(document.Id));

        // Where the first and the last value are of one kind, all are.
        Value? KindOf(Filter among, FilterField field)
        {
            var set = new Filter(among.Comparisons.Add(Comparison.IsSet(field)));
            var (first, last) = (End(descending: false), End(descending: true));
            return first is NullValue || Comparing.Order(first, last) is not null ? first : null;

            Value End(bool descending)
            {
                var by = new Ordering(field, descending);
                return OrderedMerge.Of(by, own.Where(set.Matches), Stored(set, by)).Select(field.Read).FirstOrDefault(Value.Null);
            }
        }
    }

    Document? IDocumentLookup.Find(long id) => Public(id);

    /// <summary>The public documents with this value; asked by a filter, so that two transactions that publish the same value can't both commit.</summary>
    public IEnumerable<Document> FindPublished(string property, Value value)
    {
        var filter = new Filter(
        [
            new(new ColumnField(Column.Published), ComparisonOperator.Equal, new BooleanValue(true)),
            new(new MetadataField(property), ComparisonOperator.Equal, value),
        ]);
        Queries.Add(QueryText.Of($"publish, unique '{property}'", filter, Indexed));
        return Query(filter);
    }

    /// <summary>All that was read, for the commit.</summary>
    public ReadSet Reads => new(
        ReadDocuments.Of([.. _documents.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.Original?.Header.Sequence ?? 0))]),
        ReadSet.Empty.AbsentKeys.Union(_absentKeys),
        [.. _filters]);

    /// <summary>The changed documents by id, stamped with the instant.</summary>
    public ImmutableArray<ChangedDocument> Changed(DateTimeOffset instant)
    {
        foreach (var id in _keepUpdated.SelectMany(WithWorkingCopy))
            if (Read(id) is { } working && working.Changes.Any(change => change.IsContent) && !working.Changes.Any(change => change is UpdatedKept))
                ApplyTo(id, new UpdatedKept());
        return
        [
            .. _documents.Values
                .Where(working => working is { Changes.Count: > 0 })
                .OrderBy(working => working!.Current!.Id)
                .Select(working => new ChangedDocument(
                    working!.Original,
                    new DocumentChanges(working.Original?.Header.Sequence ?? 0, working.ForTransaction, working.Stamped(instant)))
                {
                    Title = DisplayTitle.Of(Design, working.Current!),
                }),
        ];
    }

    /// <summary>The public documents, by id, whose content this run changed so far, not counting what hooks changed.</summary>
    public List<long> ContentChanged() =>
    [
        .. _documents
            .Where(pair => pair.Key > 0 && pair.Value is { Changes.Count: > 0 } working && working.Changes.Count(change => change.IsContent) > working.ContentByHooks)
            .Select(pair => pair.Key)
            .Order(),
    ];

    /// <summary>Marks where this run's changes are now, for <see cref="Restore"/>; an earlier mark is forgotten.</summary>
    public void Mark() => _mark = new(_changed);

    /// <summary>Takes the changes since the mark back; what was read since stays read. Answers the public documents that had been changed since, by id.</summary>
    public IReadOnlyList<long> Restore()
    {
        var mark = _mark ?? throw new InvalidOperationException("nothing was marked");
        _mark = null;
        var changed = new SortedSet<long>();
        foreach (var (id, was) in mark.Before)
        {
            var now = _documents[id];
            foreach (var made in (now?.Changes ?? []).OfType<Created>()) _ownKeys.Remove(made.Initial.Header.Key);
            if (!(now?.Changes ?? []).SequenceEqual(was?.Changes ?? [], ReferenceEqualityComparer.Instance)) changed.Add(Checkout.DocumentOf(id) ?? id);
            _documents[id] = was ?? (now?.Original is { } original ? new WorkingDocument(original) : null);
        }

        foreach (var (id, was) in mark.Before)
            foreach (var made in (was?.Changes ?? []).OfType<Created>()) _ownKeys[made.Initial.Header.Key] = id;
        _keepUpdated.ExceptWith(mark.KeepUpdated);
        _changed = mark.Count;
        return [.. changed];
    }

    /// <summary>Whether this run changed a document so far.</summary>
    public bool HasChanges => _changed > 0;

    private IEnumerable<long> WithWorkingCopy(long id) => Public(id) is { } document && WorkingCopy(document) is { } copy ? [id, copy.Id] : [id];

    /// <summary>The document as its holder sees it: what is public is the document's, what is edited is the copy's; as everywhere, version and time are those that are committed.</summary>
    public static Document SeenByHolder(Document document, Document copy)
    {
        var header = document.Header with { Unchanged = document.Header.Unchanged && copy.Header.Unchanged };
        return copy with { Header = copy.Header is { Unchanged: false, Sequence: > 0 } ? header with { Version = copy.Header.Version, Updated = copy.Header.Updated } : header };
    }

    private void ThrowIfTooMany()
    {
        if (++_candidates > limits.Documents)
            throw new ScriptFault(EngineCodes.TooManyDocuments, $"the transaction would read more than {limits.Documents} documents", help: "compare a column or indexed metadata in 'where', so that fewer are read");
    }

    private WorkingDocument? Read(long id)
    {
        if (_documents.TryGetValue(id, out var working)) return working;
        working = reader.Load(id) is { } document ? new WorkingDocument(document) : null;
        _documents[id] = working;
        return working;
    }

    /// <summary>What a workspace had changed at one time: only what changed since is copied, so that a mark costs nothing, however many documents were changed before.</summary>
    /// <param name="Count">How many documents were changed.</param>
    private sealed record Marked(int Count)
    {
        /// <summary>What there was of the documents that were changed since.</summary>
        public Dictionary<long, WorkingDocument?> Before { get; } = [];

        /// <summary>The documents whose time of the last content change stays since.</summary>
        public List<long> KeepUpdated { get; } = [];

        /// <summary>Keeps what there is of a document that is about to be changed.</summary>
        public void Keep(long id, WorkingDocument? now)
        {
            if (!Before.ContainsKey(id)) Before.Add(id, now?.Copy());
        }
    }

    private sealed class WorkingDocument(Document? original)
    {
        // Most documents that are read have none, most that are changed one, which then serves as the transaction's.
        private Change[] _only = [];
        private List<Change>? _all;

        public Document? Original { get; } = original;

        public Document? Current { get; set; } = original;

        /// <summary>How many of the changes are content that hooks changed.</summary>
        public int ContentByHooks { get; set; }

        public WorkingDocument Copy() => new(Original) { Current = Current, ContentByHooks = ContentByHooks, _only = _only, _all = _all is null ? null : [.. _all] };

        public IReadOnlyList<Change> Changes => _all ?? (IReadOnlyList<Change>)_only;

        public ImmutableArray<Change> ForTransaction => _all?.ToImmutableArray() ?? ImmutableCollectionsMarshal.AsImmutableArray(_only);

        public void Add(Change change)
        {
            if (Changes.Count == 0) _only = [change];
            else (_all ??= [.. _only]).Add(change);
        }

        public Document Stamped(DateTimeOffset instant) =>
            Current! with { Header = Document.Stamp(Original?.Header, Current!.Header, Changes, instant) };
    }
}
