using System.Collections.ObjectModel;
using DocScript.Documents.Values;
using static DocScript.Documents.Designs.Shape;

namespace DocScript.Documents.Designs;

/// <summary>The kinds of metadata (contracts/livingdocs.md 2.4), each a line: its name, what it stores, what it accepts.</summary>
public static class MetadataPlugins
{
    /// <summary>The types of the items of a tree.</summary>
    internal static IReadOnlyList<string> TreeTypes { get; } = ["group", "link", "document", "multilang"];

    /// <summary>Takes any value: the kind of what nobody knows.</summary>
    public static MetadataPlugin Any { get; } = new("any", "any value", Shape.Any);

    private static readonly Func<Value, bool> Image = Both(
        HasOneOf("url", "originalUrl", "mediaId"),
        Object(
            ("originalUrl", Text), ("url", Text), ("mediaId", Text), ("height", Number), ("width", Number), ("mimeType", Text), ("imageService", Text),
            ("crops", ListOf(AnyObject)), ("focalPoint", Object(("x!", Number), ("y!", Number)))));

    private static readonly Func<Value, bool> Reference = Object(("$ref!", OneOf("document")), ("reference!", Object(("id!", Id))));

    private static readonly Func<Value, bool> References = Object(("$ref!", OneOf("documents")), ("references!", ListOf(Object(("id!", Id)))));

    private static readonly Func<Value, bool> Dependency = Object(
        ("src", Text), ("code", Text), ("inline", Boolean), ("library", Text), ("namespace", Text), ("componentIds", ListOf(Text)));

    private static readonly Func<Value, bool> Dependencies = Object(("js", ListOf(Dependency)), ("css", ListOf(Dependency)));

    // A day or instant, or a span of them that may be open on one side.
    private static readonly Func<Value, bool> Estimate = Either(
        Object(("date!", Date), ("precision", OneOf("date", "datetime"))),
        Both(HasOneOf("after", "before"), Object(("after", Date), ("before", Date), ("precision", OneOf("date", "datetime")))));

    private static readonly Func<Value, bool> TaskStep = Object(("date", Date), ("user", Integer));

    private static readonly Func<Value, bool> Task = Object(
        ("state!", OneOf("requested", "accepted", "completed")), ("deadline", Date), ("priority", Text), ("requested", TaskStep), ("accepted", TaskStep), ("completed", TaskStep),
        ("assignees", ListOf(Integer)), ("mode", Text), ("data", AnyObject));

    private static readonly Func<Value, bool> TargetLength = Object(("characters", Integer), ("unit", Text), ("isChecked", Boolean));

    private static readonly MetadataCheck[] OfText = [MetadataChecks.Length, MetadataChecks.OneLine, MetadataChecks.Options];

    private static readonly MetadataCheck[] OfInteger = [MetadataChecks.Range, MetadataChecks.IntegerOptions];

    private static readonly MetadataCheck[] OfReferences = [MetadataChecks.References];

    private static readonly MetadataCheck[] OfOptions = [MetadataChecks.Options];

