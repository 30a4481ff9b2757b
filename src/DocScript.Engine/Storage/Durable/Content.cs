using System.Collections.Immutable;
using System.Text.Json;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;

namespace DocScript.Engine.Storage.Durable;

/// <summary>Documents, headers and changes as the bytes that are stored, and back.</summary>
internal static class Content
{
    public static byte[] Of(Document document) => new ContentWriter().Write(document, DocumentJson.Write);

    public static byte[] Of(Header header, ContentWriter? writer = null) => (writer ?? new()).Write(header, DocumentJson.WriteHeader);

    public static byte[] Of(ImmutableArray<Change> changes, ContentWriter? writer = null) => (writer ?? new()).Write<IReadOnlyList<Change>>(changes, ChangeJson.Write);

    /// <exception cref="FormatException">Written in a form that is not known here; so do the others.</exception>
    public static Document ReadDocument(ArraySegment<byte> bytes, SharedNames names) => Read(bytes, names, (json, bytes, names) => DocumentJson.ReadStored(json, bytes, names));

    public static Header ReadHeader(ArraySegment<byte> bytes, SharedNames names) => Read(bytes, names, (json, _, names) => DocumentJson.ReadHeader(json, names));

    public static ImmutableArray<Change> ReadChanges(ArraySegment<byte> bytes, SharedNames names) => [.. Read(bytes, names, ChangeJson.ReadStored)];

    /// <summary>The document that its first changes make, with a header.</summary>
    /// <exception cref="InvalidOperationException">They don't make a document.</exception>
    public static Document ReadMade(ArraySegment<byte> bytes, (SharedNames Names, Header Header) with) => Read(bytes, with, (json, bytes, with) => ChangeJson.ReadMade(json, bytes, with.Names, with.Header));

    private static TResult Read<TWith, TResult>(ArraySegment<byte> bytes, TWith with, Func<JsonElement, ArraySegment<byte>, TWith, TResult> read)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(), ValueJson.ReadOptions);
            return read(json.RootElement, bytes, with);
        }
        catch (JsonException error)
        {
            throw new FormatException(error.Message, error);
        }
    }
}
