using System.Text.Json;
using DocScript.Documents.Changes;

namespace DocScript.Documents.Json;

/// <summary>Changes as JSON, each with its format version; every version ever written is read for ever.</summary>
public static class ChangeJson
{
    /// <summary>The version that is written.</summary>
    public const int FormatVersion = 1;

    private static readonly Dictionary<string, Func<JsonElement, Change>> Readers = new(StringComparer.Ordinal)
    {
        ["purged"] = _ => new Purged(),
        ["titleSet"] = json => new TitleSet(json.GetText("was"), json.GetText("value")),
        ["metadataSet"] = json => new MetadataSet(ChangeFields.ReadPath(json), ChangeFields.ReadValue(json, "was"), ChangeFields.ReadValue(json, "value"))
        {
            IsSystem = json.IsTrue("system"),
        },
        ["directiveSet"] = json => new DirectiveSet(
            json.GetText("component"), json.GetText("directive"), ChangeFields.ReadValue(json, "was"), ChangeFields.ReadValue(json, "value")),
        ["styleSet"] = json => new StyleSet(
            json.GetText("component"), json.FindText("directive"), json.GetText("property"), ChangeFields.ReadValue(json, "was"), ChangeFields.ReadValue(json, "value")),
        ["conditionSet"] = json => new ConditionSet(
            json.GetText("component"), json.GetText("name"), ChangeFields.ReadValue(json, "was"), ChangeFields.ReadValue(json, "value")),
        ["componentInserted"] = json => new ComponentInserted(ChangeFields.ReadLocation(json.Get("at")), ComponentJson.Read(json.Get("subtree"))),
        ["componentRemoved"] = json => new ComponentRemoved(ChangeFields.ReadLocation(json.Get("at")), ComponentJson.Read(json.Get("subtree"))),
        ["componentMoved"] = json => new ComponentMoved(
            json.GetText("component"), ChangeFields.ReadLocation(json.Get("from")), ChangeFields.ReadLocation(json.Get("to"))),
        ["published"] = json => new Published(json.GetInteger("publication"), json.FindInteger("was"), json.IsTrue("wasUnchanged")),
        ["unpublished"] = json => new Unpublished(json.GetInteger("was"), json.IsTrue("wasUnchanged"), (int)json.GetInteger("version")),
        ["publicationRestored"] = json => new PublicationRestored(
            json.FindInteger("was"), json.IsTrue("wasUnchanged"), json.FindInteger("publication"), json.IsTrue("unchanged")),
        ["scheduleSet"] = PublishControlJson.ReadSchedule,
        ["embargoSet"] = PublishControlJson.ReadEmbargo,
        ["updatedKept"] = _ => new UpdatedKept(),
        ["checkoutSet"] = CheckoutJson.ReadCheckout,
        ["namedVersionSet"] = CheckoutJson.ReadNamedVersion,
    };

    private static readonly Dictionary<string, Func<Document, Change>> OfDocument = new(StringComparer.Ordinal)
    {
        ["created"] = document => new Created(document),
        ["deleted"] = document => new Deleted(document),
        ["restored"] = document => new Restored(document),
    };