    private static readonly MetadataPlugin[] Table =
    [
        new("li-text", "text", Text) { Checks = OfText },
        new("li-integer", "an integer", Integer) { Checks = OfInteger },
        new("li-boolean", "a boolean", Boolean),
        new("li-date", "a date (ISO 8601)", Date, IsDate: true),
        new("li-datetime", "a date (ISO 8601)", Date, IsDate: true),
        new("li-publish-date", "a date (ISO 8601)", Date, IsDate: true),
        new("li-enum", "text", Text) { Checks = OfOptions },
        new("li-string-list", "a list of texts", ListOf(Text)) { Checks = OfOptions },
        new("li-numeric-list", "a list of integers", ListOf(Integer)) { Checks = [MetadataChecks.Items] },
        new("li-color", "a color such as \"#1fc47a\"", Color),
        new("li-unique-id", "text", Text) { Checks = [MetadataChecks.Pattern], IsUnique = true },
        new("li-external-id", "text", Text),
        new("li-slug", "text", Text),
        new("li-user-needs", "text", Text) { Checks = [MetadataChecks.UserNeeds] },
        new("li-category", "an object {id, path}", Object(("id!", Id), ("path", Text))),
        new("li-routing", "an object {path}", Object(("path!", Text))),
        new("li-document-reference", "an object {$ref: 'document', reference: {id}}", Reference) { RefersToDocuments = true },
        new("li-reference", "an object {$ref: 'document', reference: {id}}", Reference) { RefersToDocuments = true },
        new("li-document-references", "an object {$ref: 'documents', references: [{id}]}", References) { RefersToDocuments = true, Checks = OfReferences },
        new("li-reference-list", "an object {$ref: 'documents', references: [{id}]}", References) { RefersToDocuments = true, Checks = OfReferences },
        new("li-bundled-documents", "an object {$ref: 'documents', references: [{id}]}", References) { IsSystem = true, RefersToDocuments = true, Checks = OfReferences },
        new("li-image", "an image object {url, width, height, …}", Image) { Addresses = HeldAddresses.OfMedia },
        new("li-video-reference", "an object {$ref: 'video', reference: {id}}", Object(("$ref!", OneOf("video")), ("reference!", Object(("id!", Id), ("posterImageId", Id))))),
        new("li-language", "an object {locale, label, groupId}", Object(("locale!", Text), ("label", Text), ("groupId", Id))),
        new("li-metadata-translations", "an object {locale, label}", Object(("locale!", Text), ("label", Text))),
        new("li-datetime-validity", "an object {from, to} of dates", Object(("from", Date), ("to", Date))),
        new("li-estimated-time-of-completion", "an object {date, precision}", Estimate) { IsSystem = true },
        new("li-tree", "a list of items {id, label, type, …}", Tree) { Checks = [MetadataChecks.TreeDepth, MetadataChecks.TreeTypes], Addresses = HeldAddresses.OfTree },
        new("li-task-v2", "an object {state, deadline, …}", Task),
        new("li-target-length", "an object {characters, unit, isChecked}", TargetLength),
        new("li-dependencies", "an object {js, css} of lists", Dependencies),
        new("li-team", "an object {owner, activeUsers, inactiveUsers}", Object(("owner", Shape.Any), ("activeUsers", Shape.Any), ("inactiveUsers", Shape.Any))) { IsSystem = true },
        new("li-system-text", "text", Text) { IsSystem = true, Checks = OfText },
        new("li-system-integer", "an integer", Integer) { IsSystem = true, Checks = OfInteger },
        new("li-system-priority", "an integer", Integer) { IsSystem = true },
        new("li-system-boolean", "a boolean", Boolean) { IsSystem = true },
        new("li-system-date", "a date (ISO 8601)", Date, IsDate: true) { IsSystem = true },
        new("li-system-datetime", "a date (ISO 8601)", Date, IsDate: true) { IsSystem = true },
        new("li-system-enum", "text", Text) { IsSystem = true, Checks = OfOptions },
        new("li-system-target-length", "an object {characters, unit, isChecked}", TargetLength) { IsSystem = true },
        new("decimal", "a number", Number) { Checks = [MetadataChecks.Range] },
        Any,
    ];

    private static readonly string[] SystemNames =
    [
        "li-team", "li-push-messages", "li-document-soft-lock", "li-manual-document-status", "li-moderated-collab", "li-bundled-documents",
        "li-buy-in", "li-exposure-boost", "li-estimated-time-of-completion",
    ];

    private static readonly string[] SystemFamilies = ["li-system-", "li-distribution-", "li-kordiam-"];

    /// <summary>All kinds by name.</summary>
    public static IReadOnlyDictionary<string, MetadataPlugin> All { get; } =
        new ReadOnlyDictionary<string, MetadataPlugin>(Table.ToDictionary(plugin => plugin.Name, StringComparer.Ordinal));

    /// <summary>The kind of a name, also of a short one (<c>text</c> for <c>li-text</c>); one that nobody knows, such as a customer's own, takes any value.</summary>
    public static MetadataPlugin Of(string name) => All.GetValueOrDefault(name) ?? All.GetValueOrDefault($"li-{name}") ?? Any with { Name = name, IsSystem = IsSystem(name) };

    private static bool IsSystem(string name) =>
        SystemNames.Contains(name, StringComparer.Ordinal) || SystemFamilies.Any(family => name.StartsWith(family, StringComparison.Ordinal));

    private static bool Tree(Value value) => Items(value);

    private static readonly Func<Value, bool> Linked = Object(("id!", Id), ("externalSystem", Text), ("directiveId", Text));

    // Every item has a label, one in several languages a label each.
    private static readonly Func<Value, bool> Items = ListOf(Either(
        Object(("id!", Id), ("label!", Text), ("type!", OneOf("group", "link", "document")), ("href", Text), ("reference", Linked), ("items", Tree)),
        Object(
            ("id!", Id), ("label", Text), ("type!", OneOf("multilang")), ("href", Text), ("reference", Linked), ("items", Tree),
            ("translations", MapOf(Object(("label", Text), ("href", Text), ("reference", Linked), ("type", OneOf("group", "link", "document"))))))));
}
