using System.Text;
using System.Text.Json;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Json;

namespace DocScript.Testing.Storage;

/// <summary>Documents and changes as the JSON that stores keep: byte for byte equal where they are equal, and readable where a test fails.</summary>
public static class StoredForm
{
    /// <summary>A whole document.</summary>
    public static string Of(Document document) => Write(writer => DocumentJson.Write(writer, document));

    /// <summary>Changes in order.</summary>
    public static string Of(IReadOnlyList<Change> changes) => Write(writer => ChangeJson.Write(writer, changes));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ValueJson.WriteOptions)) write(writer);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
