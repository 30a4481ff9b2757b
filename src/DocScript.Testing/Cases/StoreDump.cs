using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocScript.Documents.Json;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Cases;

/// <summary>All that can be seen of a store as text, so that two states can be compared to the byte.</summary>
public static class StoreDump
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>The journal, every document it names (tombstones and system documents included) with its publication, and the position.</summary>
    public static string Of(IStore store)
    {
        using var reader = store.Read();
        var entries = reader.Journal(0).ToList();
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{entry.Position} {entry.Transaction} {entry.Actor} {entry.Instant:O} {entry.Script} {entry.Parameters} {entry.Undoes}");
            foreach (var row in entry.Rows)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Document} {Written(writer => DocumentJson.WriteHeader(writer, row.Header))} {Written(writer => ChangeJson.Write(writer, row.Changes))}");
        }

        foreach (var id in entries.SelectMany(entry => entry.Rows).Select(row => row.Document).Distinct().Order())
        {
            var document = reader.Load(id) ?? throw new InvalidOperationException("the journal names a document that the store does not have");
            text.AppendLine(CultureInfo.InvariantCulture, $"{id} {Written(writer => DocumentJson.Write(writer, document))}");
            if (document.Header.Publication is { } current && reader.Publication(current) is { } publication)
                text.AppendLine(CultureInfo.InvariantCulture, $"{id} published as {publication.Id} {Written(writer => DocumentJson.Write(writer, publication.Content))}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"at {reader.Position}").ToString();
    }

    /// <summary>The ids given so far, for a run that must not draw any.</summary>
    public static string Ids(IStore store)
    {
        using var reader = store.Read();
        return string.Create(CultureInfo.InvariantCulture, $"documents {reader.LastId(IdKind.Document)}, publications {reader.LastId(IdKind.Publication)}");
    }

    internal static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Json)) write(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
