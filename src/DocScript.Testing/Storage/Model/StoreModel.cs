using System.Collections.Immutable;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Storage.Model;

/// <summary>
/// What a store should hold, as plainly as can be: every state there ever was. Whether a transaction conflicts is told by comparing the answers of its reads
/// at the state it read with the answers now.
/// </summary>
public sealed record StoreModel
{
    /// <summary>The filters that walks query by.</summary>
    public static ImmutableArray<Filter> Filters { get; } =
    [
        Filter.All,
        Of(Column.Type, ComparisonOperator.Equal, new TextValue("article")),
        Of(Column.Published, ComparisonOperator.Equal, new BooleanValue(true)),
        Of(Column.Published, ComparisonOperator.NotEqual, new BooleanValue(true)),
        Of(Column.Title, ComparisonOperator.Equal, new TextValue("title 1")),
        Of(Column.Title, ComparisonOperator.GreaterOrEqual, new TextValue("title 2")),
        Of(Column.Key, ComparisonOperator.Less, new TextValue("key-3")),
        Of(Column.Id, ComparisonOperator.Greater, new IntegerValue(3)),
        Of(Column.Id, ComparisonOperator.LessOrEqual, new DecimalValue(3.5m)),
        Of(Column.Updated, ComparisonOperator.Less, new TextValue("2026-05-03")),
        Of(Column.Created, ComparisonOperator.GreaterOrEqual, new DateValue(new DateTimeOffset(2026, 5, 2, 0, 0, 0, TimeSpan.Zero))),
        Of(Column.Due, ComparisonOperator.LessOrEqual, new DateValue(new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero))),
        Of(Column.Due, ComparisonOperator.Equal, Value.Null),
        Of(Column.Due, ComparisonOperator.NotEqual, new DateValue(new DateTimeOffset(2026, 5, 4, 0, 0, 0, TimeSpan.Zero))),
        new([new(new MetadataField("n"), ComparisonOperator.NotEqual, Value.Null), new(new ColumnField(Column.Type), ComparisonOperator.Equal, new TextValue("page"))]),
        new([new(new MetadataField("n"), ComparisonOperator.Less, new IntegerValue(3))]),
        new([new(new MetadataField("n"), ComparisonOperator.Equal, Value.Null)]),
        new([new(new MetadataField("n"), ComparisonOperator.Equal, new DecimalValue(2.00m))]),
        new([new(new ColumnField(Column.Published), ComparisonOperator.Equal, new BooleanValue(false)), new(new MetadataField("n"), ComparisonOperator.Equal, new IntegerValue(1))]),
    ];

    /// <summary>The state before anything was committed.</summary>
    public static StoreModel Empty { get; } = new();

    /// <summary>The documents after each commit, the empty store first.</summary>
    public ImmutableList<ImmutableSortedDictionary<long, Document>> States { get; init; } = [ImmutableSortedDictionary<long, Document>.Empty];

    /// <summary>The store's positions of those states.</summary>
    public ImmutableList<long> Positions { get; init; } = [0];

    /// <summary>Everything committed.</summary>
    public ImmutableList<JournalEntry> Journal { get; init; } = [];

    /// <summary>Everything published.</summary>
    public ImmutableSortedDictionary<long, Publication> Publications { get; init; } = ImmutableSortedDictionary<long, Publication>.Empty;

    /// <summary>The kept results, also those that are over.</summary>
    public ImmutableDictionary<(string Actor, string Key), KeptResult> Results { get; init; } = ImmutableDictionary<(string, string), KeptResult>.Empty;

    /// <summary>The last ids.</summary>
    public ImmutableDictionary<IdKind, long> LastIds { get; init; } = ImmutableDictionary.CreateRange(
        [KeyValuePair.Create(IdKind.Document, 0L), KeyValuePair.Create(IdKind.Publication, 0L)]);

    /// <summary>The documents now.</summary>
    public ImmutableSortedDictionary<long, Document> Documents => States[^1];

    /// <summary>The result of a key, if it is not over.</summary>
    public KeptResult? Result(string actor, string key, DateTimeOffset now) =>
        Results.TryGetValue((actor, key), out var kept) && now - kept.At <= TimeSpan.FromDays(7) ? kept : null;

    /// <summary>Whether what a transaction read at a state, and what it makes, still holds now.</summary>
    public bool Conflicts(Transaction transaction, int state)
    {
        var then = States[state];
        var made = transaction.Documents.Where(document => document.Expected == 0).ToArray();
        return transaction.Documents.Any(document => Sequence(document.Id) != document.Expected)
            || transaction.Reads.Documents.Any(read => Sequence(read.Key) != read.Value)
            || transaction.Reads.AbsentKeys.Any(HasKey)
            || made.Any(document => HasKey(document.After.Header.Key))
            || made.Select(document => document.After.Header.Key).Distinct(StringComparer.Ordinal).Count() < made.Length
            || transaction.Reads.Filters.Any(filter => !Ids(then, filter).SequenceEqual(Ids(Documents, filter)));
    }

    /// <summary>The model after a transaction that stands at a position of the store.</summary>
    public StoreModel Append(Transaction transaction, long position, DateTimeOffset now)
    {
        var model = this;
        if (transaction.Key is { } key)
            model = model with { Results = Results.SetItem((transaction.Actor, key.Key), new KeptResult(transaction.Id, key.Hash, transaction.Result, now)) };
        if (transaction.Documents.IsEmpty) return model;

        ImmutableArray<JournalRow> rows =
            [.. transaction.Documents.Select(each => new JournalRow(position, transaction.Id, transaction.Instant, each.Id, each.After.Header, each.Changes))];
        model = model with
        {
            States = States.Add(Documents.SetItems(transaction.Documents.Select(each => KeyValuePair.Create(each.Id, each.After)))),
            Positions = Positions.Add(position),
            Journal = Journal.Add(new JournalEntry(
                position, transaction.Id, transaction.Actor, transaction.Instant, transaction.Script, transaction.Parameters, transaction.Undoes, rows)),
        };
        return transaction.Documents.Aggregate(model, (so, each) => so.Use(IdKind.Document, each.Id).Publish(each, Documents.GetValueOrDefault(each.Id), transaction.Instant));
    }

    /// <summary>The model after a purge: what the document and its working copies held is in no answer any more, and tombstones say so.</summary>
    public StoreModel Purge(Purge purge, long position, DateTimeOffset now)
    {
        var gone = Documents.Values.Where(each => each.Id == purge.Document || each.Header.WorkingCopyOf == purge.Document).ToList();
        var ids = gone.Select(each => each.Id).ToHashSet();
        var touched = Journal.Where(entry => entry.Rows.Any(row => ids.Contains(row.Document))).Select(entry => entry.Transaction).ToHashSet();
        var cleared = this with
        {
            Journal = Journal.ConvertAll(entry => !touched.Contains(entry.Transaction) ? entry : entry with
            {
                Script = purge.ClearedScript,
                Parameters = "{}",
                Rows = [.. entry.Rows.Select(row => !ids.Contains(row.Document) ? row : row with { Changes = Purged.Redact(row.Changes) })],
            }),
            Publications = Publications.RemoveRange(Publications.Values.Where(each => ids.Contains(each.Document)).Select(each => each.Id)),
            Results = Results.ToImmutableDictionary(each => each.Key, each => touched.Contains(each.Value.Transaction) ? each.Value with { Result = "{}" } : each.Value),
        };
        return cleared.Append(purge.On(gone, Positions[^1]), position, now);
    }

    /// <summary>With ids given up to a last one.</summary>
    public StoreModel Use(IdKind kind, long last) => last <= LastIds[kind] ? this : this with { LastIds = LastIds.SetItem(kind, last) };

    private StoreModel Publish(DocumentChanges changes, Document? before, DateTimeOffset instant)
    {
        var (model, document) = (this, before);
        foreach (var change in changes.Changes)
        {
            document = document is null ? ((Created)change).Initial : change.Apply(document);
            if (change is not Published published) continue;
            var header = changes.After.Header with { Publication = published.Publication, Unchanged = true, Deleted = false };
            var publication = new Publication(published.Publication, changes.Id, instant, document with { Header = header });
            model = (model with { Publications = model.Publications.Add(publication.Id, publication) }).Use(IdKind.Publication, publication.Id);
        }

        return model;
    }

    private static Filter Of(Column column, ComparisonOperator comparison, Value value) => new([new(new ColumnField(column), comparison, value)]);

    private long Sequence(long id) => Documents.TryGetValue(id, out var document) ? document.Header.Sequence : 0;

    private bool HasKey(string key) => Documents.Values.Any(document => document.Header.Key == key);

    private static IEnumerable<long> Ids(ImmutableSortedDictionary<long, Document> documents, Filter filter) =>
        documents.Values.Where(filter.Matches).Select(document => document.Id);
}
