using System.Collections.Immutable;
using System.Globalization;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Engine.Events;

/// <summary>
/// How far a hook has been run, as a system document (contracts/model.md): it moves in the transaction in which the hook edits, so that what it does to documents is done exactly
/// once, whatever dies.
/// </summary>
internal sealed record HookCursor(HookPlace Place)
{
    /// <summary>How often a hook is tried for one event: 5 times.</summary>
    public const int MostFailures = 5;

    /// <summary>How many events can be set aside; with more the hook stands still until they are tried again.</summary>
    public const int MostSetAside = 1000;

    private const string ContentType = "$hook";

    /// <summary>Who runs it now, or null.</summary>
    public HookLease? Lease { get; init; }

    /// <summary>How often it has failed for the event that comes next.</summary>
    public int Failures { get; init; }

    /// <summary>The events that it went on without.</summary>
    public ImmutableArray<SetAside> SetAside { get; init; } = [];

    /// <summary>The cursor in its document.</summary>
    /// <exception cref="FormatException">It is damaged, or of a newer format.</exception>
    public static HookCursor Of(Document document)
    {
        var metadata = document.Metadata;
        var (place, lease) = (ObjectIn(metadata, "place") ?? ObjectValue.Empty, ObjectIn(metadata, "lease"));
        return new(new HookPlace(Text(place, "transaction") is { } transaction ? Guid.Parse(transaction) : null, Integer(place, "document")))
        {
            Lease = lease is null ? null : new(Needed(lease, "owner"), Instant(lease, "until")),
            Failures = (int)(Integer(metadata, "failures") ?? 0),
            SetAside = metadata.Find("setAside") is ListValue list
                ? [.. list.Items.OfType<ObjectValue>().Select(each => new SetAside(Guid.Parse(Needed(each, "transaction")), Integer(each, "document") ?? 0, Needed(each, "message"), Instant(each, "at")))]
                : [],
        };
    }

    /// <summary>The change that makes its document.</summary>
    public Created Make(long id, string key) =>
        new(new Document(new Header { Id = id, Key = key, ContentType = ContentType }, "", ObjectValue.Of(Properties.Where(property => property.Value is not null).Select(property => KeyValuePair.Create(property.Key, property.Value!))), ComponentTree.Empty));

    /// <summary>The changes that bring a document from another cursor to this.</summary>
    public IEnumerable<Change> From(Document document) =>
        from property in Properties
        let was = document.Metadata.Find(property.Key)
        where was != property.Value
        select new MetadataSet(MetadataPath.Of(property.Key), was, property.Value) { IsSystem = true };

    private IEnumerable<KeyValuePair<string, Value?>> Properties =>
    [
        new("place", Members([new("transaction", Place.Transaction is { } transaction ? new TextValue(transaction.ToString()) : null), new("document", Place.Document is { } document ? new IntegerValue(document) : null)])),
        new("lease", Lease is null ? null : Members([new("owner", new TextValue(Lease.Owner)), new("until", TextOf(Lease.Until))])),
        new("failures", Failures == 0 ? null : new IntegerValue(Failures)),
        new("setAside", SetAside.IsEmpty ? null : new ListValue([.. SetAside.Select(each => (Value)Members(
        [
            new("transaction", new TextValue(each.Transaction.ToString())), new("document", new IntegerValue(each.Document)), new("message", new TextValue(each.Message)), new("at", TextOf(each.At)),
        ]))])),
    ];

    private static ObjectValue Members(IEnumerable<KeyValuePair<string, Value?>> members) =>
        ObjectValue.Of(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value!)));

    private static TextValue TextOf(DateTimeOffset instant) => new(instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    private static ObjectValue? ObjectIn(ObjectValue holder, string name) => holder.Find(name) as ObjectValue;

    private static string? Text(ObjectValue holder, string name) => (holder.Find(name) as TextValue)?.Text;

    private static long? Integer(ObjectValue holder, string name) => (holder.Find(name) as IntegerValue)?.Integer;

    private static string Needed(ObjectValue holder, string name) => Text(holder, name) ?? throw new FormatException($"the cursor of a hook holds no '{name}'");

    private static DateTimeOffset Instant(ObjectValue holder, string name) => DateTimeOffset.Parse(Needed(holder, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
