using System.Text.Json;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Json;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;

namespace DocScript.Testing.Cases;

/// <summary>What a case's store holds before any script ran: a design of its own, and a document with what only an import can bring, such as fixed components.</summary>
internal static class CaseStart
{
    /// <summary>Commits the sections <c>design</c> and <c>content</c>; the latter as an article of the next id.</summary>
    public static async Task CommitAsync(CaseFile file, IStore store, DateTimeOffset instant)
    {
        if (file.Text("design") is { } design)
        {
            using var json = JsonDocument.Parse(design);
            await CommitAsync(store, DesignDocument.Set(null, DesignJson.Read(json.RootElement), instant)!, instant, 1);
        }

        if (file.Text("content") is { } content)
        {
            using var json = JsonDocument.Parse(content);
            var id = await store.ReserveIdsAsync(IdKind.Document, 1);
            var header = new Header { Id = id, Key = "imported", ContentType = "article" };
            var document = new Document(header, "Imported", ObjectValue.Empty, ComponentTree.Of(json.RootElement.EnumerateArray().Select(ComponentJson.Read)));
            await CommitAsync(store, Made(document, instant), instant, 2);
        }
    }

    /// <summary>A document as an import makes it.</summary>
    public static DocumentChanges Made(Document document, DateTimeOffset instant)
    {
        Created[] changes = [new(document)];
        return new(0, [.. changes], Document.Commit(null, changes, instant));
    }

    /// <summary>Commits changes of one document, without asking any rule, as the transaction of a number.</summary>
    public static async Task CommitAsync(IStore store, DocumentChanges changes, DateTimeOffset instant, byte number)
    {
        using var reader = store.Read();
        var transaction = new Transaction
        {
            Id = new Guid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, number),
            Actor = "importer",
            Instant = instant,
            Script = "# import",
            ReadAt = reader.Position,
            Reads = ReadSet.Empty,
            Documents = [changes],
        };
        if (await store.CommitAsync(transaction) is not Committed) throw new FormatException("what the store is to hold at first can't be committed");
    }
}
