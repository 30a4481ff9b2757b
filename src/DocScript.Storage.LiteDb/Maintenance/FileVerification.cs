using System.Globalization;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Maintenance;

/// <summary>Checks a store's file: that every row can be read, every hash, every document against its journal, and what is kept twice against each other.</summary>
/// <param name="reader">One whose cache holds nothing: what is checked is the file.</param>
internal sealed class FileVerification(Shelf shelf, LiteDbReader reader, CancellationToken cancellation)
{
    private const int Page = 256;

    private readonly StoredDocuments _documents = new(shelf.Tables, new DocumentCache(0), shelf.Database.Errors);

    private Tables Tables => shelf.Tables;

    public IEnumerable<string> All()
    {
        var damaged = false;
        foreach (var name in Schema.All)
        {
            if (Try(() => Rows(new Table(shelf.Database, name)).Count()) is not { } wrong) continue;
            damaged = true;
            yield return $"the collection '{name}': {wrong}";
        }

        // What rows say is of no use where they can't all be read.
        if (damaged) yield break;
        foreach (var wrong in Verification.Of(reader, Rows(Tables.Documents).Select(row => row.Id.AsInt64), cancellation)) yield return wrong;
        foreach (var row in Rows(Tables.Documents))
            foreach (var wrong in Of(DocumentRow.Of(row))) yield return wrong;
        foreach (var row in Rows(Tables.Publications))
            if (Try(() => Publication(row.Id.AsInt64)) is { } wrong) yield return wrong;
        foreach (var row in Rows(Tables.Transactions))
            foreach (var wrong in OfTransaction(row)) yield return wrong;
        foreach (var row in Rows(Tables.Results))
            if (Try(() => shelf.Database.Ask(() => Tables.Results.Find(row.Id) is { } now ? StoredResults.Read(now, _documents.Stored) : null)) is { } wrong) yield return wrong;
        foreach (var row in Rows(Tables.Journal))
            foreach (var wrong in OfJournal(row)) yield return wrong;
        foreach (var entry in Rows(Tables.Index))
            if (!Leads(entry.Id)) yield return $"an entry of the index leads to {Text(IndexEntry.Prefix.Number(entry.Id))}, which does not have it";
    }

    /// <summary>What the row of a document and the index say of it, against the document.</summary>
    private IEnumerable<string> Of(DocumentRow row)
    {
        // A document that can't be read was named before.
        if (Load(row) is not { } document) yield break;
        var indexed = shelf.Database.Ask(shelf.Indexed);
        var (title, entries) = DocumentRow.Of(document, indexed);
        if (row.Title != title || !row.Header.AsSpan().SequenceEqual(Content.Of(document.Header)) || !row.Entries.ToHashSet(IndexEntry.Same).SetEquals(entries))
            yield return $"the row of document {Text(row.Id)} is not that of the document";
        if (entries.Any(entry => shelf.Database.Ask(() => Tables.Index.Find(entry)) is null)) yield return $"the index does not hold all of document {Text(row.Id)}";
        if (row.Id > shelf.State.Document) yield return $"id {Text(row.Id)} is used but may be given again";
    }

    private Document? Load(DocumentRow row)
    {
        Document? document = null;
        _ = Try(() => document = shelf.Database.Ask(() => _documents.Newest(row)));
        return document;
    }

    private void Publication(long id)
    {
        var publication = reader.Publication(id);
        if (publication is null) return;
        if (publication.Content.Id != publication.Document) throw shelf.Database.Errors.Corrupt($"publication {Text(id)} is not of its document");
        if (id > shelf.State.Publication) throw shelf.Database.Errors.Corrupt($"publication {Text(id)} is there but its id may be given again");
    }

    private IEnumerable<string> OfTransaction(Row row)
    {
        var position = row.Id.AsInt64;
        if (position > reader.Position) yield break;
        if (Try(() => shelf.Database.Ask(() => _documents.Transaction(Tables.Transactions.Find(row.Id)!.Value))) is not null) yield return $"transaction at position {Text(position)} does not have its hash";
        var others = 0;
        if (Try(() => others = shelf.Database.Ask(() => _documents.RowsOf(row).Count(each => each.Position != position))) is { } wrong) yield return wrong;
        if (others > 0) yield return $"transaction at position {Text(position)} has journal rows of another";
        var entry = IndexEntry.Transaction(row.Bytes("transaction")).To(position);
        if (shelf.Database.Ask(() => Tables.Index.Find(entry)) is null) yield return $"the index does not hold the transaction at position {Text(position)}";
    }

    private IEnumerable<string> OfJournal(Row row)
    {
        var document = IndexEntry.Number(row.Id.AsBinary);
        if (shelf.Database.Ask(() => _documents.Row(document)) is null) yield return $"document {Text(document)} has journal rows but is not there";
        if (shelf.Database.Ask(() => Tables.Transactions.Find(row.Integer("position"))) is null)
            yield return $"a journal row of document {Text(document)} has no transaction";
    }

    /// <summary>Whether what an entry leads to has it.</summary>
    private bool Leads(BsonValue entry) => shelf.Database.Ask(() =>
    {
        var number = IndexEntry.Prefix.Number(entry);
        return (char)entry.AsBinary[0] switch
        {
            'x' => Tables.Transactions.Find(number) is not null,
            'p' => Tables.Publications.Find(number) is not null,
            'e' => true,
            _ => _documents.Row(number)?.Entries.Contains(entry, IndexEntry.Same) ?? false,
        };
    });

    /// <summary>All rows of a table, read in pages, while others write.</summary>
    private IEnumerable<Row> Rows(Table table)
    {
        var last = BsonValue.MinValue;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (from, page) = (last, shelf.Database.Ask(() => table.Range(last, BsonValue.MaxValue, Page)));
            foreach (var row in page)
                if (row.Id != from) yield return row;
            if (page.Count < Page) yield break;
            last = page[^1].Id;
        }
    }

    /// <summary>What is wrong when something is done, or null.</summary>
    private static string? Try(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (StoreException error)
        {
            return error.Message;
        }
    }

    private static string? Try<T>(Func<T> check) => Try(() => { _ = check(); });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
