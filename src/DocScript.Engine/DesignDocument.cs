using System.Buffers;
using System.Text.Json;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine.Storage;

namespace DocScript.Engine;

/// <summary>The design as a system document (contracts/model.md): stored, versioned and read in the same transactions as every other document.</summary>
public static class DesignDocument
{
    private static readonly SystemDocument Stored = new(SystemDocuments.Design, "$design", MetadataPath.Of("design"));

    /// <summary>The design that a reader sees, or the built-in one where the store has none. It is parsed anew at each call; callers that ask often keep it by the document's sequence.</summary>
    /// <exception cref="FormatException">The stored design is damaged or of a newer format.</exception>
    public static Design Of(IStoreReader reader) => reader.Load(SystemDocuments.Design) is { } document ? Of(document) : Design.BuiltIn;

    /// <summary>The design in its document; of a tombstone (the import that brought it was undone) the built-in one.</summary>
    /// <exception cref="FormatException">It holds none, or a damaged one.</exception>
    public static Design Of(Document document)
    {
        if (document.Header.Deleted) return Design.BuiltIn;
        var value = Stored.Find(document) ?? throw new FormatException("the design document holds no design");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.Writer)) ValueJson.Write(writer, value);
        using var json = JsonDocument.Parse(buffer.WrittenMemory, JsonLimits.Reader);
        return DesignJson.Read(json.RootElement);
    }

    /// <summary>The changes that give a store this design.</summary>
    /// <param name="before">The design document as it is, or null where the store never had one.</param>
    /// <param name="design">The new design.</param>
    /// <param name="instant">The transaction's instant.</param>
    /// <returns>The changes, or null when the store has exactly this design already.</returns>
    public static DocumentChanges? Set(Document? before, Design design, DateTimeOffset instant) => Stored.Set(before, ValueOf(design), instant);

    private static Value ValueOf(Design design)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonLimits.Writer)) DesignJson.Write(writer, design);
        using var json = JsonDocument.Parse(buffer.WrittenMemory, JsonLimits.Reader);
        return ValueJson.Read(json.RootElement);
    }
}
