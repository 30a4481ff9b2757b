using System.Globalization;
using DocScript.Documents;
using DocScript.Documents.Changes;
using DocScript.Documents.Components;
using DocScript.Documents.Designs;
using DocScript.Documents.Values;
using DocScript.Engine;
using DocScript.Engine.Storage;
using DocScript.Storage.Sqlite;

namespace DocScript.Benchmarks;

/// <summary>A store of many small documents, each with a value of its own in a metadata property that the design marks as indexed.</summary>
internal static class IndexedStore
{
    public const string Property = "number";

    private const int InTransaction = 5_000;

    private static readonly RandomIds Ids = new();

    public static string ValueOf(int document) => string.Create(CultureInfo.InvariantCulture, $"number {document}");

    /// <summary>Gives an empty store the design and the documents with the ids from 1.</summary>
    public static async Task FillAsync(SqliteStore store, int documents)
    {
        var instant = TimeProvider.System.GetUtcNow();
        await CommitAsync(store, instant, [DesignDocument.Set(null, Indexing(), instant)!]);
        for (var first = 1; first <= documents; first += InTransaction)
            await CommitAsync(store, instant, [.. Enumerable.Range(first, Math.Min(InTransaction, documents - first + 1)).Select(number => Created(number, instant))]);
    }

    private static DocumentChanges Created(int number, DateTimeOffset instant)
    {
        var header = new Header { Id = number, Key = number.ToString(CultureInfo.InvariantCulture), ContentType = "article" };
        var created = new Created(new Document(header, $"Article {number}", ObjectValue.Empty.With(Property, new TextValue(ValueOf(number))), ComponentTree.Empty));
        return new DocumentChanges(0, [created], Document.Commit(null, [created], instant));
    }

    private static Design Indexing()
    {
        var property = new MetadataProperty(Property, MetadataPlugins.Of("li-text"), Indexed: true, ObjectValue.Empty);
        var type = new ContentType("article", "article", null, new Dictionary<string, MetadataProperty>(StringComparer.Ordinal) { [Property] = property });
        return Design.BuiltIn with { ContentTypes = new Dictionary<string, ContentType>(StringComparer.Ordinal) { [type.Handle] = type } };
    }

    private static async Task CommitAsync(SqliteStore store, DateTimeOffset instant, DocumentChanges[] documents)
    {
        var committed = await store.CommitAsync(new Transaction
        {
            Id = Ids.Transaction(instant),
            Actor = "benchmark",
            Instant = instant,
            Script = "# made for a benchmark",
            ReadAt = 0,
            Reads = ReadSet.Empty,
            Documents = [.. documents],
        });
        if (committed is not Committed) throw new InvalidOperationException($"not committed: {committed}");
    }
}
