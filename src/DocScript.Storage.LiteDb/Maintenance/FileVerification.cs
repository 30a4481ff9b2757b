using System.Globalization;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Checks a store's file: that every row can be read, every hash, every document against its journal, and what is kept twice against each other.</summary>
/// <param name="reader">One whose cache holds nothing: what is checked is the file.</param>
internal sealed class FileVerification(Shelf shelf, LiteDbReader reader, CancellationToken cancellation)
{
    private readonly TableWalk _walk = new(shelf.Database, cancellation);
    private readonly StoredDocuments _documents = new(shelf.Tables, new DocumentCache(0), shelf.Database.Errors);
    private readonly Balance _rows = new();
    private readonly Balance _entries = new();
    private IndexedMetadata _indexed = IndexedMetadata.None;

    private Tables Tables => shelf.Tables;

    public IEnumerable<string> All()
    {
        var damaged = false;
        foreach (var name in Schema.All)
        {
            if (Try(() => _walk.Each(new Table(shelf.Database, name), _ => name).Count()) is not { } wrong) continue;
            damaged = true;
            yield return $"the collection '{name}': {wrong}";
        }

        // What rows say is of no use where they can't all be read.
        if (damaged) yield break;
        _indexed = shelf.Database.Ask(shelf.Indexed);
        // What was made after the reader's position it does not see.
        var documents = _walk.Each(Tables.Documents, row => (Id: row.Id.AsInt64, Born: row.Integer("born"))).Where(each => each.Born <= reader.Position).Select(each => each.Id);
        foreach (var wrong in Verification.Of(reader, documents, cancellation)) yield return wrong;
        var rows = _walk.Each(Tables.Documents, OfDocument)
            .Concat(_walk.Each(Tables.Publications, OfPublication))
            .Concat(_walk.Each(Tables.Transactions, OfTransaction))
            .Concat(_walk.Each(Tables.Results, row => Try(() => StoredResults.Read(row, _documents.Stored))))
            .Concat(OfJournal())
            .Concat(_walk.Each(Tables.Index, OfIndex));
        foreach (var wrong in rows.OfType<string>()) yield return wrong;
        if (_rows.IsEven && _entries.IsEven) yield break;
        // Something is missing, or others wrote meanwhile: then nothing is when each is asked by itself.
        foreach (var wrong in new References(Tables, _documents, _walk).Broken()) yield return wrong;
    }

    /// <summary>What the row of a document says of it, against the document.</summary>
    private string? OfDocument(Row stored)
    {
        var row = DocumentRow.Of(stored);
        foreach (var entry in row.Entries) _entries.Add(entry.AsBinary);
        if (row.Id > shelf.State.Document) return $"id {Text(row.Id)} is used but may be given again";
        Document? document = null;
        // A document that can't be read was named before.
        if (Try(() => document = _documents.Newest(row)) is not null || IsOf(row, document!)) return null;
        _indexed = shelf.Indexed();
        return IsOf(row, document!) ? null : $"the row of document {Text(row.Id)} is not that of the document";
    }

    private bool IsOf(DocumentRow row, Document document)
    {
        var (title, entries) = DocumentRow.Of(document, _indexed);
        return row.Title == title && row.Header.AsSpan().SequenceEqual(Content.Of(document.Header)) && row.Entries.ToHashSet(IndexEntry.Same).SetEquals(entries);
    }

    private string? OfPublication(Row row)
    {
        var (id, document) = (row.Id.AsInt64, row.Integer("document"));
        _entries.Add(IndexEntry.Publication(document).To(id).AsBinary);
        Publication? publication = null;
        if (Try(() => publication = _documents.Publication(row)) is { } wrong) return wrong;
        if (publication!.Content.Id != document) return $"publication {Text(id)} is not of its document";
        return id > shelf.State.Publication ? $"publication {Text(id)} is there but its id may be given again" : null;
    }

    private string? OfTransaction(Row row)
    {
        var position = row.Id.AsInt64;
        _entries.Add(IndexEntry.Transaction(row.Bytes("transaction")).To(position).AsBinary);
        if (position <= reader.Position)
            foreach (var id in row.Bytes("rows").Chunk(StoredDocuments.JournalIdLength)) _rows.Add([.. id, .. IndexEntry.Number(position)]);
        return Try(() => _documents.Transaction(row)) is null ? null : $"transaction at position {Text(position)} does not have its hash";
    }

    private IEnumerable<string> OfJournal()
    {
        long? last = null;
        foreach (var document in _walk.Each(Tables.Journal, Read))
        {
            if (document != last && shelf.Database.Ask(() => _documents.Row(document)) is null) yield return $"document {Text(document)} has journal rows but is not there";
            last = document;
        }

        long Read(Row row)
        {
            var position = row.Integer("position");
            if (position <= reader.Position) _rows.Subtract([.. row.Id.AsBinary, .. IndexEntry.Number(position)]);
            return IndexEntry.Number(row.Id.AsBinary);
        }
    }

    private string? OfIndex(Row entry)
    {
        if (!IndexEntry.IsKept(entry.Id)) _entries.Subtract(entry.Id.AsBinary);
        return null;
    }

    /// <summary>What is wrong when something is read, or null.</summary>
    private static string? Try<T>(Func<T> read)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (StoreException error)
        {
            return error.Message;
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
