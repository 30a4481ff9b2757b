using DocScript.Documents.Designs;
using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>The properties of a document that a script can name (language.md section 3), one line each.</summary>
internal static class Properties
{
    private static readonly Dictionary<string, Func<Document, DateTimeOffset, Value>> Table = new(StringComparer.Ordinal)
    {
        ["id"] = (document, _) => new IntegerValue(document.Id),
        ["key"] = (document, _) => new TextValue(document.Header.Key),
        ["type"] = (document, _) => new TextValue(document.Header.ContentType),
        ["title"] = (document, _) => new TextValue(document.Title),
        ["meta"] = (document, _) => new MetadataReference(document.Id),
        ["version"] = (document, _) => new IntegerValue(document.Header.Version),
        ["published"] = (document, _) => new BooleanValue(document.Header.Publication is not null),
        ["unpublished"] = (document, _) => new BooleanValue(document.Header.Publication is null),
        ["unchanged"] = (document, _) => new BooleanValue(document.Header.Unchanged),
        ["checkedOut"] = (document, _) => new BooleanValue(document.Header.Checkout is not null),
        ["checkedOutBy"] = (document, _) => document.Header.Checkout is { } checkout ? new TextValue(checkout.Actor) : Value.Null,
        ["embargoed"] = (document, now) => new BooleanValue(document.Header.Embargo?.Holds(now) == true),
        ["created"] = (document, _) => new DateValue(document.Header.Created),
        ["updated"] = (document, _) => new DateValue(document.Header.Updated),
    };

    /// <summary>Names that read as something without a document.</summary>
    public static readonly string[] WithoutDocument = ["user", "inserted"];

    /// <summary>The names of the properties.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    public static bool Exists(string name) => Table.ContainsKey(name);

    /// <summary>The value at the run's instant, or null (the C# one) where there is no such property; the design says how the title is read.</summary>
    public static Value? Of(Design design, Document document, string name, DateTimeOffset now) => name switch
    {
        "title" => new TextValue(DisplayTitle.Of(design, document)),
        _ => Table.TryGetValue(name, out var property) ? property(document, now) : null,
    };
}
