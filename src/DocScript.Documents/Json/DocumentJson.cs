using System.Runtime.InteropServices;
using System.Text.Json;
using DocScript.Documents.Components;
using DocScript.Documents.Values;

namespace DocScript.Documents.Json;

/// <summary>A whole stored document (header and content) as JSON: snapshots and publications.</summary>
public static class DocumentJson
{
    /// <summary>The version that is written; every version ever written is read for ever.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes header and content.</summary>
    public static void Write(Utf8JsonWriter writer, Document document)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", FormatVersion);
        writer.WritePropertyName("header");
        WriteHeader(writer, document.Header);
        writer.WriteString("title", document.Title);
        writer.WritePropertyName("metadata");
        ValueJson.Write(writer, document.Metadata);
        writer.WritePropertyName("content");
        ComponentJson.WriteAll(writer, document.Components, designName: null);
        if (document.Extra.Count > 0)
        {
            writer.WritePropertyName("extra");
            ValueJson.Write(writer, document.Extra);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">Not such a document, or of a newer format.</exception>
    public static Document Read(JsonElement element)
    {
        EnsureKnown(element);
        return new(ReadHeader(element.Get("header")), element.GetText("title"), element.Members("metadata"), ReadTree(element)) { Extra = element.Members("extra") };
    }

    /// <summary>Reads what a store wrote and knows to be whole: its components are read when they are asked for the first time (<see cref="ComponentTree"/>).</summary>
    /// <exception cref="FormatException">Not such a document, or of a newer format. Components that are none are an <see cref="InvalidOperationException"/>, later.</exception>
    /// <param name="json">The bytes that <paramref name="element"/> was parsed from; the document keeps them until its components are read.</param>
    /// <param name="names">The names that it shares with others.</param>
    /// <param name="header">Its header where another holds instead of the one that is written there, which is not read then.</param>
    public static Document ReadStored(JsonElement element, ArraySegment<byte> json, SharedNames names, Header? header = null)
    {
        EnsureKnown(element);
        return new(header ?? ReadHeader(element.Get("header"), names), element.GetText("title"), element.Members("metadata", names), ReadTreeLater(element, json))
        {
            Extra = element.Members("extra", names),
        };
    }

    /// <summary>Writes only the header.</summary>
    public static void WriteHeader(Utf8JsonWriter writer, Header header)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, header.Id);
        writer.WriteString("key"u8, header.Key);
        writer.WriteString("type"u8, header.ContentType);
        writer.WriteNumber("version"u8, header.Version);
        writer.WriteNumber("sequence"u8, header.Sequence);
        if (header.Publication is { } publication) writer.WriteNumber("publication"u8, publication);
        if (header.Unchanged) writer.WriteBoolean("unchanged"u8, true);
        Span<byte> iso = stackalloc byte[DateValue.LongestIso];
        writer.WriteString("created"u8, DateValue.ToIso(header.Created, iso));
        writer.WriteString("updated"u8, DateValue.ToIso(header.Updated, iso));
        writer.WriteString("committed"u8, DateValue.ToIso(header.Committed, iso));
        PublishControlJson.Write(writer, header);
        CheckoutJson.Write(writer, header);
        if (header.Deleted) writer.WriteBoolean("deleted", true);
        if (header.Purged) writer.WriteBoolean("purged", true);
        writer.WriteEndObject();
    }

    /// <summary>Reads only the header.</summary>
    /// <exception cref="FormatException">Not such a header.</exception>
    public static Header ReadHeader(JsonElement element) => ReadHeader(element, null);

    /// <summary>Reads only the header, with the names that it shares with others.</summary>
    /// <exception cref="FormatException">Not such a header.</exception>
    public static Header ReadHeader(JsonElement element, SharedNames? names)
    {
        var fields = new FieldsInOrder(element);
        return new()
        {
            Id = fields.Get("id").Integer("id"),
            Key = fields.Get("key").Text("key"),
            ContentType = fields.Get("type") is var type && names is not null ? names.Text(type, "type") : type.Text("type"),
            Version = fields.Get("version").Count("version"),
            Sequence = fields.Get("sequence").Integer("sequence"),
            Publication = fields.Find("publication")?.Integer("publication"),
            Unchanged = fields.Find("unchanged")?.Boolean("unchanged") ?? false,
            Created = fields.Get("created").Instant("created"),
            Updated = fields.Get("updated").Instant("updated"),
            Committed = fields.Get("committed").Instant("committed"),
            PublishAt = fields.Find("publishAt")?.Instant("publishAt"),
            UnpublishAt = fields.Find("unpublishAt")?.Instant("unpublishAt"),
            Embargo = fields.Find("embargo") is { } embargo ? PublishControlJson.ReadEmbargoOf(embargo) : null,
            Checkout = fields.Find("checkout") is { } checkout ? CheckoutJson.ReadCheckoutOf(checkout) : null,
            LastVersion = fields.Find("lastVersion")?.Count("lastVersion") ?? 0,
            NamedVersions = fields.Find("namedVersions")?.Count("namedVersions") ?? 0,
            Deleted = fields.Find("deleted")?.Boolean("deleted") ?? false,
            Purged = fields.Find("purged")?.Boolean("purged") ?? false,
        };
    }

    private static void EnsureKnown(JsonElement element)
    {
        var format = element.GetInteger("format");
        if (format is < 1 or > FormatVersion) throw new FormatException(FormattableString.Invariant($"document format {format} is newer than this build, which knows {FormatVersion}"));
    }

    private static ComponentTree ReadTreeLater(JsonElement element, ArraySegment<byte> json)
    {
        if (element.Find("content") is not { } content) return ComponentTree.Empty;
        var components = JsonMarshal.GetRawUtf8Value(content);
        if (!json.AsSpan().Overlaps(components, out var start)) throw new ArgumentException("not what the element was parsed from", nameof(json));
        return ComponentTree.Later(json.Slice(start, components.Length), ReadStoredTree);
    }

    private static ComponentTree ReadStoredTree(ArraySegment<byte> json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json.AsMemory(), ValueJson.ReadOptions);
            return ReadTree(JsonFields.ItemsOf(parsed.RootElement, "content"));
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException(wrong.Message, wrong);
        }
    }

    private static ComponentTree ReadTree(JsonElement element) => ReadTree(element.Items("content"));

    private static ComponentTree ReadTree(JsonElement.ArrayEnumerator components)
    {
        try
        {
            return ComponentTree.Of(components.Select(ComponentJson.Read));
        }
        catch (InvalidOperationException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }
}
