using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DocScript.Testing.Documents;

/// <summary>Values that each kind of metadata stores (contracts/livingdocs.md 2.4), a line each.</summary>
public static class MetadataGenerators
{
    private static readonly Gen<Value> Text = ValueGenerators.Text.Select(text => (Value)new TextValue(text));
    private static readonly Gen<Value> Word = Words("a", "b", "news", "x-1");
    private static readonly Gen<Value> Integer = Gen.Choose(-5, 5).Select(number => (Value)new IntegerValue(number));
    private static readonly Gen<Value> Boolean = Gen.Elements<Value>(new BooleanValue(true), new BooleanValue(false));
    private static readonly Gen<Value> Date = Gen.Choose(0, 1000).Select(day => (Value)new TextValue(DateValue.ToIso(DateTimeOffset.UnixEpoch.AddDays(day))));
    private static readonly Gen<Value> Day = Gen.Choose(1, 28).Select(day => (Value)new TextValue($"2026-02-{day:00}"));
    private static readonly Gen<Value> Id = Gen.Choose(1, 99).Select(number => (Value)new TextValue($"{number}"));
    private static readonly Gen<Value> Whatever = ValueGenerators.Object.Select(members => (Value)members);

    private static readonly Dictionary<string, Gen<Value>> Table = new(StringComparer.Ordinal)
    {
        ["li-text"] = Text,
        ["li-integer"] = Integer,
        ["li-boolean"] = Boolean,
        ["li-date"] = Day,
        ["li-datetime"] = Date,
        ["li-publish-date"] = Date,
        ["li-enum"] = Word,
        ["li-string-list"] = List(Text),
        ["li-numeric-list"] = List(Integer),
        ["li-color"] = Words("#1fc47a", "#FFF", "#12345678"),
        ["li-unique-id"] = Word,
        ["li-external-id"] = Word,
        ["li-slug"] = Word,
        ["li-user-needs"] = Words("engage", "update"),
        ["li-category"] = Members.All(("id", Id), ("path", Words("/sport", "/culture/film"))),
        ["li-routing"] = Members.All(("path", Words("/a", "/b/c"))),
        ["li-document-reference"] = Reference(),
        ["li-reference"] = Reference(),
        ["li-document-references"] = References(),
        ["li-reference-list"] = References(),
        ["li-bundled-documents"] = References(),
        ["li-image"] = Members.All(
            ("originalUrl", Words("https://example.com/a.jpg")), ("url", Words("https://example.com/a.jpg")), ("width", Constant(new IntegerValue(800))), ("height", Constant(new IntegerValue(600))),
            ("mimeType", Words("image/jpeg")), ("focalPoint", Members.All(("x", Constant(new DecimalValue(0.5m))), ("y", Constant(new DecimalValue(0.25m)))))),
        ["li-video-reference"] = Members.All(("$ref", Words("video")), ("reference", Members.All(("id", Id), ("posterImageId", Id)))),
        ["li-language"] = Members.All(("locale", Words("de", "en")), ("label", Text), ("groupId", Id)),
        ["li-metadata-translations"] = Members.All(("locale", Words("de", "en")), ("label", Text)),
        ["li-datetime-validity"] = Members.All(("from", Date), ("to", Constant(new TextValue("2030-01-01T00:00:00.000Z")))),
        ["li-estimated-time-of-completion"] = Members.All(("date", Date), ("precision", Words("date", "datetime"))),
        ["li-tree"] = List(Members.All(("id", Id), ("label", Text), ("type", Words("link")), ("href", Words("/a")), ("items", List(Members.All(("id", Id), ("label", Text), ("type", Words("group"))))))),
        ["li-task-v2"] = Members.All(("state", Words("requested", "accepted", "completed")), ("deadline", Date), ("priority", Words("high")), ("assignees", List(Gen.Choose(1, 9).Select(user => (Value)new IntegerValue(user))))),
        ["li-target-length"] = Members.All(("characters", Gen.Choose(1, 999).Select(count => (Value)new IntegerValue(count))), ("unit", Words("characters")), ("isChecked", Boolean)),
        ["li-dependencies"] = Members.All(("js", List(Members.All(("src", Words("https://example.com/a.js"))))), ("css", List(Members.All(("src", Words("https://example.com/a.css")))))),
        ["li-team"] = Members.All(("owner", Whatever)),
        ["li-system-text"] = Text,
        ["li-system-integer"] = Integer,
        ["li-system-priority"] = Integer,
        ["li-system-boolean"] = Boolean,
        ["li-system-date"] = Day,
        ["li-system-datetime"] = Date,
        ["li-system-enum"] = Word,
        ["li-system-target-length"] = Members.All(("characters", Gen.Choose(1, 999).Select(count => (Value)new IntegerValue(count)))),
        ["decimal"] = ValueGenerators.Number,
        ["any"] = ValueGenerators.Any.Where(value => value is not NullValue),
    };

    /// <summary>A value that a metadata property stores as it is.</summary>
    /// <exception cref="InvalidOperationException">The kind is new: it needs a line here.</exception>
    public static Gen<Value> Value(MetadataPlugin plugin) =>
        Table.GetValueOrDefault(plugin.Name) ?? throw new InvalidOperationException($"no values are generated for metadata of kind '{plugin.Name}'");

    /// <summary>A property of a kind with what a design can configure of it; the rules that its configuration makes hold for publications only.</summary>
    public static Gen<MetadataProperty> Property(MetadataPlugin plugin) =>
        from indexed in Gen.Elements(true, false)
        from configuration in Gen.Elements(
            ObjectValue.Empty,
            ObjectValue.Empty.With("required", new BooleanValue(true)).With("requiredErrorMessage", new TextValue("Please")),
            ObjectValue.Empty.With("ui", ObjectValue.Empty.With("label", new TextValue(plugin.Name))))
        select new MetadataProperty(plugin.Name[(plugin.Name.IndexOf('-', StringComparison.Ordinal) + 1)..], plugin, indexed || plugin.IsUnique, plugin.IsUnique ? configuration.With("uniquenessScope", new TextValue("scope")) : configuration);

    private static Gen<Value> Reference() => Members.All(("$ref", Words("document")), ("reference", Members.All(("id", Id))));

    private static Gen<Value> References() => Members.All(("$ref", Words("documents")), ("references", List(Members.All(("id", Id)))));

    private static Gen<Value> List(Gen<Value> item) => Gen.ListOf(item, 2).Select(items => (Value)new ListValue([.. items]));

    private static Gen<Value> Words(params string[] words) => Gen.Elements(words.Select(word => (Value)new TextValue(word)).ToArray());

    private static Gen<Value> Constant(Value value) => Gen.Constant(value);
}
