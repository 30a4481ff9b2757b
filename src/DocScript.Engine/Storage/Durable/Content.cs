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
    public static Document ReadDocument(byte[] bytes) => Read(bytes, json => DocumentJson.ReadStored(json, bytes));

    public static Header ReadHeader(byte[] bytes) => Read(bytes, DocumentJson.ReadHeader);

    public static ImmutableArray<Change> ReadChanges(byte[] bytes) => [.. Read(bytes, json => ChangeJson.ReadStored(json, bytes))];

    private static T Read<T>(byte[] bytes, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, ValueJson.ReadOptions);
            return read(json.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException(error.Message, error);
        }
    }
}
