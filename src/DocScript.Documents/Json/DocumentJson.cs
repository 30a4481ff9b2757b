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
    public static Document Read(JsonElement element) => Read(element, ReadTree);

    /// <summary>Reads what a store wrote and knows to be whole: its components are read when they are asked for the first time (<see cref="ComponentTree"/>).</summary>
    /// <exception cref="FormatException">Not such a document, or of a newer format. Components that are none are an <see cref="InvalidOperationException"/>, later.</exception>
    /// <param name="json">The bytes that <paramref name="element"/> was parsed from; the document keeps them until its components are read.</param>
    public static Document ReadStored(JsonElement element, byte[] json) => Read(element, document => ReadTreeLater(document, json));

    private static Document Read(JsonElement element, Func<JsonElement, ComponentTree> readTree)
    {
        var format = element.GetInteger("format");
        if (format is < 1 or > FormatVersion) throw new FormatException(FormattableString.Invariant($"document format {format} is newer than this build, which knows {FormatVersion}"));
        return new(ReadHeader(element.Get("header")), element.GetText("title"), element.Members("metadata"), readTree(element))
        {
            Extra = element.Members("extra"),
        };
    }

    /// <summary>Writes only the header.</summary>
    public static void WriteHeader(Utf8JsonWriter writer, Header header)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", header.Id);
        writer.WriteString("key", header.Key);
        writer.WriteString("type", header.ContentType);
        writer.WriteNumber("version", header.Version);
        writer.WriteNumber("sequence", header.Sequence);
        if (header.Publication is { } publication) writer.WriteNumber("publication", publication);
        if (header.Unchanged) writer.WriteBoolean("unchanged", true);
        writer.WriteString("created", DateValue.ToIso(header.Created));
        writer.WriteString("updated", DateValue.ToIso(header.Updated));
        writer.WriteString("committed", DateValue.ToIso(header.Committed));
        PublishControlJson.Write(writer, header);
        CheckoutJson.Write(writer, header);
        if (header.Deleted) writer.WriteBoolean("deleted", true);
        if (header.Purged) writer.WriteBoolean("purged", true);
        writer.WriteEndObject();
    }

    /// <summary>Reads only the header.</summary>
    /// <exception cref="FormatException">Not such a header.</exception>
    public static Header ReadHeader(JsonElement element) => new()
    {
        Id = element.GetInteger("id"),
        Key = element.GetText("key"),
        ContentType = element.GetText("type"),
        Version = element.GetCount("version"),
        Sequence = element.GetInteger("sequence"),
        Publication = element.FindInteger("publication"),
        Unchanged = element.IsTrue("unchanged"),
        Created = element.GetInstant("created"),
        Updated = element.GetInstant("updated"),
        Committed = element.GetInstant("committed"),
        PublishAt = element.FindInstant("publishAt"),
        UnpublishAt = element.FindInstant("unpublishAt"),
        Embargo = PublishControlJson.FindEmbargo(element, "embargo"),
        Checkout = CheckoutJson.Find(element, "checkout"),
        LastVersion = element.FindCount("lastVersion"),
        NamedVersions = element.FindCount("namedVersions"),
        Deleted = element.IsTrue("deleted"),
        Purged = element.IsTrue("purged"),
    };

    private static ComponentTree ReadTreeLater(JsonElement element, byte[] json)
    {
        if (element.Find("content") is not { } content) return ComponentTree.Empty;
        var components = JsonMarshal.GetRawUtf8Value(content);
        if (!json.AsSpan().Overlaps(components, out var start)) throw new ArgumentException("not what the element was parsed from", nameof(json));
        return ComponentTree.Later(new ArraySegment<byte>(json, start, components.Length), ReadStoredTree);
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
