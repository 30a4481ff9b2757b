using System.Collections.Immutable;
using DocScript.Documents.Changes;

namespace DocScript.Engine.Storage;

/// <summary>All that an in-memory store holds at one position. Immutable: a reader is a reference to one.</summary>
internal sealed record MemoryState : ICommitState
{
    public static MemoryState Empty { get; } = new();

    public long Position => Entries.Count;

    public ImmutableSortedDictionary<long, Document> Documents { get; private init; } = ImmutableSortedDictionary<long, Document>.Empty;

    public ImmutableDictionary<string, long> Keys { get; private init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    public ImmutableDictionary<long, ImmutableList<JournalRow>> Rows { get; private init; } = ImmutableDictionary<long, ImmutableList<JournalRow>>.Empty;

    /// <summary>Every transaction in commit order; the first has position 1.</summary>
    public ImmutableList<JournalEntry> Entries { get; private init; } = [];

    public ImmutableDictionary<Guid, JournalEntry> Transactions { get; private init; } = ImmutableDictionary<Guid, JournalEntry>.Empty;

    public ImmutableDictionary<long, Publication> Publications { get; private init; } = ImmutableDictionary<long, Publication>.Empty;

    public MemoryResults Results { get; init; } = MemoryResults.Empty;

    public ImmutableDictionary<IdKind, long> LastIds { get; private init; } = ImmutableDictionary<IdKind, long>.Empty;

    public long LastId(IdKind kind) => LastIds.GetValueOrDefault(kind);

    public MemoryState Reserve(IdKind kind, long last) => last <= LastId(kind) ? this : this with { LastIds = LastIds.SetItem(kind, last) };

    /// <summary>The state after a validated transaction that changes documents.</summary>
    public MemoryState Append(Transaction transaction) => Append(transaction, transaction.Documents.SelectMany(changes => changes.Publications(transaction.Instant)));

    /// <summary>The state of a store that is filled with what another holds.</summary>
    public static MemoryState Of(StoreContent content, CancellationToken cancellation)
    {
        var state = Empty;
        foreach (var copied in content.Journal)
        {
            cancellation.ThrowIfCancellationRequested();
            state = state.Append(copied.On(state.Load), copied.Publications);
        }

        var results = content.Results.Aggregate(state.Results, (so, each) => so.With(each.Actor, each.Key, each.Kept, each.Kept.At));
        return content.LastIds.Aggregate(state with { Results = results }, (so, last) => so.Reserve(last.Key, last.Value));
    }

    private MemoryState Append(Transaction transaction, IEnumerable<Publication> publications)
    {
        var position = Position + 1;
        ImmutableArray<JournalRow> rows =
            [.. transaction.Documents.Select(each => new JournalRow(position, transaction.Id, transaction.Instant, each.Id, each.After.Header, each.Changes))];
        var entry = new JournalEntry(
            position, transaction.Id, transaction.Actor, transaction.Instant, transaction.Script, transaction.Parameters, transaction.Undoes, rows);
        var state = this with { Entries = Entries.Add(entry), Transactions = Transactions.Add(transaction.Id, entry) };
        for (var i = 0; i < rows.Length; i++) state = state.With(transaction.Documents[i], rows[i]);
        return publications.Aggregate(state, (so, each) => (so with { Publications = so.Publications.SetItem(each.Id, each) }).Reserve(IdKind.Publication, each.Id));
    }

    /// <summary>A document to purge and all its working copies, in order of id.</summary>
    public IReadOnlyList<Document> With(Purge purge) =>
        [.. Documents.Values.Where(document => document.Id == purge.Document || (document.Id >= purge.WorkingCopies.First && document.Id <= purge.WorkingCopies.Last))];

    /// <summary>The state without the content of documents in journal, publications and results; the documents themselves are as they were.</summary>
    public MemoryState Clear(IReadOnlyList<Document> documents, Purge purge)
    {
        var ids = documents.Select(document => document.Id).ToHashSet();
        var touched = Entries.Where(entry => entry.Rows.Any(row => ids.Contains(row.Document))).Select(entry => entry with
        {
            Script = purge.ClearedScript,
            Parameters = Purge.ClearedParameters,
            Rows = [.. entry.Rows.Select(row => ids.Contains(row.Document) ? Purge.Redact(row) : row)],
        }).ToList();
        return this with
        {
            Entries = touched.Aggregate(Entries, (entries, entry) => entries.SetItem((int)entry.Position - 1, entry)),
            Transactions = Transactions.SetItems(touched.Select(entry => KeyValuePair.Create(entry.Transaction, entry))),
            Rows = Rows.SetItems(ids.Select(id => KeyValuePair.Create(id, History(id).ConvertAll(Purge.Redact)))),
            Publications = Publications.RemoveRange(Publications.Values.Where(each => ids.Contains(each.Document)).Select(each => each.Id)),
            Results = Results.Clear(touched.Select(entry => entry.Transaction).ToHashSet()),
        };
    }

    private MemoryState With(DocumentChanges changes, JournalRow row)
    {
        var state = this with
        {
            Documents = Documents.SetItem(changes.Id, changes.After),
            Keys = changes.Expected == 0 ? Keys.Add(changes.After.Header.Key, changes.Id) : Keys,
            Rows = Rows.SetItem(changes.Id, Rows.GetValueOrDefault(changes.Id, []).Add(row)),
        };
        return state.Reserve(IdKind.Document, changes.Id);
    }

    public long Sequence(long document) => Documents.TryGetValue(document, out var found) ? found.Header.Sequence : 0;

    public long? FindKey(string key) => Keys.TryGetValue(key, out var id) ? id : null;

    public Document? Load(long id) => Documents.GetValueOrDefault(id);

    public IEnumerable<long> ChangedAfter(long position) => EntriesAfter(position).SelectMany(entry => entry.Rows).Select(row => row.Document).Distinct();

    public IEnumerable<JournalRow> RowsAfter(long document, long position) => History(document).Where(row => row.Position > position);

    public Header? HeaderAt(long document, long position)
    {
        var rows = History(document);
        var index = rows.FindLastIndex(row => row.Position <= position);
        return index < 0 ? null : rows[index].Header;
    }

    public ImmutableList<JournalRow> History(long document) => Rows.GetValueOrDefault(document, []);

    public IEnumerable<JournalEntry> EntriesAfter(long position)
    {
        for (var i = Math.Max(0, position); i < Entries.Count; i++) yield return Entries[(int)i];
    }
}
