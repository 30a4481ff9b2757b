using DocScript.Documents.Values;

namespace DocScript.Engine.Evaluation;

/// <summary>The properties of a document that a script can name (language.md section 3), one line each.</summary>
internal static class Properties
{
    private static readonly Dictionary<string, Func<Document, Value>> Table = new(StringComparer.Ordinal)
    {
        ["id"] = document => new IntegerValue(document.Id),
        ["key"] = document => new TextValue(document.Header.Key),
        ["type"] = document => new TextValue(document.Header.ContentType),
        ["title"] = document => new TextValue(document.Title),
        ["meta"] = document => new MetadataReference(document.Id),
        ["version"] = document => new IntegerValue(document.Header.Version),
        ["published"] = document => new BooleanValue(document.Header.Publication is not null),
        ["unpublished"] = document => new BooleanValue(document.Header.Publication is null),
        ["unchanged"] = document => new BooleanValue(document.Header.Unchanged),
        ["checkedOut"] = _ => new BooleanValue(false),
        ["checkedOutBy"] = _ => Value.Null,
        ["embargoed"] = _ => new BooleanValue(false),
        ["created"] = document => new DateValue(document.Header.Created),
        ["updated"] = document => new DateValue(document.Header.Updated),
    };

    /// <summary>Names that read as something without a document.</summary>
    public static readonly string[] WithoutDocument = ["user", "inserted"];

    /// <summary>The names of the properties.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    public static bool Exists(string name) => Table.ContainsKey(name);

    public static Value? Of(Document document, string name) => Table.TryGetValue(name, out var property) ? property(document) : null;
}
