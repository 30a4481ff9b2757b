using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Json;
using DocScript.Documents.Values;

namespace DocScript.Documents.Tests.Json;

/// <summary>Files of every format version ever written, which must be read for ever. They are only ever added to the folder, never changed.</summary>
public sealed class GoldenChangesTests
{
    private static readonly Subtree Leaf = new("doc-2", "paragraph", false, Object("text", "hi <b>you</b>"), ObjectValue.Empty, ObjectValue.Empty, ObjectValue.Empty, []);

    private static readonly Subtree Box = new(
        "doc-1",
        "columns",
        true,
        ObjectValue.Empty,
        Object("position", "left"),
        ObjectValue.Empty.With("dateTime", Object("gte", "2026-01-01T00:00:00.000Z")),
        Object("note", "kept"),
        [new("left", [Leaf]), new("right", [])]);

    private static readonly Document Initial = new(
        new Header { Id = 42, Key = "release-notes", ContentType = "article" },
        "Release \"notes\"",
        ObjectValue.Empty.With("priority", new IntegerValue(1)).With("ratio", new DecimalValue(1.50m)).With("tags", new ListValue([new TextValue("a"), Value.Null])),
        ComponentTree.Of([Box]))
    { Extra = Object("systemdata", "kept") };

    private static readonly Document Later = Initial with
    {
        Header = Initial.Header with
        {
            Version = 3,
            Sequence = 7,
            Publication = 9,
            Unchanged = true,
            Created = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
            Updated = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero),
            Committed = new DateTimeOffset(2026, 1, 4, 0, 0, 0, TimeSpan.Zero).AddTicks(1),
            Deleted = true,
        },
    };

    private static readonly Checkout Checkout = new("bert", new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), -180388626437);

    private static readonly Document Held = Initial with
    {
        Header = Initial.Header with
        {
            PublishAt = new(2026, 5, 1, 6, 0, 0, TimeSpan.Zero),
            UnpublishAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
            Embargo = new(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), "legal"),
            Checkout = Checkout,
            LastVersion = 4,
            NamedVersions = 1,
        },
    };

    private static readonly IReadOnlyList<Change> Version1 =
    [
        new Created(Initial),
        new TitleSet("Release \"notes\"", ""),
        new MetadataSet(MetadataPath.Of("priority"), new IntegerValue(1), new DecimalValue(2.0m)),
        new MetadataSet(MetadataPath.Of("seo", "og:title"), null, new TextValue("ä 😀")),
        new MetadataSet(MetadataPath.Of("tags"), new ListValue([Value.Null]), null),
        new MetadataSet(MetadataPath.Of("team"), null, Object("owner", "ann")) { IsSystem = true },
        new DirectiveSet("doc-2", "text", null, new TextValue("x")),
        new DirectiveSet("doc-2", "link", Object("href", "a"), null),
        new StyleSet("doc-1", null, "position", new TextValue("left"), null),
        new StyleSet("doc-1", "box", "colour", null, new TextValue("#1fc47a")),
        new ConditionSet("doc-1", "dateTime", Object("gte", "2026-01-01T00:00:00.000Z"), null),
        new ConditionSet("doc-1", "brands", null, new ListValue([new TextValue("ch")])),
        new ComponentInserted(new(null, null, null, null), Box),
        new ComponentRemoved(new("doc-1", "left", "doc-0", "doc-3"), Leaf),
        new ComponentMoved("doc-2", new("doc-1", "left", null, null), new(null, null, "doc-1", null)),
        new Published(9, null, false),
        new Published(10, 9, false),
        new Unpublished(10, true, 3),
        new PublicationRestored(10, true, 9, false),
        new PublicationRestored(null, false, 9, true),
        new Deleted(Later),
        new Restored(Later),
        new Purged(),
        new Created(Held),
        new ScheduleSet(ScheduleKind.Publish, null, Held.Header.PublishAt),
        new ScheduleSet(ScheduleKind.Unpublish, Held.Header.UnpublishAt, null) { Failure = "why" },
        new EmbargoSet(null, Held.Header.Embargo),
        new EmbargoSet(Held.Header.Embargo, new(null, null)),
        new UpdatedKept(),
        new CheckoutSet(null, Checkout, 0, 0),
        new CheckoutSet(Checkout, null, 2, 4) { IsCheckin = true, Version = 4 },
        new NamedVersionSet(new(1, 4, "bert", "proofread", Object("round", "2"))),
        new NamedVersionSet(new(2, 4, "bert", "", ObjectValue.Empty), IsAdded: false),
    ];

    private static string Golden => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Json", "Golden", "changes-v1.json"));

    [Fact]
    public void Version_1_is_read_as_it_was_meant() => Assert.Equal(Version1, JsonText.Read(Golden, ChangeJson.Read));

    [Fact]
    public void Version_1_is_what_is_written()
    {
        var written = JsonText.Of(writer => ChangeJson.Write(writer, Version1));
        var compact = JsonText.Of(writer => JsonText.Read(Golden, json => { json.WriteTo(writer); return 0; }));
        Assert.Equal(compact, written);
    }

    [Fact]
    public void Every_kind_of_change_is_in_the_file()
    {
        var kinds = typeof(Change).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Change)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(kinds.Order(StringComparer.Ordinal), Version1.Select(change => change.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{}", "'changes' must be a list, not an object")]
    [InlineData("[{}]", "'v' is missing")]
    [InlineData("[{'v':2,'change':'titleSet','was':'','value':''}]", "change format 2 is newer than this build, which knows 1")]
    [InlineData("[{'v':1,'change':'titleLost'}]", "there is no kind of change 'titleLost'")]
    [InlineData("[{'v':1,'change':'titleSet','was':'a'}]", "'value' is missing")]
    [InlineData("[{'v':1,'change':'metadataSet','path':[]}]", "'path' must be a list of names")]
    [InlineData("[{'v':1,'change':'created','document':{'format':2}}]", "document format 2 is newer than this build, which knows 1")]
    public void Damaged_and_newer_changes_are_refused_by_name(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => JsonText.Read(json.Quoted(), ChangeJson.Read)).Message);

    private static ObjectValue Object(string key, string text) => ObjectValue.Empty.With(key, new TextValue(text));
}
