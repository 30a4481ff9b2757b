using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>The properties of a document that a script can name (language.md section 3), one line each.</summary>
internal static class Properties
{
    private static readonly Dictionary<string, Func<Design, Document, DateTimeOffset, Value>> Table = new(StringComparer.Ordinal)
    {
        ["id"] = (_, document, _) => new IntegerValue(document.Id),
        ["key"] = (_, document, _) => new TextValue(document.Header.Key),
        ["type"] = (_, document, _) => new TextValue(document.Header.ContentType),
        ["title"] = (design, document, _) => new TextValue(DisplayTitle.Of(design, document)),
        ["meta"] = (_, document, _) => new MetadataReference(document.Id),
        ["version"] = (_, document, _) => new IntegerValue(document.Header.Version),
        ["published"] = (_, document, _) => new BooleanValue(document.Header.Publication is not null),
        ["unpublished"] = (_, document, _) => new BooleanValue(document.Header.Publication is null),
        ["unchanged"] = (_, document, _) => new BooleanValue(document.Header.Unchanged),
        ["checkedOut"] = (_, document, _) => new BooleanValue(document.Header.Checkout is not null),
        ["checkedOutBy"] = (_, document, _) => document.Header.Checkout is { } checkout ? new TextValue(checkout.Actor) : Value.Null,
        ["embargoed"] = (_, document, now) => new BooleanValue(document.Header.Embargo?.Holds(now) == true),
        ["created"] = (_, document, _) => new DateValue(document.Header.Created),
        ["updated"] = (_, document, _) => new DateValue(document.Header.Updated),
    };

    /// <summary>Names that read as something without a document.</summary>
    public static readonly string[] WithoutDocument = ["user", "inserted"];

    /// <summary>The names of the properties.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    public static bool Exists(string name) => Table.ContainsKey(name);

    /// <summary>The value at the run's instant, or null (the C# one) where there is no such property; the design says how the title is read.</summary>
    public static Value? Of(Design design, Document document, string name, DateTimeOffset now) =>
        Table.TryGetValue(name, out var property) ? property(design, document, now) : null;
}
