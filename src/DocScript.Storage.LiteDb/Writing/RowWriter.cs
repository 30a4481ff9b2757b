using System.Text;
using DocScript.Documents;
using DocScript.Engine.Storage;
using DocScript.Engine.Storage.Durable;
using DocScript.Storage.LiteDb.Data;
using DocScript.Storage.LiteDb.Reading;
using LiteDB;

namespace DocScript.Storage.LiteDb.Writing;

/// <summary>Writes what transactions hold, as members of a group: their rows, and the entries by which those are found.</summary>
internal sealed class RowWriter(Tables tables, Group group, CommitState state)
{
    /// <summary>Changes of fewer bytes never cause a snapshot.</summary>
    private const long SnapshotFrom = 4096;

    private const int Page = 256;

    /// <summary>Whether the transaction's id was committed before.</summary>
    public bool IsCommitted(EncodedTransaction encoded) => tables.Entries(IndexEntry.Transaction(encoded.Id), 0, 1).Count > 0;

    /// <summary>Writes all rows; false, and none written, when the transaction's id was committed before.</summary>
    public bool Write(EncodedTransaction encoded)
    {
        if (IsCommitted(encoded)) return false;
        var (transaction, position) = (encoded.Transaction, group.NextPosition());
        tables.Transactions.Insert(new BsonDocument
        {
            ["_id"] = position,
            ["transaction"] = encoded.Id,
            ["actor"] = Encoding.UTF8.GetBytes(transaction.Actor),
            ["at"] = Ticks.Of(transaction.Instant),
            ["undoes"] = encoded.Undoes,
            ["script"] = Encoding.UTF8.GetBytes(transaction.Script),
            ["parameters"] = Encoding.UTF8.GetBytes(transaction.Parameters),
            ["seal"] = encoded.Seal,
            ["rows"] = transaction.Documents.SelectMany(each => StoredDocuments.JournalId(each.Id, each.After.Header.Sequence).AsBinary).ToArray(),
        });
        tables.AddEntry(IndexEntry.Transaction(encoded.Id).To(position));
        foreach (var document in encoded.Documents) Write(encoded, document);
        foreach (var each in encoded.Publications) Write(each);
        return true;
    }

    private void Write(EncodedTransaction encoded, EncodedDocument document)
    {
        var (after, position) = (document.Document.After, group.Now.Position);
        tables.Journal.Insert(new BsonDocument
        {
            ["_id"] = StoredDocuments.JournalId(after.Id, after.Header.Sequence),
            ["position"] = position,
            ["transaction"] = encoded.Id,
            ["at"] = Ticks.Of(encoded.Transaction.Instant),
            ["hash"] = document.Hash,
            ["header"] = document.Header,
            ["changes"] = document.Changes,
        });
        var before = state.Row(after.Id);
        var (title, entries) = DocumentRow.Of(after, group.Indexed);
        var row = new DocumentRow(after.Id, after.Header.Sequence, position, before?.Born ?? position, before?.Weight ?? document.Changes.Length, 0, document.Header, title, entries);
        if (before is not null) row = Grow(row, after, before.Grown + document.Changes.Length);
        Write(row, before);
        state.Wrote(after, row);
        if (before is null && after.Header.IsPublic) group.Use(IdKind.Document, after.Id);
        if (after.Id == SystemDocuments.Design) Follow(IndexedMetadata.Of(after));
    }

    /// <summary>Gathers the changes in a snapshot when they outgrew what a load starts from; what is before a purge is no longer a document to start from.</summary>
    private DocumentRow Grow(DocumentRow row, Document after, long grown)
    {
        if (!after.Header.Purged && grown <= Math.Max(SnapshotFrom, row.Weight)) return row with { Grown = grown };
        var content = Content.Of(after);
        tables.Snapshots.Replace(new BsonDocument { ["_id"] = row.Id, ["sequence"] = row.Sequence, ["hash"] = RowHash.OfContent(row.Id, row.Sequence, content), ["content"] = content });
        return row with { Weight = content.Length };
    }

    /// <summary>Writes a document's row and puts its entries in the place of those that it had.</summary>
    private void Write(DocumentRow row, DocumentRow? before)
    {
        foreach (var entry in before?.Entries.Except(row.Entries, IndexEntry.Same) ?? []) tables.Index.Delete(entry);
        foreach (var entry in row.Entries.Except(before?.Entries ?? [], IndexEntry.Same)) tables.AddEntry(entry);
        if (before is null) tables.Documents.Insert(row.ToRow());
        else tables.Documents.Replace(row.ToRow());
    }

    private void Write(EncodedPublication each)
    {
        tables.Publications.Insert(new BsonDocument
        {
            ["_id"] = each.Publication.Id,
            ["document"] = each.Publication.Document,
            ["position"] = group.Now.Position,
            ["at"] = Ticks.Of(each.Publication.At),
            ["hash"] = each.Hash,
            ["content"] = each.Content,
        });
        tables.AddEntry(IndexEntry.Publication(each.Publication.Document).To(each.Publication.Id));
        group.Use(IdKind.Publication, each.Publication.Id);
    }

    /// <summary>Makes the index that of another design.</summary>
    private void Follow(IndexedMetadata design)
    {
        if (group.Indexed.Properties.SequenceEqual(design.Properties)) return;
        group.Indexed = design;
        long last = 0;
        while (tables.Documents.Range(last + 1, long.MaxValue, Page) is { Count: > 0 } page)
        {
            foreach (var row in page.ConvertAll(DocumentRow.Of))
            {
                Write(row with { Entries = DocumentRow.Of(state.Load(row.Id)!, design).Entries }, row);
                last = row.Id;
            }
        }
    }
}