    /// <summary>Writes the changes of one document as an array.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Change> changes)
    {
        writer.WriteStartArray();
        foreach (var change in changes) Write(writer, change);
        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="Write(Utf8JsonWriter, IReadOnlyList{Change})"/> wrote.</summary>
    /// <exception cref="FormatException">Not such an array, or of a newer format.</exception>
    public static IReadOnlyList<Change> Read(JsonElement element) => Read(element, DocumentJson.Read);

    /// <summary>Reads what a store wrote and knows to be whole, documents in it as <see cref="DocumentJson.ReadStored"/> does.</summary>
    /// <exception cref="FormatException">Not such an array, or of a newer format.</exception>
    public static IReadOnlyList<Change> ReadStored(JsonElement element, ArraySegment<byte> json, SharedNames names) => Read(element, document => DocumentJson.ReadStored(document, json, names));

    /// <summary>Reads the document that the first changes of a store's journal make, with the header that stands beside them; as a rule they only say what it is.</summary>
    /// <exception cref="FormatException">Not such changes, or of a newer format.</exception>
    /// <exception cref="InvalidOperationException">They don't make a document.</exception>
    public static Document ReadMade(JsonElement element, ArraySegment<byte> json, SharedNames names, Header header)
    {
        if (element is { ValueKind: JsonValueKind.Array } && element.GetArrayLength() == 1 && element[0] is var only && NameOf(only) == "created")
            return DocumentJson.ReadStored(only.Get("document"), json, names, header);
        return Document.Replay(null, ReadStored(element, json, names), header);
    }

    private static List<Change> Read(JsonElement element, Func<JsonElement, Document> readDocument)
    {
        var list = JsonFields.ItemsOf(element, "changes");
        var changes = new List<Change>(element.GetArrayLength());
        foreach (var item in list) changes.Add(ReadOne(item, readDocument));
        return changes;
    }

    private static Change ReadOne(JsonElement json, Func<JsonElement, Document> readDocument)
    {
        var name = NameOf(json);
        if (OfDocument.TryGetValue(name, out var change)) return change(readDocument(json.Get("document")));
        return Readers.TryGetValue(name, out var read) ? read(json) : throw new FormatException($"there is no kind of change '{name}'");
    }

    private static string NameOf(JsonElement json)
    {
        var format = json.GetInteger("v");
        if (format is < 1 or > FormatVersion) throw new FormatException(FormattableString.Invariant($"change format {format} is newer than this build, which knows {FormatVersion}"));
        return json.GetText("change");
    }

    private static void Write(Utf8JsonWriter writer, Change change)
    {
        writer.WriteStartObject();
        writer.WriteNumber("v", FormatVersion);
        switch (change)
        {
            case Created created: ChangeFields.WriteDocument(writer, "created", created.Initial); break;
            case Deleted deleted: ChangeFields.WriteDocument(writer, "deleted", deleted.Before); break;
            case Restored restored: ChangeFields.WriteDocument(writer, "restored", restored.Before); break;
            case Purged: writer.WriteString("change", "purged"); break;
            case TitleSet title:
                writer.WriteString("change", "titleSet");
                writer.WriteString("was", title.Was);
                writer.WriteString("value", title.Title);
                break;
            case MetadataSet metadata:
                writer.WriteString("change", "metadataSet");
                ChangeFields.WritePath(writer, metadata.Path);
                ChangeFields.WriteWasAndValue(writer, metadata.Was, metadata.Value);
                if (metadata.IsSystem) writer.WriteBoolean("system", true);
                break;
            case DirectiveSet directive: ChangeFields.WriteInComponent(writer, "directiveSet", directive, ("directive", directive.Directive)); break;
            case StyleSet style: ChangeFields.WriteInComponent(writer, "styleSet", style, ("directive", style.Directive), ("property", style.Property)); break;
            case ConditionSet condition: ChangeFields.WriteInComponent(writer, "conditionSet", condition, ("name", condition.Name)); break;
            case ComponentInserted inserted: ChangeFields.WriteSubtree(writer, "componentInserted", inserted.Location, inserted.Subtree); break;
            case ComponentRemoved removed: ChangeFields.WriteSubtree(writer, "componentRemoved", removed.Location, removed.Subtree); break;
            case ComponentMoved moved:
                writer.WriteString("change", "componentMoved");
                writer.WriteString("component", moved.Id);
                ChangeFields.WriteLocation(writer, "from", moved.From);
                ChangeFields.WriteLocation(writer, "to", moved.To);
                break;
            case Published published:
                writer.WriteString("change", "published");
                writer.WriteNumber("publication", published.Publication);
                ChangeFields.WriteFlagged(writer, "was", published.Was, "wasUnchanged", published.WasUnchanged);
                break;
            case Unpublished unpublished:
                writer.WriteString("change", "unpublished");
                ChangeFields.WriteFlagged(writer, "was", unpublished.Was, "wasUnchanged", unpublished.WasUnchanged);
                writer.WriteNumber("version", unpublished.Version);
                break;
            case PublicationRestored restored:
                writer.WriteString("change", "publicationRestored");
                ChangeFields.WriteFlagged(writer, "was", restored.Was, "wasUnchanged", restored.WasUnchanged);
                ChangeFields.WriteFlagged(writer, "publication", restored.Publication, "unchanged", restored.Unchanged);
                break;
            case ScheduleSet schedule: PublishControlJson.Write(writer, schedule); break;
            case EmbargoSet embargo: PublishControlJson.Write(writer, embargo); break;
            case UpdatedKept: writer.WriteString("change", "updatedKept"); break;
            case CheckoutSet checkout: CheckoutJson.Write(writer, checkout); break;
            case NamedVersionSet named: CheckoutJson.Write(writer, named); break;
            default: throw new InvalidOperationException($"there is no stored form of {change.GetType().Name}");
        }

        writer.WriteEndObject();
    }
}
